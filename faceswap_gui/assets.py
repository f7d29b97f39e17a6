"""Where the package's own files lie: ``resources/`` and ``weights/``.

In a wheel both are package data beside this file; in a source checkout they lie at its root.
"""

from pathlib import Path

from faceswap_gui.errors import WeightsError

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def resource(name: str) -> Path:
    """Return the path of one file of ``resources/``.

    Raises:
        WeightsError: the file is not there, so the installation is incomplete.
    """
    return _existing(_folder("resources") / name)


def weight(name: str) -> Path:
    """Return the path of one file of ``weights/``.

    Raises:
        WeightsError: the file is not there, so the installation is incomplete.
    """
    return _existing(_folder("weights") / name)


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise WeightsError(f"{path} is missing; install the package again: pip install --force-reinstall .")
    return path
