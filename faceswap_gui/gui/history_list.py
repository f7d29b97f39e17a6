"""The steps of the history as a list to go back and forth in."""

from __future__ import annotations

from PySide6.QtWidgets import QUndoView, QVBoxLayout, QWidget

from faceswap_gui.gui.language import say
from faceswap_gui.gui.snapshot_list import SnapshotList
from faceswap_gui.gui.studio import Studio


class HistoryList(QUndoView):
    """Qt's own view of the undo stack; a click on a step goes there."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio.stack, parent)
        self.setObjectName("historyList")
        say(self, self.setEmptyLabel, "Start")
        say(self, self.setAccessibleName, "History")


class HistoryPanel(QWidget):
    """The snapshots above the steps."""

    def __init__(self, snapshots: SnapshotList, steps: HistoryList) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(snapshots)
        layout.addWidget(steps, 1)
