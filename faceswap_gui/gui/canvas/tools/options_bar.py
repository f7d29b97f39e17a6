"""How the tool in use is set: a row above the canvas, empty for the hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from faceswap_gui.gui.actions import Actions
from faceswap_gui.gui.canvas.tools.toolbox import Toolbox, ToolName
from faceswap_gui.gui.language import mark, say
from faceswap_gui.project.document import Role

_ROLES = {Role.SOURCE: mark("Source"), Role.TARGET: mark("Target")}
_HEIGHT = 38


class OptionsBar(QStackedWidget):
    """Shows the brush's, the landmarks' or the box's options."""

    def __init__(self, toolbox: Toolbox, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("optionsBar")
        self.setFixedHeight(_HEIGHT)
        self._toolbox = toolbox
        self._groups: list[QButtonGroup] = []
        self._brush = self._brush_options(actions)
        self._landmarks = self._landmark_options(actions)
        self._box = self._box_options(actions)
        for page in (self._brush, self._landmarks, self._box):
            self.addWidget(page)
        toolbox.changed.connect(self._follow)
        self._follow()

    # -- the three pages ----------------------------------------------------------------------

    def _brush_options(self, actions: Actions) -> QWidget:
        page, row = _page()
        self._size = _slider("brushSizeSlider", 1, 100)
        self._size.valueChanged.connect(lambda value: self._toolbox.set_size(value / 100))
        self._hardness = _slider("brushHardnessSlider", 0, 100)
        self._hardness.valueChanged.connect(lambda value: self._toolbox.set_hardness(value / 100))
        self._size_value, self._hardness_value = _value(), _value()
        for name, slider, value in (
            (mark("Size"), self._size, self._size_value),
            (mark("Hardness"), self._hardness, self._hardness_value),
        ):
            label = QLabel()
            say(label, label.setText, name)
            say(slider, slider.setAccessibleName, name)
            row.addWidget(label)
            row.addWidget(slider)
            row.addWidget(value)
            row.addSpacing(8)
        row.addWidget(_hint(mark("Alt or Ctrl paints as computed")), 1)
        row.addWidget(_button(actions, "actionShowMask"))
        row.addWidget(_button(actions, "actionClearMask"))
        return page

    def _landmark_options(self, actions: Actions) -> QWidget:
        page, row = _page()
        self._add_roles(row, "landmarks")
        every = self._every = QToolButton()
        every.setObjectName("everyPointSwitch")
        every.setCheckable(True)
        every.toggled.connect(self._toolbox.show_every_point)
        say(every, every.setText, "All points")
        say(every, every.setToolTip, "Show all 478 points instead of those that matter most")
        row.addWidget(every)
        row.addWidget(_hint(mark("Drag a point; a double-click puts it back")), 1)
        row.addWidget(_button(actions, "actionResetLandmarks"))
        return page

    def _box_options(self, actions: Actions) -> QWidget:
        page, row = _page()
        self._add_roles(row, "box")
        row.addWidget(_hint(mark("Draw a box around a face that was missed, hair to chin")), 1)
        row.addWidget(_button(actions, "actionForgetFace"))
        return page

    def _add_roles(self, row: QHBoxLayout, of: str) -> None:
        """Add a pair of buttons that choose the photograph to work on."""
        group = QButtonGroup(self)
        for index, (role, words) in enumerate(_ROLES.items()):
            button = QToolButton()
            button.setObjectName(f"{of}{role.value.capitalize()}")
            button.setCheckable(True)
            button.clicked.connect(_working_on(self._toolbox, role))
            say(button, button.setText, words)
            group.addButton(button, index)
            row.addWidget(button)
        row.addSpacing(8)
        self._groups.append(group)

    def _follow(self) -> None:
        toolbox = self._toolbox
        self.setVisible(toolbox.name is not ToolName.HAND)
        pages = {ToolName.LANDMARKS: self._landmarks, ToolName.BOX: self._box}
        self.setCurrentWidget(pages.get(toolbox.name, self._brush))
        for slider, label, share in (
            (self._size, self._size_value, toolbox.size),
            (self._hardness, self._hardness_value, toolbox.hardness),
        ):
            slider.blockSignals(True)
            slider.setValue(round(100 * share))
            slider.blockSignals(False)
            label.setText(f"{100 * share:.0f} %")
        self._every.setChecked(toolbox.every_point)
        for group in self._groups:
            group.button(list(_ROLES).index(toolbox.role)).setChecked(True)


def _page() -> tuple[QWidget, QHBoxLayout]:
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(12, 2, 8, 2)
    row.setSpacing(6)
    return page, row


def _slider(name: str, low: int, high: int) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setObjectName(name)
    slider.setRange(low, high)
    slider.setPageStep(10)
    slider.setMinimumWidth(60)
    slider.setMaximumWidth(130)
    return slider


def _value() -> QLabel:
    label = QLabel()
    label.setProperty("quiet", True)
    label.setMinimumWidth(label.fontMetrics().horizontalAdvance("100 %") + 4)
    return label


def _hint(words: str) -> QLabel:
    label = QLabel()
    label.setProperty("quiet", True)
    # A narrow window cuts the hint off, never a control.
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    say(label, label.setText, words)
    return label


def _button(actions: Actions, name: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name.replace("action", "button", 1))
    button.setDefaultAction(actions[name])
    return button


def _working_on(toolbox: Toolbox, role: Role) -> Callable[[bool], None]:
    return lambda _checked: toolbox.work_on(role)
