"""Asks once whether the person may use the faces; only exports wait for the answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from faceswap_gui.gui.language import mark, say

_AGREED = "rights/agreed"
_WIDTH = 420
_WORDS = mark(
    "Use only faces whose owners agree, and say that the picture is edited when you show it to "
    "others. Never use one to deceive, to harass, or to make sexual pictures of anybody: in many "
    "places that is a crime."
)
_LATER = mark("You are asked once. Until then you can try everything except Export.")


class Rights(QDialog):
    """The question. It stops nobody: pictures can be opened and looked at beside it.

    `ask` is for the program's own start. Who builds the window from a script is not asked and
    answers for the faces; exports then wait for nothing.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rightsQuestion")
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._asked = False
        self._waiting: Callable[[], object] | None = None
        self._lay_out()

    def ask(self) -> None:
        """Ask, unless it was agreed to before, at this start or an earlier one."""
        if QSettings().value(_AGREED) is None:
            self._asked = True
            self.show()

    def when_agreed(self, do: Callable[[], object]) -> None:
        """Do something now, or after a yes if the question is open; a no forgets it."""
        if not self._asked:
            do()
            return
        self._waiting = do
        self.show()
        self.raise_()
        self.activateWindow()

    def accept(self) -> None:
        """Remember the yes and do what waited for it."""
        QSettings().setValue(_AGREED, "true")
        self._asked = False
        waiting, self._waiting = self._waiting, None
        super().accept()
        if waiting is not None:
            waiting()

    def reject(self) -> None:
        """Leave the question open: the next export asks again."""
        self._waiting = None
        super().reject()

    def _lay_out(self) -> None:
        title, text, later = QLabel(), QLabel(), QLabel()
        title.setObjectName("heading")
        for label in (title, text, later):
            label.setWordWrap(True)
            label.setFixedWidth(_WIDTH)
        later.setProperty("quiet", "true")
        say(self, self.setWindowTitle, "Whose faces are these?")
        say(title, title.setText, "May you use the faces in your pictures?")
        say(text, text.setText, _WORDS)
        say(later, later.setText, _LATER)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        for label in (title, text, later):
            layout.addWidget(label)
        layout.addLayout(self._buttons())
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _buttons(self) -> QHBoxLayout:
        later, yes = QPushButton(), QPushButton()
        later.setObjectName("laterRights")
        yes.setObjectName("primary")
        say(later, later.setText, "Not now")
        say(yes, yes.setText, "Yes, I have the right to")
        later.clicked.connect(self.reject)
        yes.clicked.connect(self.accept)
        yes.setDefault(True)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(later)
        row.addWidget(yes)
        return row
