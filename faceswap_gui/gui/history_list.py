"""The steps of the history as a list to go back and forth in."""

from __future__ import annotations

from PySide6.QtWidgets import QUndoView, QWidget

from faceswap_gui.gui.language import say
from faceswap_gui.gui.studio import Studio


class HistoryList(QUndoView):
    """Qt's own view of the undo stack; a click on a step goes there."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio.stack, parent)
        self.setObjectName("historyList")
        say(self, self.setEmptyLabel, "Start")
        say(self, self.setAccessibleName, "History")
