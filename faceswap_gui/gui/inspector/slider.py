"""A slider for a control: fine steps, double-click to reset, one history step a gesture."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from superqt import QDoubleSlider

from faceswap_gui.gui.inspector.turns import Turns
from faceswap_gui.pipeline.settings import Control

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
        self._pressed: str | None = None
        self._turns = Turns()
        self.setObjectName(f"{control.name}Slider")
        self.setRange(control.minimum, control.maximum)
        self.setSingleStep(control.step)
        self.setPageStep(10 * control.step)
        self.setValue(control.default)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def gesture(self) -> str | None:
        """The name of the drag, or run of keys or wheel, that is changing the value, if any."""
        return self._gesture or self._turns.run

    def reset(self) -> None:
        """Go back to the default."""
        self.setValue(self._default)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag."""
        self._gesture = self._pressed = uuid4().hex
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag."""
        super().mouseReleaseEvent(event)
        self._gesture = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go back to the default; what the first click did to the value is part of that step."""
        self._gesture = self._pressed
        self.reset()
        self._gesture = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the value by keys, a run of them being one step of history."""
        value = self._value_after(Qt.Key(event.key()))
        if value is None:
            super().keyPressEvent(event)
            return
        with self._turns.turn():
            self.setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Fine-tune by the wheel when the slider has the focus; else let the inspector scroll."""
        self._turns.wheel(self, event, super().wheelEvent)

    def _value_after(self, key: Qt.Key) -> float | None:
        # superqt's sliders leave the keyboard to QSlider, which knows only whole numbers.
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return float(self.minimum() if key == Qt.Key.Key_Home else self.maximum())
        steps = _STEPS.get(key)
        return None if steps is None else float(self.value() + steps * self.singleStep())
