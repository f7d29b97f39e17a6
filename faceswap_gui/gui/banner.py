"""What went wrong, or what happened, said in the window without stopping anybody."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.language import follow, say
from faceswap_gui.gui.messages import Failure
from faceswap_gui.gui.wording import words_of

_NOTICE_STAYS = 6000
"""Milliseconds; a failure stays until it is closed or something succeeds."""


class Banner(QFrame):
    """One line above the canvas, hidden most of the time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._details = ""
        self._failure: Failure | None = None
        self._sign = QLabel()
        self._words = QLabel()
        self._words.setObjectName("bannerText")
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = QPushButton()
        self._copy.setObjectName("copyDetails")
        self._copy.clicked.connect(self._copy_details)
        say(self._copy, self._copy.setText, "Copy details")
        self._buttons: list[QPushButton] = []
        self._question: tuple[str, tuple[QPushButton, ...]] | None = None
        """What is asked until it is answered, and its answers."""
        close = QToolButton()
        close.setIcon(icon("close"))
        close.clicked.connect(self.dismiss)
        say(close, close.setToolTip, "Close")
        say(close, close.setAccessibleName, "Close the message")
        self._timer = QTimer(self, singleShot=True, interval=_NOTICE_STAYS)
        self._timer.timeout.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 8, 6)
        self._row.setSpacing(10)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._copy)
        self._row.addWidget(close)
        self.hide()
        follow(self, self._tell_again)

    @property
    def text(self) -> str:
        """The words on show, empty when the banner is hidden."""
        return "" if self.isHidden() else self._words.text()

    @property
    def details(self) -> str:
        """What *copy details* copies."""
        return self._details

    def show_failure(self, failure: Failure) -> None:
        """Say what went wrong, until the person closes it or something succeeds."""
        self._failure = failure
        self._details = f"{failure.message}\n\n{failure.details}"
        self._show(words_of(failure), "failure", "warning")

    def show_notice(self, words: str) -> None:
        """Say what happened, for a few seconds."""
        self._show(words, "notice", "done")
        self._timer.start()

    def ask(self, words: str, *answers: QPushButton) -> None:
        """Ask something with buttons for the answers; any of them closes the banner.

        What else is said meanwhile comes and goes before it; only closing it leaves it unanswered.
        """
        self._question = words, answers
        for button in answers:
            button.clicked.connect(self._answered)
        self._show_question()

    def offer(self, button: QPushButton) -> None:
        """Offer a way out beside the words that are on show; taking it closes the banner."""
        button.clicked.connect(self.dismiss)
        self._put(button)

    def dismiss(self) -> None:
        """Close what is on show; a question that waits behind it is asked again."""
        asked = self.property("tone") == "question"
        if asked or self._question is None or self.isHidden():
            self._question = None if asked else self._question
            self.hide()
        else:
            self._show_question()

    @property
    def failed(self) -> bool:
        """Whether a failure is on show."""
        return not self.isHidden() and self.property("tone") == "failure"

    def clear_failure(self) -> None:
        """Take a failure away: it no longer describes what is on the screen."""
        if self.failed:
            self.dismiss()

    def _show_question(self) -> None:
        if self._question is not None:
            words, answers = self._question
            self._show(words, "question", "question")
            for button in answers:
                self._put(button)

    def _answered(self) -> None:
        self._question = None
        self.hide()

    def _put(self, button: QPushButton) -> None:
        self._row.insertWidget(self._row.count() - 1, button)
        self._buttons.append(button)
        button.show()

    def _show(self, words: str, tone: str, sign: str) -> None:
        self._timer.stop()
        while self._buttons:
            gone = self._buttons.pop()
            self._row.removeWidget(gone)  # or it would keep its place until it is deleted
            gone.hide()
            if self._question is None or gone not in self._question[1]:
                gone.deleteLater()
        self._words.setText(words)
        self._sign.setPixmap(icon(sign).pixmap(18, 18))
        self._copy.setVisible(tone == "failure")
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(words)
        self.show()

    def _tell_again(self) -> None:
        """Say the failure on show in another language."""
        if self.failed and self._failure is not None:
            self._words.setText(words_of(self._failure))
            self.setAccessibleName(words_of(self._failure))

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
