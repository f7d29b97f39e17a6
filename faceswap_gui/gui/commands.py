"""What the window's actions do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from faceswap_gui.assets import resource
from faceswap_gui.errors import FaceSwapError
from faceswap_gui.gui import dialogs
from faceswap_gui.gui.actions import Actions
from faceswap_gui.gui.canvas.canvas import PreviewCanvas
from faceswap_gui.gui.canvas.compare import Compare
from faceswap_gui.gui.export.dialog import ExportDialog
from faceswap_gui.gui.language import told, tr
from faceswap_gui.gui.messages import Rendered
from faceswap_gui.gui.panes.picture_pane import PicturePane
from faceswap_gui.gui.rights import Rights
from faceswap_gui.gui.studio import Studio
from faceswap_gui.gui.worker import failure_of
from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project.document import Document, Role

SAMPLE = ("demo_source.jpg", "demo_target.jpg")
_ZOOM_STEP = 1.5

_COMPARE_ACTIONS = {
    "actionCompare": Compare.WIPE,
    "actionCompareHorizontal": Compare.WIPE_HORIZONTAL,
    "actionCompareSideBySide": Compare.SIDE_BY_SIDE,
    "actionCompareDifference": Compare.DIFFERENCE,
    "actionCompareThree": Compare.THREE,
}


class Commands(QObject):
    """Connects the actions to the studio and the canvas, and enables those that make sense."""

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        studio: Studio,
        canvas: PreviewCanvas,
        panes: dict[Role, PicturePane],
        export_dialog: ExportDialog,
        rights: Rights,
    ) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self._studio, self._canvas, self._panes = studio, canvas, panes
        self._export_dialog, self._rights = export_dialog, rights
        self._connect()
        self._enable()
        studio.document_changed.connect(self._enable)
        studio.rendered_changed.connect(self._enable)
        studio.stopped_changed.connect(self._enable)
        studio.unmeasured_changed.connect(self._enable)
        canvas.compare_changed.connect(self._show_compare)

    # -- files --------------------------------------------------------------------------------

    def open_picture(self, role: Role) -> None:
        """Ask for a picture and put it in that role."""
        path = dialogs.ask_picture(self._window, role)
        if path is not None:
            self._studio.open_picture(role, path)

    def open_sample(self) -> None:
        """Open the two portraits that the program brings."""
        try:
            source, target = (resource(name) for name in SAMPLE)
        except FaceSwapError as error:
            self._studio.failed.emit(failure_of(error))
            return
        self._studio.open_pair(source, target)

    def open_project(self) -> None:
        """Ask for a project file and open it."""
        path = dialogs.ask_project(self._window)
        if path is not None:
            self._studio.open_project(path)

    def save_project(self) -> None:
        """Save under the project's name, asking for one the first time."""
        if self._studio.project_path is None:
            self.save_project_as()
        else:
            self._studio.save_project(self._studio.project_path)

    def save_project_as(self) -> None:
        """Ask for a name and save the project."""
        path = dialogs.ask_save_project(self._window, self._studio.document)
        if path is not None:
            self._studio.save_project(path)

    def export(self) -> None:
        """Ask for a file and write the result there, once the faces' owners were asked about."""
        self._rights.when_agreed(self._export)

    def _export(self) -> None:
        output = self._export_dialog.output
        path = dialogs.ask_export(self._window, self._studio.document, output.format)
        if path is not None:
            self._studio.export(path, output.options())

    def export_with_options(self) -> None:
        """Show the export's options and the size of the file that they make."""
        self._export_dialog.show_for(self.export)

    def reset_settings(self) -> None:
        """Give every control its default again."""
        self._studio.apply_settings(Settings(), told("Reset controls"))

    # -- clipboard ----------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the result on the clipboard."""
        rendered: Rendered | None = self._studio.rendered
        if rendered is not None:
            QGuiApplication.clipboard().setImage(rendered.pyramid.levels[0])
            self._studio.noticed.emit(tr("The result is on the clipboard"))

    def paste(self, role: Role) -> None:
        """Put the picture on the clipboard in that role."""
        if not self._panes[role].take(QGuiApplication.clipboard().mimeData()):
            self._studio.noticed.emit(tr("There is no picture on the clipboard"))

    def _where_to_paste(self) -> Role:
        """Return the pane with the focus, else the first that is empty, else the target."""
        focused = QApplication.focusWidget()
        for role, pane in self._panes.items():
            if focused is not None and pane.isAncestorOf(focused):
                return role
        return self.empty_role()

    def empty_role(self) -> Role:
        """Return the first role that has no picture yet, else the target."""
        return Role.SOURCE if self._studio.document.source is None else Role.TARGET

    # -- inside -------------------------------------------------------------------------------

    def _connect(self) -> None:
        studio, canvas = self._studio, self._canvas
        plain: dict[str, Callable[[], object]] = {
            "actionOpenSource": lambda: self.open_picture(Role.SOURCE),
            "actionOpenTarget": lambda: self.open_picture(Role.TARGET),
            "actionOpenSample": self.open_sample,
            "actionOpenProject": self.open_project,
            "actionSaveProject": self.save_project,
            "actionSaveProjectAs": self.save_project_as,
            "actionExport": self.export,
            "actionExportOptions": self.export_with_options,
            "actionQuit": self._window.close,
            "actionCopy": self.copy,
            "actionPaste": lambda: self.paste(self._where_to_paste()),
            "actionPasteSource": lambda: self.paste(Role.SOURCE),
            "actionPasteTarget": lambda: self.paste(Role.TARGET),
            "actionExchange": studio.exchange,
            "actionResetSettings": self.reset_settings,
            "actionRender": studio.render_again,
            "actionZoomIn": lambda: canvas.zoom_by(_ZOOM_STEP),
            "actionZoomOut": lambda: canvas.zoom_by(1 / _ZOOM_STEP),
            "actionFit": canvas.fit,
            "actionActualSize": canvas.actual_size,
        }
        for name, do in plain.items():
            self._actions[name].triggered.connect(_without_arguments(do))
        self._actions["actionBefore"].toggled.connect(canvas.show_before)
        for name, compare in _COMPARE_ACTIONS.items():
            self._actions[name].triggered.connect(_chooser(canvas, compare))

    def _show_compare(self, compare: Compare) -> None:
        for name, of_action in _COMPARE_ACTIONS.items():
            self._actions[name].setChecked(of_action is compare)

    def _enable(self, _changed: object = None) -> None:
        document: Document = self._studio.document
        rendered = self._studio.rendered is not None
        anything = document.source is not None or document.target is not None
        for name in (
            "actionExport",
            "actionExportOptions",
            "actionSaveProject",
            "actionSaveProjectAs",
            "actionSnapshot",
        ):
            self._actions[name].setEnabled(document.complete)
        finished = self._studio.rendered is not None and not self._studio.rendered.is_draft
        self._actions["actionCopy"].setEnabled(finished)
        for name in ("actionBefore", *_COMPARE_ACTIONS):
            self._actions[name].setEnabled(rendered)
        self._actions["actionExchange"].setEnabled(anything)
        self._actions["actionAddToBatch"].setEnabled(document.source is not None)
        self._actions["actionRender"].setEnabled(self._studio.stopped or self._studio.unmeasured)
        for name in ("actionZoomIn", "actionZoomOut", "actionFit", "actionActualSize"):
            self._actions[name].setEnabled(document.target is not None)


def _without_arguments(do: Callable[[], object]) -> Callable[[bool], None]:
    def triggered(_checked: bool) -> None:
        do()

    return triggered


def _chooser(canvas: PreviewCanvas, compare: Compare) -> Callable[[bool], None]:
    return lambda checked: canvas.set_compare(compare if checked else Compare.RESULT)


def open_any(studio: Studio, paths: list[Path], project_suffix: str) -> None:
    """Open what the command line names: a project, or a source and a target."""
    if len(paths) == 1 and paths[0].suffix.lower() == project_suffix:
        studio.open_project(paths[0])
        return
    for role, path in zip(Role, paths, strict=False):
        studio.open_picture(role, path)
