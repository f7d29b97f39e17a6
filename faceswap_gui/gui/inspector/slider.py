"""A slider for a control: fine steps, double-click to reset, one history step a gesture."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from superqt import QDoubleSlider

from faceswap_gui.pipeline.settings import Control

_PAUSE = 0.8
"""Seconds without a turn of the wheel or a key after which the next one is a new step."""

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
}


class ControlSlider(QDoubleSlider):
    """A horizontal slider over a control's range."""

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)  # type: ignore[no-untyped-call]
        self._default = control.default
        self._gesture: str | None = None
        self._run_of_turns = ""
        self._last_turn = 0.0
        self.setObjectName(f"{control.name}Slider")
        self.setRange(control.minimum, control.maximum)
        self.setSingleStep(control.step)
        self.setPageStep(10 * control.step)
        self.setValue(control.default)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def gesture(self) -> str | None:
        """The name of the drag, or run of keys or wheel, that is changing the value, if any."""
        return self._gesture

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag."""
        self._gesture = uuid4().hex
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag."""
        super().mouseReleaseEvent(event)
        self._gesture = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go back to the default."""
        self._gesture = None
        self.setValue(self._default)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the value by keys, a run of them being one step of history."""
        value = self._value_after(Qt.Key(event.key()))
        if value is None:
            super().keyPressEvent(event)
            return
        with self._turn():
            self.setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Fine-tune by the wheel when the slider has the focus; else let the inspector scroll."""
        if not self.hasFocus():
            event.ignore()
            return
        with self._turn():
            super().wheelEvent(event)

    def _value_after(self, key: Qt.Key) -> float | None:
        # superqt's sliders leave the keyboard to QSlider, which knows only whole numbers.
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return float(self.minimum() if key == Qt.Key.Key_Home else self.maximum())
        steps = _STEPS.get(key)
        return None if steps is None else float(self.value() + steps * self.singleStep())

    @contextmanager
    def _turn(self) -> Iterator[None]:
        now = time.monotonic()
        if now - self._last_turn > _PAUSE:
            self._run_of_turns = uuid4().hex
        self._last_turn = now
        self._gesture = self._run_of_turns
        yield
        self._gesture = None
