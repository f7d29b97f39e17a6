"""How far a level's features lie from the target's, before and after mapping."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceswap_gui.gui.language import follow, tr
from faceswap_gui.gui.theme import theme

_BAR = 4.0
_GAP = 8
"""Between the distances and the verdict, in the window's units."""


class DistanceBar(QWidget):
    """Two numbers, a bar from before to after, and whether the set condition holds.

    A tick and the words say whether it holds; the colour only repeats it.
    """

    def __init__(self, level: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level = level
        self._facts: dict[str, Any] | None = None
        self._stopped = False
        self.setObjectName(f"level{level}Distance")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, self._tell)
        theme.changed.connect(self.update)

    def show_facts(self, facts: dict[str, Any] | None) -> None:
        """Show one level's entry of the report: before, after, ratio, limit, holds."""
        self._facts = facts
        self._tell()
        self.update()

    def show_stopped(self, stopped: bool) -> None:
        """Say, or say no longer, that measuring was given up; what is known is then of before."""
        self._stopped = stopped
        if stopped:
            self._facts = None
        self._tell()
        self.update()

    def text(self) -> str:
        """Return the distances in words, as they are painted."""
        if self._facts is None:
            return tr("not measured – F5") if self._stopped else tr("distance –")
        return "{before:.3f} → {after:.3f}".format(**self._facts)

    def verdict(self) -> str:
        """Return whether the set condition holds, in words."""
        if self._facts is None:
            return ""
        return tr("✓ met") if self._facts["holds"] else tr("✗ not met")

    def shown_verdict(self) -> str:
        """Return the verdict as it is painted: its sign alone where there is no room for words."""
        width = self.fontMetrics().horizontalAdvance
        verdict = self.verdict()
        needed = width(self.text()) + width(verdict) + _GAP
        return verdict if needed <= self.width() else verdict[:1]

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
            # A fallback font's glyphs may be wider and taller than the font's own measures say.
            flags = int(Qt.AlignmentFlag.AlignRight) | int(Qt.TextFlag.TextDontClip)
            painter.drawText(line.adjusted(0, 0, -2, 0), flags, self.shown_verdict())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(good)
            share = min(1.0, max(0.0, float(self._facts["ratio"])))
            size = track.size()
            size.setWidth(track.width() * share)
            painter.drawRoundedRect(QRectF(QPointF(track.topLeft()), size), 2, 2)
            self._paint_limit(painter, track)
        painter.end()

    def _paint_limit(self, painter: QPainter, track: QRectF) -> None:
        """Paint a mark up to which the bar may reach if the set condition is to be met."""
        share = self._limit_share()
        if share is not None:
            x = track.left() + track.width() * min(1.0, share)
            painter.setBrush(QColor(theme.colours.text))
            painter.drawRect(QRectF(round(x) - 1, track.top() - 2, 2, _BAR + 4))

    def _limit_share(self) -> float | None:
        facts = self._facts
        if facts is None or facts["before"] <= 0:
            return None
        return float(facts["limit"] / facts["before"])

    def _tell(self) -> None:
        self.setAccessibleName(f"{self.text()} {self.verdict()}")
        words = tr(
            "Sliced-Wasserstein distance of this level's features to the target's, before and "
            "after mapping. The bar shows what is left of it; the set condition is met when it "
            "ends before the mark."
        )
        more = self._why_not() if self._stopped else self._numbers()
        self.setToolTip(f"<p style='white-space:normal'>{words}</p><p>{more}</p>")

    def _why_not(self) -> str:
        return tr("Measuring was stopped with Esc; F5 or the next change measures again.")

    def _numbers(self) -> str:
        share = self._limit_share()
        if self._facts is None or share is None:
            return ""
        left = 100 * self._facts["ratio"]
        return tr(
            "{left:.0f} % are left; the mark is at {mark:.0f} %.", left=left, mark=100 * share
        )
