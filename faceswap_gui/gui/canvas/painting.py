"""Painting pictures at any zoom, quickly, and their difference."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from faceswap_gui.gui.canvas.view import View
from faceswap_gui.gui.messages import Pyramid

SHARP_FROM = 2.0
"""From this zoom on every pixel is drawn as a square instead of being smoothed."""
_COARSEST = 0.7
"""How large on the screen a level's pixel may be. Near 1 all is blurred between two pixels."""
GRID_FROM = 8.0
"""From this zoom on lines separate the pixels."""


def draw_picture(
    painter: QPainter, pyramid: Pyramid, view: View, clip: QRectF, pixel_ratio: float = 1.0
) -> None:
    """Draw the part of the picture that falls within `clip`, a rectangle of the viewport."""
    zoom = view.scale * pixel_ratio
    image = pyramid.levels[_level_for(zoom, pyramid)]
    whole = view.rectangle(QSizeF(pyramid.size))
    visible = whole.intersected(clip)
    if visible.isEmpty():
        return
    across, down = image.width() / whole.width(), image.height() / whole.height()
    part = QRectF(
        (visible.x() - whole.x()) * across,
        (visible.y() - whole.y()) * down,
        visible.width() * across,
        visible.height() * down,
    )
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom < SHARP_FROM)
    painter.drawImage(visible, image, part)


def draw_grid(
    painter: QPainter, size: QSize, view: View, clip: QRectF, pixel_ratio: float = 1.0
) -> None:
    """Draw lines between the pixels where they are large enough to tell apart."""
    if view.scale * pixel_ratio < GRID_FROM:
        return
    visible = view.rectangle(QSizeF(size)).intersected(clip)
    first, last = view.to_picture(visible.topLeft()), view.to_picture(visible.bottomRight())
    painter.setPen(QPen(QColor(128, 128, 128, 90), 0))
    for column in range(int(first.x()) + 1, int(last.x()) + 1):
        x = view.to_viewport(QPointF(column, 0)).x()
        painter.drawLine(QPointF(x, visible.top()), QPointF(x, visible.bottom()))
    for row in range(int(first.y()) + 1, int(last.y()) + 1):
        y = view.to_viewport(QPointF(0, row)).y()
        painter.drawLine(QPointF(visible.left(), y), QPointF(visible.right(), y))


def difference_image(
    before: Pyramid, after: Pyramid, view: View, viewport: QSize, pixel_ratio: float = 1.0
) -> QImage:
    """Return what differs between two pictures, eight times as strong, as the viewport sees it."""
    image = QImage(viewport * pixel_ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(pixel_ratio)
    image.fill(0)
    clip = QRectF(QPointF(0, 0), QSizeF(viewport))
    painter = QPainter(image)
    draw_picture(painter, before, view, clip, pixel_ratio)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    draw_picture(painter, after, view, clip, pixel_ratio)
    painter.end()
    for _doubling in range(3):
        _double(image)
    return image


def _double(image: QImage) -> None:
    copy = image.copy()
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    painter.drawImage(QPointF(0, 0), copy)
    painter.end()


def _level_for(zoom: float, pyramid: Pyramid) -> int:
    index = 0
    while (
        index + 1 < len(pyramid.levels) and zoom * 2 ** (index + 1 + pyramid.halvings) <= _COARSEST
    ):
        index += 1
    return index
