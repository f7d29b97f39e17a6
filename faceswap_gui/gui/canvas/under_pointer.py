"""Which picture's pixel lies under the pointer, whatever is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from faceswap_gui.gui.canvas.compare import Cell

if TYPE_CHECKING:
    from faceswap_gui.gui.canvas.viewport import Viewport


@attrs.frozen
class Pixel:
    """A pixel of a picture on show."""

    name: str
    """Of the picture, where several are on show; not translated."""
    x: int
    y: int
    colour: QColor


def pixel_at(viewport: Viewport, point: QPointF) -> Pixel | None:
    """Return the pixel that is seen at a point of the canvas; None beside the pictures."""
    cell = _cell_at(viewport, point)
    if cell is None or cell.picture is None:
        return None
    view = viewport.view_of(cell)
    spot = view.to_picture(point - cell.place.topLeft())
    if not QRectF(QPointF(), cell.picture.size.toSizeF()).contains(spot):
        return None
    # The pixel (i, j) covers the square from (i, j) on, so coordinates are cut, not rounded.
    x, y = int(spot.x()), int(spot.y())
    colour = cell.picture.colour(x, y)
    return None if colour is None else Pixel(cell.name, x, y, colour)


def _cell_at(viewport: Viewport, point: QPointF) -> Cell | None:
    pictures, whole = viewport.pictures, QRectF(viewport.rect())
    if pictures.edited is None and viewport.shows_before:
        return Cell(whole, pictures.before, "Before")
    if pictures.edited is None and pictures.after is not None and viewport.compare.is_wipe:
        before, _after = viewport.wipe.parts(viewport.visible())
        if before.contains(point):
            return Cell(whole, pictures.earlier, pictures.earlier_name)
        return Cell(whole, pictures.after, "After")
    return next((cell for cell in viewport.cells() if cell.place.contains(point)), None)
