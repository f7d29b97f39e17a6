"""The levels after the mapped ones: there is nothing to set, and the window says why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from faceswap_gui.gui.inspector.control_row import NAME_WIDTH
from faceswap_gui.gui.language import follow, tr


class LaterLevel(QWidget):
    """A level that passes unchanged, greyed, with the reason in words."""

    def __init__(self, level: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"level{level}Later")
        self._level = level
        self._name, self._reason = QLabel(), QLabel()
        for label in (self._name, self._reason):
            label.setProperty("quiet", "true")
        self._name.setFixedWidth(NAME_WIDTH)
        self._reason.setWordWrap(True)
        self._reason.setIndent(0)  # by itself half an x, which the theme or the font may change
        self._reason.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)  # and the label's own padding: as far as the sliders begin
        grid.addWidget(self._name, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._reason, 0, 1)
        grid.setColumnStretch(1, 1)
        follow(self, self._tell)

    def _tell(self) -> None:
        name = tr("Level {level}", level=self._level)
        reason = tr("passes unchanged, to keep the person")
        self._name.setText(name)
        self._reason.setText(reason)
        self.setAccessibleName(f"{name}: {reason}")
        words = tr(
            "So coarse a level tells who somebody is rather than how the light falls. It is "
            "neither mapped nor told about the mesh."
        )
        self.setToolTip(f"<p style='white-space:normal'>{words}</p>")
