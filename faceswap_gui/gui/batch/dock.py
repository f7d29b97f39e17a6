"""The dock that holds the batch, below the preview and hidden until it is wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDockWidget, QMainWindow, QToolButton

from faceswap_gui.gui.batch.desk import BatchDesk
from faceswap_gui.gui.batch.panel import BatchPanel
from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.language import mark, say
from faceswap_gui.gui.rights import Rights
from faceswap_gui.gui.studio import Studio
from faceswap_gui.gui.title_bar import TitleBar
from faceswap_gui.project.writing import Writing


class BatchDock(QDockWidget):
    """Between the panes and the controls, which keep the window's full height."""

    def __init__(
        self,
        window: QMainWindow,
        studio: Studio,
        options: Callable[[], Writing],
        rights: Rights,
    ) -> None:
        super().__init__()
        self.setObjectName("batchDock")
        self.desk = BatchDesk(studio, options, self)
        self.panel = BatchPanel(studio, self.desk, rights)
        self.setWidget(self.panel)
        self.setTitleBarWidget(TitleBar(mark("Batch"), _HINT, self._close_button()))
        say(self, self.setWindowTitle, "Batch")
        for corner, area in (
            (Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea),
            (Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea),
        ):
            window.setCorner(corner, area)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self)
        self.hide()

    def toggle(self) -> QAction:
        """Return the action that shows and hides the batch."""
        action = self.toggleViewAction()
        action.setObjectName("actionBatch")
        action.setShortcut(QKeySequence("Ctrl+B"))
        return action

    def ask_for_pictures(self) -> None:
        """Show the batch and ask for pictures to put the source's face on."""
        self.show()
        self.panel.ask_for_pictures()

    def _close_button(self) -> QToolButton:
        close = QToolButton()
        close.setIcon(icon("close"))
        close.clicked.connect(self.hide)
        say(close, close.setToolTip, "Close")
        say(close, close.setAccessibleName, "Hide the batch")
        return close


_HINT = mark("the source and the controls on many pictures")
