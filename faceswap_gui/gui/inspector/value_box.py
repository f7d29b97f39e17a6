"""A control's value to type, beside its slider."""

from __future__ import annotations

import math

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from faceswap_gui.gui.inspector.turns import Turns
from faceswap_gui.pipeline.settings import Control

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ValueBox(QDoubleSpinBox):
    """A number with a point, as the history tells it; a comma is taken for one."""

    finished = Signal()
    """Enter was pressed: the value is meant, and keys are for something else from now on."""

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turns = Turns()
        self.setObjectName(f"{control.name}Value")
        self.setLocale(QLocale.c())
        self.setDecimals(decimals(control.step))
        self.setRange(control.minimum, control.maximum)
        self.setSingleStep(control.step)
        self.setValue(control.default)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        # A value half typed ("0." on the way to "0.35") is not yet meant.
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(56)

    @property
    def gesture(self) -> str | None:
        """The name of the run of keys or wheel that is changing the value, if any."""
        return self._turns.run

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Take a comma for the point."""
        return super().validate(text.replace(",", "."), position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by keys, a run of them being one step of history; Enter ends the typing.

        Esc takes back what was typed and is not meant yet.
        """
        if event.key() == Qt.Key.Key_Escape and self.text() != self.textFromValue(self.value()):
            self.lineEdit().setText(self.textFromValue(self.value()))
            self.selectAll()
            return
        if event.key() in _STEPS:
            with self._turns.turn():
                super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)
        if event.key() in _ENDS:
            self.finished.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Fine-tune by the wheel when the box has the focus; else let the inspector scroll."""
        self._turns.wheel(self, event, super().wheelEvent)


def decimals(step: float) -> int:
    """Return how many places after the point a step needs."""
    return max(0, math.ceil(-math.log10(step)))
