"""What this program is: its version, its licence, and what a bug report needs to know."""

from __future__ import annotations

from importlib import metadata

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from faceswap_gui import __version__
from faceswap_gui.assets import resource
from faceswap_gui.diagnostics.log import about_this_machine
from faceswap_gui.gui.language import mark, say

_ICON = 72
_WIDTH = 380
_WORDS = mark("Puts one portrait's face on another photograph, in its pose, expression and light.")
_LICENCE = mark(
    "Free software under the Apache License 2.0; NOTICE names the works of others in it."
)


class About(QDialog):
    """Stands beside the window and stops nobody."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowModality(Qt.WindowModality.NonModal)
        say(self, self.setWindowTitle, "About")
        self._facts = QLabel("\n".join(facts()))
        self._facts.setObjectName("aboutFacts")
        self._lay_out()

    def _lay_out(self) -> None:
        picture, name, words, licence = QLabel(), QLabel("faceswap-gui"), QLabel(), QLabel()
        icon = QIcon(str(resource("icon.svg")))
        picture.setPixmap(icon.pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        name.setObjectName("title")
        for label in (licence, self._facts):
            label.setProperty("quiet", "true")
        name.setIndent(0)  # by itself half an x, which is more of a title's
        for label in (words, licence, self._facts):
            label.setIndent(0)
            label.setWordWrap(True)
            label.setFixedWidth(_WIDTH)
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        say(words, words.setText, _WORDS)
        say(licence, licence.setText, _LICENCE)
        column = QVBoxLayout()
        column.setSpacing(12)
        for label in (name, words, licence, self._facts):
            column.addWidget(label)
        column.addLayout(self._buttons())
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 18)
        row.setSpacing(20)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetFixedSize)

    def _buttons(self) -> QHBoxLayout:
        copy, close = QPushButton(), QPushButton()
        copy.setObjectName("copyAbout")
        say(copy, copy.setText, "Copy details")
        say(close, close.setText, "Close")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(facts())))
        close.clicked.connect(self.hide)
        close.setDefault(True)
        close.setFocus()
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(copy)
        row.addWidget(close)
        return row


def facts() -> list[str]:
    """Return the versions of the program and of what it stands on, one a line."""
    torch = metadata.version("torch")  # without the seconds that its import takes
    return [*about_this_machine(__version__), f"Qt {qVersion()} · torch {torch}"]
