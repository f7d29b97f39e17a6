"""The documents say what is true."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from faceswap_gui import __version__

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = (
    "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/faceswap-gui demo",
    "python3 -m venv .venv && .venv/bin/pip install '.[test]' && .venv/bin/pytest",
)
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def tool(name: str) -> ModuleType:
    """Import one of the scripts in ``tools/``."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_of_controls_is_current() -> None:
    current = tool("make_controls_doc").page()
    page = (ROOT / "docs" / "controls.md").read_text(encoding="utf-8")
    assert page == current, "run tools/make_controls_doc.py"


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_gives_both_commands_word_for_word(command: str) -> None:
    assert f"```\n{command}\n```" in README


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_links_to_exists(path: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8"))
    missing = [
        link for link in links if not link.startswith("http") and not (path.parent / link).is_file()
    ]
    assert missing == []


def test_the_version_is_told_alike_everywhere() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert re.search(r'^version = "(.+)"$', project, re.MULTILINE)[1] == __version__  # type: ignore[index]


def test_the_licences_name_every_library_that_the_program_asks_for() -> None:
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8").lower().replace("_", "-")
    named = set(re.findall(r"^\| ([\w.-]+) \|", page, re.MULTILINE))
    ledger = tool("make_licences_doc")
    missing = {name.lower().replace("_", "-") for name in ledger.required()} - named
    assert missing == set(), "run tools/make_licences_doc.py"


def test_the_licences_tell_of_every_bundled_file_what_notice_does() -> None:
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    for name, licence in tool("make_licences_doc").bundled():
        assert f"| `{name}` | {licence} |" in page, "run tools/make_licences_doc.py"
