"""Puts another style sheet on the whole application while its window goes on answering.

Qt takes three times as long to exchange one style sheet for another as to take one off and put the
other on, and even these two together would stop a full window for longer than a person's eye
forgives. So each is a step of its own. Meanwhile the windows keep showing what they showed, and
their docks stay where they are: nobody sees a window undressed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_BREATH = 10
"""Milliseconds between two steps, in which the window takes what was typed and clicked."""


class Dressing(QObject):
    """Changes the application's style sheet in steps, with a breath between them."""

    def __init__(self) -> None:
        super().__init__()
        self._application: QApplication | None = None
        self._put_on: Callable[[QApplication], None] | None = None
        self._still: list[QWidget] = []

    @property
    def over(self) -> bool:
        """Whether all windows show what they wear."""
        return self._put_on is None and not self._still

    def change(self, application: QApplication, put_on: Callable[[QApplication], None]) -> None:
        """Take the style sheet off and call `put_on`, which puts another one on.

        Before anything is on the screen both happen at once. Called again while a change is
        under way, only the later `put_on` counts.
        """
        under_way = self._put_on is not None
        self._application, self._put_on = application, put_on
        if under_way:
            return
        self._still = [each for each in application.topLevelWidgets() if each.isVisible()]
        if not self._still:
            application.setStyleSheet("")
            self._dress()
            return
        for window in self._still:
            _hold_still(window)
        application.setStyleSheet("")
        QTimer.singleShot(_BREATH, self, self._dress_shown)

    def _dress_shown(self) -> None:
        self._dress()
        QTimer.singleShot(_BREATH, self, self._lay_out)

    def _dress(self) -> None:
        put_on, self._put_on = self._put_on, None
        if put_on is not None and self._application is not None:
            put_on(self._application)

    def _lay_out(self) -> None:
        for window in self._windows():
            layout = window.layout()
            if layout is not None:
                layout.setEnabled(True)
                layout.activate()
        QTimer.singleShot(_BREATH, self, self._show)

    def _show(self) -> None:
        if self._put_on is None:
            for window in self._windows():
                window.setUpdatesEnabled(True)
            self._still = []

    def _windows(self) -> list[QWidget]:
        """Return the windows that are held still; none while another change is under way."""
        return [] if self._put_on is not None else [each for each in self._still if isValid(each)]


def _hold_still(window: QWidget) -> None:
    window.setUpdatesEnabled(False)
    layout = window.layout()
    if layout is not None:
        layout.setEnabled(False)
