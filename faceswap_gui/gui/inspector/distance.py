"""How far a level's features lie from the target's, before and after mapping."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceswap_gui.gui.language import follow, tr
from faceswap_gui.gui.theme import theme

_BAR = 4.0


class DistanceBar(QWidget):
    """Two numbers, a bar from before to after, and whether the set condition holds.

    A tick and the words say whether it holds; the colour only repeats it.
    """

    def __init__(self, level: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level = level
        self._facts: dict[str, Any] | None = None
        self.setObjectName(f"level{level}Distance")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, self._tell)
        theme.changed.connect(self.update)

    def show_facts(self, facts: dict[str, Any] | None) -> None:
        """Show one level's entry of the report: before, after, ratio, holds."""
        self._facts = facts
        self._tell()
        self.update()

    def text(self) -> str:
        """Return the distances in words, as they are painted."""
        if self._facts is None:
            return tr("distance –")
        return "{before:.3f} → {after:.3f}".format(**self._facts)

    def verdict(self) -> str:
        """Return whether the set condition holds, in words."""
        if self._facts is None:
            return ""
        return tr("✓ met") if self._facts["holds"] else tr("✗ not met")

    def sizeHint(self) -> QSize:
        """Return room for a line of text and the bar."""
        return QSize(160, self.fontMetrics().height() + 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers and the bar."""
        colours, painter = theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(0, 0, self.width(), self.fontMetrics().height())
        painter.setPen(QColor(colours.quiet))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, self.text())
        track = QRectF(0, line.bottom() + 3, self.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(track, 2, 2)
        if self._facts is not None:
            good = QColor(colours.good if self._facts["holds"] else colours.middling)
            painter.setPen(good)
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, self.verdict())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(good)
            share = min(1.0, max(0.0, float(self._facts["ratio"])))
            size = track.size()
            size.setWidth(track.width() * share)
            painter.drawRoundedRect(QRectF(QPointF(track.topLeft()), size), 2, 2)
        painter.end()

    def _tell(self) -> None:
        self.setAccessibleName(f"{self.text()} {self.verdict()}")
        self.setToolTip(
            "<p style='white-space:normal'>"
            + tr(
                "Sliced-Wasserstein distance of this level's features to the target's, before and "
                "after mapping. The bar shows what is left of it. The set condition is met when "
                "mapping has brought them near enough."
            )
            + "</p>"
        )
