"""Painting pictures at any zoom, quickly, and their difference."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import ceil, floor

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from faceswap_gui.gui.canvas.reduction import TILE, Reductions, Scale
from faceswap_gui.gui.canvas.view import View
from faceswap_gui.gui.messages import Pyramid

SHARP_FROM = 2.0
"""From this zoom on every pixel is drawn as a square instead of being smoothed."""
_COARSEST = 0.2
"""How large on the screen a level's pixel may be; larger, and the finest grain is not exact."""
_STRIP = 1 << 18
"""Bytes that are worked on at once: as many as a processor keeps at hand."""
_GRID = QColor(128, 128, 128, 90)
_OPAQUE = np.uint32(0xFF000000)
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
    scale = _scale_of(pyramid, view, pixel_ratio)
    if reductions is not None and scale.reduces:
        _draw_reduced(painter, pyramid, scale, view, clip, pixel_ratio, reductions)
    else:
        _draw_stretched(painter, pyramid, scale.level, view, clip, pixel_ratio)


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
    view = view.snapped(pixel_ratio)
    side = TILE / pixel_ratio
    painter.save()
    painter.setClipRect(_visible(pyramid, view, clip), Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    for corner, tile in _tiles(pyramid, scale, view, clip, pixel_ratio, reductions):
        if tile is None:
            part = QRectF(corner, QSizeF(side, side)).intersected(clip)
            _draw_stretched(painter, pyramid, scale.level, view, part, pixel_ratio)
        else:
            tile.setDevicePixelRatio(pixel_ratio)
            painter.drawImage(corner, tile)
    painter.restore()


def _tiles(
    pyramid: Pyramid,
    scale: Scale,
    view: View,
    clip: QRectF,
    pixel_ratio: float,
    reductions: Reductions,
) -> Iterator[tuple[QPointF, QImage | None]]:
    """Make the tiles that are seen, as far as there is time: each with its upper left corner."""
    visible = _visible(pyramid, view, clip)
    if visible.isEmpty():
        return
    side = TILE / pixel_ratio
    columns = range(int((visible.left() - view.x) / side), ceil((visible.right() - view.x) / side))
    rows = range(int((visible.top() - view.y) / side), ceil((visible.bottom() - view.y) / side))
    for row, column in product(rows, columns):
        corner = QPointF(view.x + column * side, view.y + row * side)
        yield corner, reductions.tile(pyramid, scale, column, row)


def _visible(pyramid: Pyramid, view: View, clip: QRectF) -> QRectF:
    return view.rectangle(QSizeF(pyramid.size)).intersected(clip)


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
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for column in range(int(first.x()) + 1, int(last.x()) + 1):
        x = _on_pixel(view.to_viewport(QPointF(column, 0)).x(), pixel_ratio)
        painter.fillRect(QRectF(x, visible.top(), 1 / pixel_ratio, visible.height()), _GRID)
    for row in range(int(first.y()) + 1, int(last.y()) + 1):
        y = _on_pixel(view.to_viewport(QPointF(0, row)).y(), pixel_ratio)
        # Qt takes fifty times as long for a line in a colour that lets something through.
        painter.fillRect(QRectF(visible.left(), y, visible.width(), 1 / pixel_ratio), _GRID)
    painter.restore()


def _on_pixel(place: float, pixel_ratio: float) -> float:
    """Return where the screen pixel begins that a place of the viewport lies in."""
    return floor(place * pixel_ratio) / pixel_ratio


def difference_image(
    before: Pyramid,
    after: Pyramid,
    view: View,
    viewport: QSize,
    pixel_ratio: float,
    reductions: Reductions,
) -> QImage:
    """Return what differs between two pictures, eight times as strong, as the viewport sees it."""
    clip = QRectF(QPointF(0, 0), QSizeF(viewport))
    # Means beside what Qt makes would show differences that are none: all of them, or none.
    ready = [_are_ready(one, view, clip, pixel_ratio, reductions) for one in (before, after)]
    image = QImage(viewport * pixel_ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(pixel_ratio)
    image.fill(0)
    painter = QPainter(image)
    for picture in (before, after):
        draw_picture(painter, picture, view, clip, pixel_ratio, reductions if all(ready) else None)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.end()
    _make_eightfold(image)
    return image


def _are_ready(
    pyramid: Pyramid, view: View, clip: QRectF, pixel_ratio: float, reductions: Reductions
) -> bool:
    """Make the tiles that a picture is drawn with, and tell whether all are there."""
    scale = _scale_of(pyramid, view, pixel_ratio)
    if not scale.reduces:
        return True
    snapped = view.snapped(pixel_ratio)
    tiles = list(_tiles(pyramid, scale, snapped, clip, pixel_ratio, reductions))
    return all(tile is not None for _, tile in tiles)


def _make_eightfold(image: QImage) -> None:
    """Multiply all colours of an RGB32 image by eight; what is then too bright becomes 255."""
    everything = np.frombuffer(image.bits(), np.uint8)
    for first in range(0, len(everything), _STRIP):
        values = everything[first : first + _STRIP]
        too_bright = np.negative((values > 31).view(np.uint8))  # 255 where it is so, else 0
        np.left_shift(values, 3, out=values)
        np.bitwise_or(values, too_bright, out=values)
        pixels = values.view(np.uint32)
        np.bitwise_or(pixels, _OPAQUE, out=pixels)


def _level_for(zoom: float, pyramid: Pyramid) -> int:
    index = 0
    while (
        index + 1 < len(pyramid.levels) and zoom * 2 ** (index + 1 + pyramid.halvings) <= _COARSEST
    ):
        index += 1
    return index


def _scale_of(pyramid: Pyramid, view: View, pixel_ratio: float) -> Scale:
    """Return which level a picture is drawn from, and how much smaller."""
    zoom = view.scale * pixel_ratio
    level = _level_for(zoom, pyramid)
    across, down = (zoom / share for share in _shares(pyramid, level))
    image = pyramid.levels[level]
    enough = min(across * image.width(), down * image.height()) >= 1
    return Scale(level, across, down, enough and across < 1 and down < 1)


def _shares(pyramid: Pyramid, level: int) -> tuple[float, float]:
    """Return how many of a level's pixels there are for one of the picture, across and down."""
    first, size, halved = pyramid.levels[0], pyramid.size, 2**level
    return first.width() / size.width() / halved, first.height() / size.height() / halved
