"""Puts another style sheet on the whole application while its window goes on answering.

Qt polishes every widget of the program in the moment its style sheet is exchanged, which stops a
full window for longer than a person's eye forgives. Here the widgets are undressed some at a time,
the sheets are exchanged while Qt takes them for not yet shown, and they are dressed some at a time.
Meanwhile the windows keep showing what they showed, and their docks stay where they are, and what
was scrolled to: nobody sees a window undressed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from shiboken6 import isValid

_BREATH = 5
"""Milliseconds between two steps, in which the window takes what was typed and clicked."""
_AT_ONCE = 90
"""Widgets that are dressed or undressed in one step."""
_POLISHED = Qt.WidgetAttribute.WA_WState_Polished


class Dressing(QObject):
    """Changes the application's style sheet in steps, with a breath between them."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: Iterator[None] | None = None
        self._still: list[QWidget] = []
        self._scrolled: list[tuple[QScrollBar, int]] = []
        self._bare: list[QWidget] = []
        """Widgets that are still to be polished with the new style sheet."""
        self._timer = QTimer(self, interval=_BREATH)
        self._timer.timeout.connect(self._take_step)

    @property
    def over(self) -> bool:
        """Whether all windows show what they wear."""
        return self._steps is None

    def change(self, application: QApplication, put_on: Callable[[], None]) -> None:
        """Take the style sheet off and call `put_on`, which puts another one on.

        Before anything is on the screen both happen at once. Called again while a change is
        under way, the steps begin anew with the later `put_on`.
        """
        shown = [window for window in application.topLevelWidgets() if window.isVisible()]
        self._hold_still(shown)
        if not shown:
            application.setStyleSheet("")
            put_on()
            return
        self._steps = self._change(application, put_on)
        self._timer.start()

    def _change(self, application: QApplication, put_on: Callable[[], None]) -> Iterator[None]:
        dressed = [w for w in application.allWidgets() if w.testAttribute(_POLISHED)]
        for first in range(0, len(dressed), _AT_ONCE):
            self._undress(application, dressed[first : first + _AT_ONCE])
            yield
        application.setStyleSheet("")
        yield
        put_on()
        while self._bare:
            yield
            self._dress(application)
        yield
        self._lay_out()
        yield
        self._show()

    def _take_step(self) -> None:
        try:
            if self._steps is not None:
                next(self._steps)
        except StopIteration:
            self._steps = None
            self._timer.stop()

    def _undress(self, application: QApplication, widgets: Sequence[QWidget]) -> None:
        """Let Qt take widgets for such as were never shown, and so leave them as they are."""
        style = application.style()
        for widget in filter(isValid, widgets):
            style.unpolish(widget)
            widget.setAttribute(_POLISHED, False)
            self._bare.append(widget)

    def _dress(self, application: QApplication) -> None:
        """Polish some of the widgets that are still bare."""
        some, self._bare = self._bare[:_AT_ONCE], self._bare[_AT_ONCE:]
        style, changed = application.style(), QEvent(QEvent.Type.StyleChange)
        for widget in filter(isValid, some):
            style.polish(widget)
            widget.setAttribute(_POLISHED, True)
            QCoreApplication.sendEvent(widget, changed)

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
