"""Where the program keeps files of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def pasted_folder() -> Path:
    """Return where pasted pictures are kept as files."""
    return _data() / "pasted"


def kept_folder() -> Path:
    """Return where unsaved work of all sessions is kept."""
    return _data() / "recovery"


def batch_file() -> Path:
    """Return where the window's batch is remembered from one start to the next."""
    return _data() / "batch.jsonl"


def _data() -> Path:
    location = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(location))
