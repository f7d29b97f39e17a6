"""What will spoil the picture, told in the status bar: a sign and a count, the words on request."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.language import follow, tr
from faceswap_gui.gui.messages import Measured
from faceswap_gui.gui.studio import Studio

if TYPE_CHECKING:
    from faceswap_gui.reenactment import QualityWarning

_WIDTH = 400


class QualityNotes(QToolButton):
    """Hidden while all is well; with warnings, a button that opens them above itself."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("qualityWarnings")
        self.setIcon(icon("warning"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._warnings: tuple[QualityWarning, ...] = ()
        self._words = QLabel()
        self._words.setObjectName("qualityWarningsText")
        self._words.setWordWrap(True)
        self._words.setFixedWidth(_WIDTH)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sheet = QFrame(self, Qt.WindowType.Popup)
        self._sheet.setObjectName("qualitySheet")
        layout = QVBoxLayout(self._sheet)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(self._words)
        self.clicked.connect(self._open)
        studio.measured_changed.connect(self._show_measured)
        self.hide()
        follow(self, self._tell)

    def words(self) -> list[str]:
        """Return the warnings in the person's language, each with its remedy."""
        return [tr(w.template, number=w.number, limit=w.limit) for w in self._warnings]

    def _show_measured(self, measured: Measured | None) -> None:
        if measured is None:
            return  # The pair is still the same while a control moves; nothing need flicker.
        self._warnings = measured.warnings
        self._tell()
        self.setVisible(bool(self._warnings))

    def _tell(self) -> None:
        count = len(self._warnings)
        text = tr("1 warning") if count == 1 else tr("{count} warnings", count=count)
        self.setText(text)
        words = self.words()
        self._words.setText("".join(f"<p style='margin:4px 0'>{escape(one)}</p>" for one in words))
        self.setToolTip(tr("What will be seen in the result, and what helps"))
        self.setAccessibleName(text)
        self.setAccessibleDescription(" ".join(words))

    def _open(self) -> None:
        self._sheet.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width(), 0))
        self._sheet.move(corner - QPoint(self._sheet.width(), self._sheet.height() + 4))
        self._sheet.show()
