"""The column on the right: presets, the controls, and the result's way out."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from faceswap_gui.gui.drag_handle import DragHandle
from faceswap_gui.gui.drag_out import DragOut
from faceswap_gui.gui.inspector.inspector import Inspector
from faceswap_gui.gui.inspector.preset_bar import PresetBar
from faceswap_gui.gui.language import say


class ControlColumn(QWidget):
    """The preset bar above the inspector, *Export…* and the drag handle below."""

    def __init__(
        self, presets: PresetBar, inspector: Inspector, export: QAction, result: DragOut
    ) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(presets)
        layout.addWidget(inspector, 1)
        way_out = QHBoxLayout()
        way_out.setContentsMargins(12, 8, 12, 10)
        way_out.addWidget(_export_button(export), 1)
        way_out.addWidget(DragHandle(result))
        layout.addLayout(way_out)


def _export_button(action: QAction) -> QPushButton:
    button = QPushButton()
    button.setObjectName("primary")
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    say(button, button.setText, "Export…")
    return button
