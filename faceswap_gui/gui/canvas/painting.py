"""Painting pictures at any zoom, quickly, and their difference."""

from __future__ import annotations

from itertools import product
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from faceswap_gui.gui.canvas.reduction import TILE, Reductions, Scale
from faceswap_gui.gui.canvas.view import View
from faceswap_gui.gui.messages import Pyramid

SHARP_FROM = 2.0
"""From this zoom on every pixel is drawn as a square instead of being smoothed."""
_COARSEST = 0.2
"""How large on the screen a level's pixel may be; larger, and the finest grain is not exact."""
GRID_FROM = 8.0
"""From this zoom on lines separate the pixels."""


def draw_picture(
    painter: QPainter,
    pyramid: Pyramid,
    view: View,
    clip: QRectF,
    pixel_ratio: float,
    reductions: Reductions | None,
) -> None:
    """Draw the part of the picture that falls within `clip`, a rectangle of the viewport.

    Without `reductions` a picture that is made smaller is drawn as quickly as Qt can.
    """
    zoom = view.scale * pixel_ratio
    level = _level_for(zoom, pyramid)
    image = pyramid.levels[level]
    across, down = (zoom / share for share in _shares(pyramid, level))
    enough = min(across * image.width(), down * image.height()) >= 1
    if reductions is not None and enough and across < 1 and down < 1:
        scale = Scale(level, across, down)
        _draw_reduced(
            painter, pyramid, scale, view.snapped(pixel_ratio), clip, pixel_ratio, reductions
        )
    else:
        _draw_stretched(painter, pyramid, level, view, clip, pixel_ratio)


def _draw_reduced(
    painter: QPainter,
    pyramid: Pyramid,
    scale: Scale,
    view: View,
    clip: QRectF,
    pixel_ratio: float,
    reductions: Reductions,
) -> None:
    """Draw tiles of means, or what Qt makes of the picture where they are still to be made."""
    visible = view.rectangle(QSizeF(pyramid.size)).intersected(clip)
    if visible.isEmpty():
        return
    side = TILE / pixel_ratio
    columns = range(int((visible.left() - view.x) / side), ceil((visible.right() - view.x) / side))
    rows = range(int((visible.top() - view.y) / side), ceil((visible.bottom() - view.y) / side))
    painter.save()
    painter.setClipRect(visible, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    for row, column in product(rows, columns):
        corner = QPointF(view.x + column * side, view.y + row * side)
        tile = reductions.tile(pyramid, scale, column, row)
        if tile is None:
            part = QRectF(corner, QSizeF(side, side)).intersected(clip)
            _draw_stretched(painter, pyramid, scale.level, view, part, pixel_ratio)
        else:
            tile.setDevicePixelRatio(pixel_ratio)
            painter.drawImage(corner, tile)
    painter.restore()


def _draw_stretched(
    painter: QPainter, pyramid: Pyramid, level: int, view: View, clip: QRectF, pixel_ratio: float
) -> None:
    image = pyramid.levels[level]
    whole = view.rectangle(QSizeF(pyramid.size))
    visible = whole.intersected(clip)
    if visible.isEmpty():
        return
    across, down = (share / view.scale for share in _shares(pyramid, level))
    part = QRectF(
        (visible.x() - whole.x()) * across,
        (visible.y() - whole.y()) * down,
        visible.width() * across,
        visible.height() * down,
    )
    smooth = view.scale * pixel_ratio < SHARP_FROM
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
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
    before: Pyramid,
    after: Pyramid,
    view: View,
    viewport: QSize,
    pixel_ratio: float,
    reductions: Reductions,
) -> QImage:
    """Return what differs between two pictures, eight times as strong, as the viewport sees it."""
    pair = before, after
    image = _differing(pair, view, viewport, pixel_ratio, reductions)
    if reductions.pending:
        # Means beside what Qt makes would show differences that are none.
        image = _differing(pair, view, viewport, pixel_ratio, None)
    for _doubling in range(3):
        _double(image)
    return image


def _differing(
    pair: tuple[Pyramid, Pyramid],
    view: View,
    viewport: QSize,
    pixel_ratio: float,
    reductions: Reductions | None,
) -> QImage:
    image = QImage(viewport * pixel_ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(pixel_ratio)
    image.fill(0)
    clip = QRectF(QPointF(0, 0), QSizeF(viewport))
    painter = QPainter(image)
    for picture in pair:
        draw_picture(painter, picture, view, clip, pixel_ratio, reductions)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.end()
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


def _shares(pyramid: Pyramid, level: int) -> tuple[float, float]:
    """Return how many of a level's pixels there are for one of the picture, across and down."""
    first, size, halved = pyramid.levels[0], pyramid.size, 2**level
    return first.width() / size.width() / halved, first.height() / size.height() / halved
