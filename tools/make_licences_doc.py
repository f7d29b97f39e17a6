"""Write ``docs/licences.md``: whose work the program stands on, and under which licence.

Run ``python tools/make_licences_doc.py`` where the program is installed, after a dependency or a
bundled file has changed. Libraries are asked for theirs; of bundled files NOTICE tells.
"""

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "licences.md"
HEAD = """\
# Licences

The program is [Apache-2.0](../LICENSE). It stands on the work below.

<!-- Written by tools/make_licences_doc.py. -->

## Bundled models and pictures

NOTICE gives origins and hashes of each; networks trained for this program have model cards
([here](cards.md)).

| file | licence |
|---|---|"""
LIBRARIES = """\

## Libraries

What `pip install` brings for running the program; the application holds a part of it. Qt, libvips
and libheif are used under the LGPL: they lie in the application as shared libraries that you may
replace with your own. PyTorch's CUDA build, which `pip` takes on Linux, also brings NVIDIA's
libraries under NVIDIA's own terms.

| library | licence | home |
|---|---|---|"""
_LONG = 60
_ABSENT = "see its home"


def page() -> str:
    """Return the page's text."""
    files = [f"| `{name}` | {licence} |" for name, licence in bundled()]
    libraries = [_row(name) for name in sorted(closure(required()), key=str.lower)]
    return "\n".join([HEAD, *files, LIBRARIES, *libraries]) + "\n"


def bundled() -> list[tuple[str, str]]:
    """Return every bundled file of NOTICE with its licence."""
    entry = r"^((?:weights|resources)/\S+)\n.*\n\s+Licence: (.+)$"
    return re.findall(entry, (ROOT / "NOTICE").read_text(encoding="utf-8"), re.MULTILINE)


def required() -> list[str]:
    """Return the names of what the program itself asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [Requirement(line).name for line in project["dependencies"]]


def closure(names: list[str]) -> set[str]:
    """Return these distributions and all that they need here, by their own names."""
    found: dict[str, str] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key not in found:
            distribution = metadata.distribution(name)
            found[key] = distribution.metadata["Name"]
            waiting += _needed(distribution)
    return set(found.values())


def _needed(distribution: metadata.Distribution) -> Iterator[str]:
    for line in distribution.requires or []:
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield requirement.name


def _row(name: str) -> str:
    about = metadata.metadata(name)
    return f"| {name} | {_licence(about)} | {_home(about)} |"


def _licence(about: metadata.PackageMetadata) -> str:
    """Return the licence's name: the expression, else the classifiers, else a short field."""
    if about["License-Expression"]:
        return about["License-Expression"]
    classifiers = [
        line.split(" :: ")[-1]
        for line in about.get_all("Classifier") or []
        if line.startswith("License ::") and not line.endswith("OSI Approved")
    ]
    short = (about["License"] or "").strip().splitlines()
    return ", ".join(classifiers) or (short[0] if short and len(short[0]) < _LONG else _ABSENT)


def _home(about: metadata.PackageMetadata) -> str:
    urls = dict(line.split(", ", 1) for line in about.get_all("Project-URL") or [])
    named = {label.lower(): url for label, url in urls.items()}
    for label in ("homepage", "home", "source", "repository", "source code", "github"):
        if label in named:
            return named[label]
    return about["Home-page"] or f"https://pypi.org/project/{about['Name']}/"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
