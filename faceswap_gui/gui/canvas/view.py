"""Where a picture lies in a viewport: zoom and position, as a value.

Scales are in the viewport's units for a picture's pixel. A picture's pixel (i, j) covers the
square from (i, j) to (i+1, j+1) in picture coordinates.
"""

from __future__ import annotations

import attrs
from PySide6.QtCore import QPointF, QRectF, QSizeF

SMALLEST = 0.02
LARGEST = 16.0
MARGIN = 10.0
"""Viewport units left free around a picture that is shown whole."""
_FIT_AT_MOST = 2.0
"""Fitting enlarges a small picture no further; beyond, single pixels show."""


@attrs.frozen
class View:
    """A scale and the position of the picture's upper left corner in the viewport."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    @staticmethod
    def fitted(picture: QSizeF, viewport: QSizeF, pixel_ratio: float = 1.0) -> View:
        """Return the view that shows the whole picture, in the middle."""
        scale = min(
            viewport.width() / max(picture.width(), 1.0),
            viewport.height() / max(picture.height(), 1.0),
            _FIT_AT_MOST / pixel_ratio,
        )
        return View(max(scale, 1e-6)).centred(picture, viewport)

    def to_picture(self, point: QPointF) -> QPointF:
        """Return the picture coordinates under a point of the viewport."""
        return QPointF((point.x() - self.x) / self.scale, (point.y() - self.y) / self.scale)

    def to_viewport(self, point: QPointF) -> QPointF:
        """Return where picture coordinates lie in the viewport."""
        return QPointF(point.x() * self.scale + self.x, point.y() * self.scale + self.y)

    def rectangle(self, picture: QSizeF) -> QRectF:
        """Return the part of the viewport's plane that the picture covers."""
        size = QSizeF(picture.width() * self.scale, picture.height() * self.scale)
        return QRectF(QPointF(self.x, self.y), size)

    def zoomed(self, scale: float, pointer: QPointF) -> View:
        """Return the view at another scale in which the pixel under the pointer stays there."""
        under = self.to_picture(pointer)
        return View(scale, pointer.x() - under.x() * scale, pointer.y() - under.y() * scale)

    def moved(self, by: QPointF) -> View:
        """Return the view shifted by a distance in the viewport."""
        return View(self.scale, self.x + by.x(), self.y + by.y())

    def centred(self, picture: QSizeF, viewport: QSizeF) -> View:
        """Return the view with the picture's middle in the viewport's middle."""
        return View(
            self.scale,
            (viewport.width() - picture.width() * self.scale) / 2,
            (viewport.height() - picture.height() * self.scale) / 2,
        )

    def kept_inside(self, picture: QSizeF, viewport: QSizeF) -> View:
        """Return the nearest view that wastes no room: no gap where there is picture to show."""
        return View(
            self.scale,
            _kept(self.x, picture.width() * self.scale, viewport.width()),
            _kept(self.y, picture.height() * self.scale, viewport.height()),
        )

    def snapped(self, pixel_ratio: float = 1.0) -> View:
        """Return the view with the picture's corner on a screen pixel.

        Between two pixels everything is blurred, at 1:1 and at 1:4 alike.
        """
        return View(
            self.scale,
            round(self.x * pixel_ratio) / pixel_ratio,
            round(self.y * pixel_ratio) / pixel_ratio,
        )


def _kept(start: float, length: float, room: float) -> float:
    if length <= room:
        return (room - length) / 2
    return min(0.0, max(start, room - length))
