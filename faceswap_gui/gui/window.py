"""The main window: puts the parts in their places."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QPushButton

from faceswap_gui.gui.actions import BEFORE_KEY, Actions
from faceswap_gui.gui.autosave import Autosave
from faceswap_gui.gui.banner import Banner
from faceswap_gui.gui.batch.dock import BatchDock
from faceswap_gui.gui.canvas.canvas import PreviewCanvas
from faceswap_gui.gui.canvas.compare import Compare, Pictures
from faceswap_gui.gui.canvas.linked import Link
from faceswap_gui.gui.canvas.tools.workbench import Workbench
from faceswap_gui.gui.commands import Commands
from faceswap_gui.gui.control_column import ControlColumn
from faceswap_gui.gui.docks import (
    add_control_dock,
    add_history_dock,
    add_pane_docks,
    first_size,
    remember_places,
    restore_places,
    role_of_dock,
)
from faceswap_gui.gui.drag_out import DragOut
from faceswap_gui.gui.empty_state import EmptyState
from faceswap_gui.gui.export.dialog import ExportDialog
from faceswap_gui.gui.header import Header
from faceswap_gui.gui.help_dialogs import HelpDialogs
from faceswap_gui.gui.history_list import HistoryList, HistoryPanel
from faceswap_gui.gui.inspector.inspector import Inspector
from faceswap_gui.gui.inspector.preset_bar import PresetBar
from faceswap_gui.gui.language import follow, say, tr
from faceswap_gui.gui.menus import add_context_menus, fill_menus, history_toggle
from faceswap_gui.gui.messages import Opened
from faceswap_gui.gui.panes.beside import take_beside
from faceswap_gui.gui.panes.dropping import is_picture
from faceswap_gui.gui.panes.picture_pane import PicturePane
from faceswap_gui.gui.recent import RecentMenu
from faceswap_gui.gui.rights import Rights
from faceswap_gui.gui.snapshot_list import SnapshotList
from faceswap_gui.gui.snapshots import Snapshots
from faceswap_gui.gui.stage import Stage
from faceswap_gui.gui.status import StatusBar
from faceswap_gui.gui.stopped_notice import StoppedNotice
from faceswap_gui.gui.studio import Studio
from faceswap_gui.gui.transport import TransportView
from faceswap_gui.gui.undo import redo_action, undo_action
from faceswap_gui.gui.worker import Worker
from faceswap_gui.project.document import Document, Role


class MainWindow(QMainWindow):
    """Source and target on the left, the preview in the middle, the controls on the right."""

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.resize(first_size())
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(900, 540))
        self.worker = worker
        self.destroyed.connect(worker.dismiss)
        self.studio = Studio(worker, self)
        self.canvas = PreviewCanvas()
        self.banner = Banner()
        self.panes = {role: PicturePane(role, self.studio) for role in Role}
        self.inspector = Inspector(self.studio)
        self.actions_by_name = Actions(self)
        TransportView(self.studio, self.inspector.transport, self.canvas.transport)
        self.workbench = Workbench(self.canvas, self.studio, self.actions_by_name)
        self.snapshots = Snapshots(self.studio, self)
        self.undo_action = undo_action(self.studio.stack, self)
        self.redo_action = redo_action(self.studio.stack, self)
        self.help = HelpDialogs(self.actions_by_name, self.undo_action, self.redo_action, self)
        self.rights = Rights(self)
        self.export_dialog = ExportDialog(self.studio, self)
        self.result = DragOut(self.studio, self.export_dialog.output, self.rights, self)
        self.canvas.hand.result = self.result
        self.commands = Commands(
            self,
            self.actions_by_name,
            self.studio,
            self.canvas,
            self.panes,
            self.export_dialog,
            self.rights,
        )
        self._empty = EmptyState()
        self.autosave = Autosave(self.studio, self.banner, self)
        self._lay_out()
        self._listen()
        restore_places(self)
        self.canvas.setFocus()  # or a button in the header would stand out for no reason
        follow(self, self._tell_title)

    # -- building -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        actions = self.actions_by_name
        header = Header(actions, self.undo_action, self.redo_action)
        toolbox = self.workbench.toolbox
        stopped = StoppedNotice(self.studio, actions["actionRender"])
        stage = Stage(header, toolbox, actions, self.banner, stopped, self.canvas, self._empty)
        self.setCentralWidget(stage)
        export = actions["actionExportOptions"]
        controls = ControlColumn(PresetBar(self.studio), self.inspector, export, self.result)
        add_pane_docks(self, self.panes)
        add_control_dock(self, controls, actions)
        snapshots = SnapshotList(self.snapshots, actions["actionSnapshot"])
        history = add_history_dock(self, HistoryPanel(snapshots, HistoryList(self.studio)))
        options = self.export_dialog.output.options
        self._batch = BatchDock(self, self.studio, options, self.rights)
        self.setStatusBar(StatusBar(self.studio, self.canvas))
        fill_menus(
            self,
            actions,
            [self.undo_action, self.redo_action],
            RecentMenu(self.studio.open_project, self),
            [history_toggle(history), self._batch.toggle()],
        )

        add_context_menus(self.canvas, self.panes, actions)

    def _listen(self) -> None:
        studio = self.studio
        studio.document_changed.connect(self._document_changed)
        studio.picture_changed.connect(self._show_pictures)
        studio.rendered_changed.connect(self._show_pictures)
        self.workbench.edited_changed.connect(self._show_pictures)
        studio.faceless_changed.connect(self._show_pictures)
        self.snapshots.changed.connect(self._show_snapshot)
        studio.faceless_found.connect(self._offer_box)
        studio.failed.connect(self.banner.show_failure)
        studio.noticed.connect(self.banner.show_notice)
        studio.project_changed.connect(self._tell_title)
        studio.stack.cleanChanged.connect(self._tell_title)
        studio.snapshots_changed.connect(self._tell_title)
        self.actions_by_name["actionSnapshot"].triggered.connect(self.snapshots.take)
        self.actions_by_name["actionFullScreen"].toggled.connect(self._fill_screen)
        self.actions_by_name["actionAddToBatch"].triggered.connect(self._batch.ask_for_pictures)
        self._empty.wants_sample.connect(self.commands.open_sample)
        for pane in self.panes.values():
            pane.asks_for_file.connect(self.commands.open_picture)

    def _fill_screen(self, full: bool) -> None:
        self.showFullScreen() if full else self.showNormal()

    # -- following the studio -----------------------------------------------------------------

    def _document_changed(self, document: Document) -> None:
        self.banner.clear_failure()
        self._empty.show_document(document)

    def _show_pictures(self, _changed: object = None) -> None:
        studio, shelf = self.studio, self.studio.shelf
        source, target = (shelf.get(studio.document.picture(role)) for role in Role)
        rendered, role = studio.rendered, self.workbench.toolbox.edited
        edited = shelf.get(studio.document.picture(role)) if role else None
        edited = studio.faceless or edited
        link = Link(*(shelf.meant_face(studio.document.picture(role)) for role in Role))
        self.canvas.show_pictures(
            Pictures(
                source.pyramid if source else None,
                target.pyramid if target else None,
                rendered.pyramid if rendered and target else None,
                edited.pyramid if edited else None,
                self.snapshots.picture if rendered and target else None,
                self.snapshots.compared.name if self.snapshots.compared else "",
                link,
            )
        )
        self._empty.setVisible(target is None and edited is None)

    def _show_snapshot(self) -> None:
        """Show the snapshot that is compared, beside a divider where only the result is seen."""
        if self.snapshots.picture is not None and not self.canvas.compare.shows_earlier:
            self.canvas.set_compare(Compare.WIPE)
        self._show_pictures()

    def _offer_box(self, opened: Opened) -> None:
        """Let the person point out the face that was not found."""
        button = QPushButton()
        button.setObjectName("pointOutFace")
        button.clicked.connect(lambda: self.workbench.look_for_faces_in(opened))
        say(button, button.setText, "Draw a box around the face")
        self.banner.offer(button)

    def _tell_title(self, _clean: bool = True) -> None:
        path = self.studio.project_path
        name = path.stem if path else tr("Untitled")
        self.setWindowTitle(f"{name}[*] – faceswap-gui")
        self.setWindowModified(self.studio.unsaved)

    # -- events -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up what runs with Escape; show the untouched photograph while its key is held."""
        if event.key() == Qt.Key.Key_Escape:
            self.worker.cancel()
            self.canvas.tool.give_up()
            self.banner.dismiss()
        elif event.key() == Qt.Key.Key_Space:  # where the focus is has no use for it
            self.canvas.hold_hand(True)
        elif event.key() == BEFORE_KEY and self.actions_by_name["actionBefore"].isEnabled():
            self.actions_by_name["actionBefore"].setChecked(True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Show the result again when the key is let go."""
        if event.key() == BEFORE_KEY and not event.isAutoRepeat():
            self.actions_by_name["actionBefore"].setChecked(False)
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.canvas.hold_hand(False)
        else:
            super().keyReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome pictures and projects beside the panes, too."""
        if is_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped beside the panes: two pictures in an empty window as a pair."""
        place = event.position().toPoint()
        role = role_of_dock(self, place) or self.commands.empty_role()
        if take_beside(self.studio, self.panes[role], event.mimeData()):
            event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the layout and let the worker end."""
        remember_places(self)
        self.worker.stop()
        self.autosave.keep_at_the_end()
        super().closeEvent(event)
