"""Asking for a preset's name or file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QInputDialog, QWidget

from faceswap_gui.gui.dialogs import ask_open, ask_save
from faceswap_gui.gui.language import tr
from faceswap_gui.project.presets import SUFFIX


def ask_name(parent: QWidget) -> str | None:
    """Let the person name a preset."""
    name, accepted = QInputDialog.getText(parent, tr("Save preset"), tr("Name"))
    return name if accepted and name.strip() else None


def ask_file(parent: QWidget) -> Path | None:
    """Let the person choose a preset's file."""
    return ask_open(parent, tr("Import preset"), "preset", _filter())


def ask_place(parent: QWidget, name: str) -> Path | None:
    """Let the person choose where a preset's file goes."""
    return ask_save(parent, tr("Export preset"), "preset", f"{name}{SUFFIX}", _filter(), SUFFIX)


def _filter() -> str:
    return f"{tr('Presets')} (*{SUFFIX})"
