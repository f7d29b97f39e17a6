"""The row above the canvas: undo, ways to compare, zoom."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from faceswap_gui.gui.actions import Actions
from faceswap_gui.gui.language import follow

_COMPARE = (
    "actionCompare",
    "actionCompareSideBySide",
    "actionCompareDifference",
    "actionCompareThree",
)
_ZOOM = ("actionZoomOut", "actionZoomIn", "actionFit")


class Header(QWidget):
    """Buttons for what is done with the preview most often."""

    def __init__(
        self,
        actions: Actions,
        undo: QAction,
        redo: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 4, 8, 4)
        self._row.setSpacing(2)
        self._add(undo)
        self._add(redo)
        self._row.addStretch()
        for name in _COMPARE:
            self._add(actions[name])
        self._add_held(actions["actionBefore"])
        self._row.addStretch()
        for name in _ZOOM:
            self._add(actions[name])
        self._add(actions["actionActualSize"])

    def _add_held(self, action: QAction) -> None:
        """Add a button that keeps its action checked only as long as it is held."""
        button = QToolButton()
        button.setObjectName(action.objectName().replace("action", "button", 1))
        button.setIcon(action.icon())
        button.setIconSize(QSize(20, 20))
        button.setEnabled(action.isEnabled())
        button.pressed.connect(lambda: action.setChecked(True))
        button.released.connect(lambda: action.setChecked(False))
        action.enabledChanged.connect(button.setEnabled)
        follow(button, lambda: button.setToolTip(action.toolTip()))
        follow(button, lambda: button.setAccessibleName(action.toolTip()))
        self._row.addWidget(button)

    def _add(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setObjectName(action.objectName().replace("action", "button", 1))
        button.setDefaultAction(action)
        button.setIconSize(QSize(20, 20))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        if action.icon().isNull():
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._row.addWidget(button)
        return button
