"""Where the package's own files lie: ``resources/``, ``weights/`` and ``NOTICE``.

In a wheel they are package data beside this file; in a source checkout they lie at its root.
"""

import re
from pathlib import Path

from faceswap_gui.errors import WeightsError
from faceswap_gui.installation import how_to_reinstall

_PACKAGE = Path(__file__).resolve().parent


def bundled(name: str) -> Path:
    """Return the path of a file that comes with the package, as ``weights/…`` or ``NOTICE``.

    Raises:
        WeightsError: the file is not there, so the installation is incomplete.
    """
    installed = _PACKAGE / Path(name).parts[0]
    path = (_PACKAGE if installed.exists() else _PACKAGE.parent) / name
    if not path.is_file():
        raise WeightsError("{path} is missing; {remedy}", path=path, remedy=how_to_reinstall())
    return path


def resource(name: str) -> Path:
    """Return the path of one file of ``resources/``.

    Raises:
        WeightsError: the file is not there, so the installation is incomplete.
    """
    return bundled(f"resources/{name}")


def weight(name: str) -> Path:
    """Return the path of one file of ``weights/``.

    Raises:
        WeightsError: the file is not there, so the installation is incomplete.
    """
    return bundled(f"weights/{name}")


def known_hashes() -> dict[str, str]:
    """Return the SHA-256 of every bundled file, by its name, as NOTICE has it.

    Raises:
        WeightsError: NOTICE is missing.
    """
    text = bundled("NOTICE").read_text(encoding="utf-8")
    entry = r"^((?:weights|resources)/\S+)\n\s+SHA-256: ([0-9a-f]{64})$"
    return dict(re.findall(entry, text, re.MULTILINE))
