"""The tools as a column of buttons beside the canvas."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from faceswap_gui.gui.actions import Actions
from faceswap_gui.gui.canvas.tools.workbench import ACTIONS

_GROUPS = (("actionToolHand",), tuple(ACTIONS.values())[1:4], tuple(ACTIONS.values())[4:])


class ToolBar(QWidget):
    """One button a tool; the pressed one is in use."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolBar")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 6, 4, 6)
        column.setSpacing(2)
        for index, group in enumerate(_GROUPS):
            if index:
                column.addWidget(_line())
            for name in group:
                button = QToolButton()
                button.setObjectName(name.replace("action", "button", 1))
                button.setDefaultAction(actions[name])
                button.setIconSize(QSize(22, 22))
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
                column.addWidget(button)
        column.addStretch()


def _line() -> QWidget:
    line = QFrame()
    line.setObjectName("line")
    line.setFixedHeight(1)
    return line
