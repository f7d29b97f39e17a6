"""One control: its name, its slider and its value to type."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from faceswap_gui.gui.inspector.slider import ControlSlider
from faceswap_gui.gui.inspector.value_box import ValueBox, decimals
from faceswap_gui.gui.language import follow, say, tr
from faceswap_gui.pipeline.settings import Control

NAME_WIDTH = 86
"""Of the column of names, in the window's units."""


class ControlRow(QWidget):
    """Shows a control's value and tells when the person changes it."""

    edited = Signal(str, float, object)
    """The control's name, its new value, and the gesture (a str) or None."""

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self.slider = ControlSlider(control)
        self.spin_box = ValueBox(control)
        self._grid = QGridLayout(self)
        self._lay_out()
        self.slider.valueChanged.connect(self._slid)
        self.spin_box.valueChanged.connect(self._typed)
        # Who has typed a value goes on by keys: with the arrows here, or with a tool's letter.
        self.spin_box.finished.connect(self.slider.setFocus)
        follow(self, self._tell)

    def show_value(self, value: float) -> None:
        """Show the document's value without telling it back."""
        with QSignalBlocker(self.slider), QSignalBlocker(self.spin_box):
            self.slider.setValue(value)
            self.spin_box.setValue(value)
        self.slider.update()

    def add_before_name(self, widget: QWidget) -> None:
        """Put a small widget before the name."""
        self._names.insertWidget(0, widget)

    def add_below(self, widget: QWidget) -> None:
        """Put a widget under the slider."""
        self._grid.addWidget(widget, 1, 1, 1, 2)

    def add_under_name(self, widget: QWidget) -> None:
        """Put a small widget under the name, beside what `add_below` puts under the slider."""
        self._grid.addWidget(widget, 1, 0, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        name = _Name()
        name.double_clicked.connect(self.slider.reset)
        name.setBuddy(self.spin_box)
        names = QWidget()
        names.setFixedWidth(NAME_WIDTH)
        self._names = QHBoxLayout(names)
        self._names.setContentsMargins(0, 0, 0, 0)
        self._names.setSpacing(4)
        self._names.addWidget(name, 1)
        say(name, name.setText, self.control.label)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.addWidget(names, 0, 0)
        self._grid.addWidget(self.slider, 0, 1)
        self._grid.addWidget(self.spin_box, 0, 2)

    def _tell(self) -> None:
        label, words = tr(self.control.label), tr(self.control.help)
        unit = tr("In {unit}.", unit=tr(self.control.unit)) if self.control.unit else ""
        advice = tr("Double-click resets it.")
        self.setToolTip(f"<p style='white-space:normal'>{words}</p><p>{unit} {advice}</p>")
        for widget in (self.slider, self.spin_box):
            widget.setAccessibleName(label)
            widget.setAccessibleDescription(words)

    def _slid(self, value: float) -> None:
        value = _on_step(value, self.control)
        with QSignalBlocker(self.spin_box):
            self.spin_box.setValue(value)
        self.edited.emit(self.control.name, value, self.slider.gesture)

    def _typed(self, value: float) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(value)
        self.slider.update()
        self.edited.emit(self.control.name, value, self.spin_box.gesture)


class _Name(QLabel):
    """A control's name; a double-click resets the control, as in other photo editors."""

    double_clicked = Signal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell of it."""
        self.double_clicked.emit()


def _on_step(value: float, control: Control) -> float:
    """Return the value rounded to the control's step, as the typed value would be."""
    steps = round((value - control.minimum) / control.step)
    rounded = round(control.minimum + steps * control.step, decimals(control.step))
    return min(control.maximum, max(control.minimum, rounded))
