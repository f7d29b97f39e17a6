"""Puts another style sheet on the whole application while its window goes on answering.

Qt takes three times as long to exchange one style sheet for another as to take one off and put the
other on, and even these two together would stop a full window for longer than a person's eye
forgives. So each is a step of its own. Meanwhile the windows keep showing what they showed, and
their docks stay where they are, and what was scrolled to: nobody sees a window undressed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from shiboken6 import isValid

_BREATH = 10
"""Milliseconds between two steps, in which the window takes what was typed and clicked."""


class Dressing(QObject):
    """Changes the application's style sheet in steps, with a breath between them."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: list[Callable[[], None]] = []
        self._still: list[QWidget] = []
        self._scrolled: list[tuple[QScrollBar, int]] = []
        self._timer = QTimer(self, interval=_BREATH)
        self._timer.timeout.connect(self._take_step)

    @property
    def over(self) -> bool:
        """Whether all windows show what they wear."""
        return not self._steps

    def change(self, application: QApplication, put_on: Callable[[], None]) -> None:
        """Take the style sheet off and call `put_on`, which puts another one on.

        Before anything is on the screen both happen at once. Called again while a change is
        under way, the steps begin anew with the later `put_on`.
        """
        shown = [window for window in application.topLevelWidgets() if window.isVisible()]
        self._hold_still(shown)
        application.setStyleSheet("")
        if not shown:
            put_on()
            return
        self._steps = [put_on, self._lay_out, self._show]
        self._timer.start()

    def _take_step(self) -> None:
        self._steps.pop(0)()
        if not self._steps:
            self._timer.stop()

    def _hold_still(self, windows: list[QWidget]) -> None:
        if not self._still:  # else what was scrolled to is known from before
            bars = [bar for window in windows for bar in window.findChildren(QScrollBar)]
            self._scrolled = [(bar, bar.value()) for bar in bars if bar.isVisible()]
        self._still = windows
        for window in windows:
            window.setUpdatesEnabled(False)
            layout = window.layout()
            if layout is not None:
                layout.setEnabled(False)

    def _lay_out(self) -> None:
        for window in filter(isValid, self._still):
            layout = window.layout()
            if layout is not None:
                layout.setEnabled(True)
                layout.activate()

    def _show(self) -> None:
        for bar, value in self._scrolled:
            if isValid(bar):
                bar.setValue(value)
        for window in filter(isValid, self._still):
            window.setUpdatesEnabled(True)
        self._still, self._scrolled = [], []
