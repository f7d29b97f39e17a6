"""Choosing files to open and to write."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from faceswap_gui.gui.export.formats import ExportFormat, filters
from faceswap_gui.gui.export.names import result_name
from faceswap_gui.gui.language import tr
from faceswap_gui.gui.panes.dropping import picture_filter
from faceswap_gui.project.document import Document, Role
from faceswap_gui.project.project_file import SUFFIX

_FOLDER = "folders/{kind}"


def ask_picture(parent: QWidget, role: Role) -> Path | None:
    """Let the person choose a picture for that role."""
    title = tr("Open source") if role is Role.SOURCE else tr("Open target")
    return ask_open(parent, title, role, picture_filter(tr("Pictures"), tr("All files")))


def ask_pictures(parent: QWidget) -> list[Path]:
    """Let the person choose any number of pictures."""
    filters = picture_filter(tr("Pictures"), tr("All files"))
    names, _ = QFileDialog.getOpenFileNames(parent, tr("Add pictures"), _folder("target"), filters)
    return [Path(name) for name in names]


def ask_folder(parent: QWidget, kind: str) -> Path | None:
    """Let the person choose a folder, beginning with the one last used for that `kind`."""
    title = tr("Folder for the results")
    name = QFileDialog.getExistingDirectory(parent, title, _folder(kind))
    if not name:
        return None
    QSettings().setValue(_FOLDER.format(kind=kind), name)
    return Path(name)


def ask_project(parent: QWidget) -> Path | None:
    """Let the person choose a project file."""
    return ask_open(parent, tr("Open project"), "project", f"{tr('Projects')} (*{SUFFIX})")


def ask_export(parent: QWidget, document: Document, chosen: ExportFormat) -> Path | None:
    """Let the person choose where the result goes; another ending is another format."""
    name = result_name(document, chosen)
    return ask_save(parent, tr("Export"), "export", name, filters(chosen), chosen.suffix)


def ask_save_project(parent: QWidget, document: Document) -> Path | None:
    """Let the person choose where the project file goes."""
    target = document.target
    name = f"{target.path.stem}{SUFFIX}" if target else f"untitled{SUFFIX}"
    words = f"{tr('Projects')} (*{SUFFIX})"
    return ask_save(parent, tr("Save project"), "project", name, words, SUFFIX)


def ask_open(parent: QWidget, title: str, kind: str, filters: str) -> Path | None:
    """Let the person choose a file, in the folder last used for files of that `kind`."""
    name, _ = QFileDialog.getOpenFileName(parent, title, _folder(kind), filters)
    return _remembered(kind, name)


def ask_save(
    parent: QWidget, title: str, kind: str, name: str, filters: str, suffix: str
) -> Path | None:
    """Let the person choose where a file goes; a name without an ending gets the filter's."""
    start = str(Path(_folder(kind)) / name)
    chosen, chosen_filter = QFileDialog.getSaveFileName(parent, title, start, filters)
    path = _remembered(kind, chosen)
    if path is None or path.suffix:
        return path
    return path.with_suffix(_suffix_of(chosen_filter) or suffix)


def _suffix_of(chosen_filter: str) -> str:
    """Return the first ending that a filter such as ``JPEG (*.jpg *.jpeg)`` names."""
    _, _, patterns = chosen_filter.partition("(*")
    return patterns.split()[0].rstrip(")") if patterns.startswith(".") else ""


def _folder(kind: str) -> str:
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return str(QSettings().value(_FOLDER.format(kind=kind), pictures))


def _remembered(kind: str, name: str) -> Path | None:
    if not name:
        return None
    QSettings().setValue(_FOLDER.format(kind=kind), str(Path(name).parent))
    return Path(name)
