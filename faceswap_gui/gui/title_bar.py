"""What stands above a dock: its name, a hint, its button. Dragging it moves the dock."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from faceswap_gui.gui.language import say


class TitleBar(QWidget):
    """A name in bold and a quiet hint on the left, at most one button on the right."""

    def __init__(self, name: str, hint: str, button: QToolButton | None = None) -> None:
        super().__init__()
        title, quiet = QLabel(), _Hint()
        title.setObjectName("heading")
        say(title, title.setText, name)
        say(quiet, quiet.setText, hint)
        say(self, self.setToolTip, hint)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 10, 6)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(quiet, 1)
        if button is not None:
            layout.addWidget(button)
        self.setMinimumHeight(40)


class _Hint(QLabel):
    """Quiet words that are shown whole or, where there is no room for them, not at all."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("quiet")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words if all of them fit."""
        if self.sizeHint().width() <= self.width():
            super().paintEvent(event)
