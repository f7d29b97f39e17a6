"""A level's transport map over the preview, with a legend in numbers."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QWidget

from faceswap_gui.gui.canvas.view import View
from faceswap_gui.gui.colour_scale import END, STOPS
from faceswap_gui.gui.language import tr
from faceswap_gui.gui.messages import TransportPicture

_OPACITY = 0.85
_MARGIN, _PADDING, _BAR, _GAP = 12.0, 10.0, 10.0, 5.0
_NARROWEST = 190.0


class TransportOverlay(QObject):
    """What lies over the result while a level is looked into; nothing most of the time."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._picture: TransportPicture | None = None
        self._pixel: tuple[int, int] | None = None

    @property
    def picture(self) -> TransportPicture | None:
        """The map on show."""
        return self._picture

    def show(self, picture: TransportPicture | None) -> None:
        """Lay another map over the result, or none."""
        if picture is not self._picture:
            self._picture = picture
            # A screen reader says what the legend shows.
            words = f"{self.title()}. {self.figures()}" if picture is not None else ""
            self._canvas.setAccessibleDescription(words)
            self._canvas.update()

    def point_at(self, pixel: tuple[int, int] | None) -> None:
        """Mark on the legend how far the photograph's pixel under the pointer moved."""
        self._pixel = pixel
        if self._picture is not None:
            self._canvas.update()

    def paint(self, painter: QPainter, view: View, clip: QRectF) -> None:
        """Paint the map over the result, which is drawn with `view` and shows within `clip`."""
        picture = self._picture
        if picture is None:
            return
        size = QSizeF(picture.place.width() * view.scale, picture.place.height() * view.scale)
        painter.save()
        painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
        painter.setOpacity(_OPACITY)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(view.to_viewport(picture.place.topLeft()), size), picture.image)
        painter.restore()

    def paint_legend(self, painter: QPainter) -> None:
        """Paint what the colours mean into the canvas's lower right corner."""
        picture = self._picture
        if picture is None:
            return
        title, figures = self.title(), self.figures()
        metrics = QFontMetricsF(painter.fontMetrics())
        width = max(_NARROWEST, *(metrics.horizontalAdvance(text) for text in (title, figures)))
        line = metrics.height()
        height = 3 * line + _BAR + 2 * _GAP
        box = QRectF(0, 0, width + 2 * _PADDING, height + 2 * _PADDING)
        box.moveBottomRight(QPointF(self._canvas.rect().bottomRight()) - QPointF(_MARGIN, _MARGIN))
        _paint_plate(painter, box)
        inner = box.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        painter.setPen(QColor("white"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft, title)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, figures)
        bar = QRectF(inner.left(), inner.top() + line + _GAP, inner.width(), _BAR)
        _paint_scale(painter, bar, line)
        here = self._here()
        if here is not None:
            _paint_mark(painter, bar, here)

    def title(self) -> str:
        """Return the legend's first line."""
        level = self._picture.level if self._picture else 0
        return tr("Level {level}: how far mapping moves features", level=level)

    def figures(self) -> str:
        """Return the legend's last line: the map's figures, and that under the pointer."""
        if self._picture is None:
            return ""
        words = tr(
            "mean {mean:.2f} · most {most:.2f}", mean=self._picture.mean, most=self._picture.most
        )
        here = self._here()
        return words if here is None else f"{words} · {tr('here {here:.2f}', here=here)}"

    def _here(self) -> float | None:
        if self._picture is None or self._pixel is None:
            return None
        return self._picture.at(*self._pixel)


def _paint_plate(painter: QPainter, box: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 200))
    painter.drawRoundedRect(box, 5, 5)


def _paint_scale(painter: QPainter, bar: QRectF, line: float) -> None:
    gradient = QLinearGradient(bar.topLeft(), bar.topRight())
    for index, stop in enumerate(STOPS):
        gradient.setColorAt(index / (len(STOPS) - 1), QColor(*stop))
    painter.fillRect(bar, gradient)
    numbers = QRectF(bar.left(), bar.bottom() + 1, bar.width(), line)
    left, middle, right = (
        Qt.AlignmentFlag.AlignLeft,
        Qt.AlignmentFlag.AlignHCenter,
        Qt.AlignmentFlag.AlignRight,
    )
    painter.drawText(numbers, left, "0")
    painter.drawText(numbers, middle, f"{END / 2:g} σ")
    painter.drawText(numbers, right, f"≥ {END:g} σ")


def _paint_mark(painter: QPainter, bar: QRectF, here: float) -> None:
    x = bar.left() + bar.width() * min(1.0, here / END)
    for colour, width in ((QColor("black"), 4.0), (QColor("white"), 2.0)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(QPointF(x, bar.top() - 2), QPointF(x, bar.bottom() + 2))
