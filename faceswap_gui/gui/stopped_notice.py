"""Says that the picture on show is not that of the controls, since making it was stopped."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.language import follow, say, tr
from faceswap_gui.gui.studio import Studio
from faceswap_gui.gui.theme import theme


class StoppedNotice(QFrame):
    """A line above the canvas, on show from *Esc* until the picture is made, or another is."""

    def __init__(self, studio: Studio, render: QAction) -> None:
        super().__init__()
        self.setObjectName("stoppedNotice")
        self._sign, self._words, again = QLabel(), QLabel(), QPushButton()
        self._words.setWordWrap(True)
        again.setObjectName("renderAgain")
        again.clicked.connect(render.trigger)
        say(again, again.setText, "Render")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(again)
        self.hide()
        studio.stopped_changed.connect(self.setVisible)
        theme.changed.connect(self._tell)
        follow(self, self._tell)

    def _tell(self) -> None:
        words = tr("Rendering was stopped. The picture does not show all changes yet.")
        self._sign.setPixmap(icon("warning").pixmap(18, 18))
        self._words.setText(words)
        self.setAccessibleName(words)
