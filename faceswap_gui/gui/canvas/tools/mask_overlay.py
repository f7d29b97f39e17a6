"""Shows what is painted: each effect in a colour and a hatching of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from faceswap_gui.gui.canvas.view import View

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from faceswap_gui.project.strokes import MaskPainter, Rows

_NEUTRAL = 128


@attrs.frozen
class Look:
    """How one effect of the mask looks."""

    colour: QColor
    pattern: Qt.BrushStyle


ADDED = Look(QColor(84, 214, 140), Qt.BrushStyle.CrossPattern)
REMOVED = Look(QColor(255, 96, 84), Qt.BrushStyle.BDiagPattern)
SOFTENED = Look(QColor(110, 178, 255), Qt.BrushStyle.Dense6Pattern)
_SHADOW = QColor(0, 0, 0, 170)
_TINT = 70
"""0..255: how strongly the colour lies over the picture under the hatching."""


class MaskOverlay:
    """A painter's mask as images that can be laid over the picture."""

    def __init__(self, painter: MaskPainter) -> None:
        import numpy as np

        self._painter = painter
        self._added, self._removed = (np.zeros_like(painter.show) for _ in range(2))
        self.update(None)

    def update(self, part: Rows | None) -> None:
        """Follow the painter after it has changed a part of its mask, or all of it."""
        import numpy as np

        rows = part or (slice(None), slice(None))
        show = self._painter.show[rows].astype(np.int16) - _NEUTRAL
        self._added[rows] = np.clip(2 * show, 0, 255)
        self._removed[rows] = np.clip(-2 * show, 0, 255)

    def paint(self, painter: QPainter, view: View, photograph: QSize, ratio: float) -> None:
        """Lay the hatchings over a picture of that size."""
        left, top, right, bottom = self._painter.place.pixels(
            photograph.width(), photograph.height()
        )
        corner = view.to_viewport(QPointF(left, top))
        place = QRectF(corner, view.to_viewport(QPointF(right, bottom)))
        for plane, look in (
            (self._added, ADDED),
            (self._removed, REMOVED),
            (self._painter.soften, SOFTENED),
        ):
            if plane.any():
                _lay(painter, plane, look, place, ratio)


def _lay(
    painter: QPainter, plane: NDArray[np.uint8], look: Look, place: QRectF, ratio: float
) -> None:
    """Hatch `place` of the viewport as strongly as the plane says."""
    # A row that the place covers only in part would keep its tint: it is left out.
    whole_units = place.adjusted(1, 1, -1, -1)
    visible = whole_units.intersected(painter.clipBoundingRect()).toRect()
    if visible.isEmpty():
        return
    layer = QImage(visible.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    layer.setDevicePixelRatio(ratio)
    layer.fill(0)
    over = QPainter(layer)
    whole = QRectF(QPointF(0, 0), QSizeF(visible.size()))
    tint = QColor(look.colour)
    tint.setAlpha(_TINT)
    over.fillRect(whole, tint)
    # A dark twin beside every line: it is seen on skin as well as on hair.
    for colour, shift in ((_SHADOW, 1.0), (look.colour, 0.0)):
        over.setBrushOrigin(place.topLeft() - QPointF(visible.topLeft()) + QPointF(shift, 0))
        over.fillRect(whole, QBrush(colour, look.pattern))
    over.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    over.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    height, width = plane.shape
    mask = QImage(plane.data, width, height, width, QImage.Format.Format_Alpha8)
    over.drawImage(place.translated(-QPointF(visible.topLeft())), mask)
    over.end()
    painter.drawImage(visible.topLeft(), layer)
