"""Paint on a face's mask with a round brush. Knows no Qt, so a script can paint, too.

>>> painter = MaskPainter.of(None, face_box, width, height)
>>> painter.begin(Brush.REMOVE, radius=40, hardness=0.5)
>>> painter.line_to(310, 220)
>>> painter.line_to(350, 240)
>>> mask = painter.mask()
"""

from __future__ import annotations

from enum import StrEnum

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.compositing import painted_mask, planes_of
from faceswap_gui.compositing.painted import NEUTRAL
from faceswap_gui.faces.edits import Box, Mask

LONGEST = 1280
"""A painted mask's longer side in pixels is at most this: keeping it for every step of the history
must not be felt while one paints."""
_AROUND = 0.4
"""Of the face's longer side: how far around it can be painted."""

Rows = tuple[slice, slice]
"""A rectangle of the mask: rows and columns."""


class Brush(StrEnum):
    """What a brush does to the mask under it."""

    ADD = "add"
    """The face shows."""
    REMOVE = "remove"
    """The target stays."""
    SOFTEN = "soften"
    """The edge of the face is blurred."""
    RESTORE = "restore"
    """As computed again."""


_SHOW = {Brush.ADD: 255, Brush.REMOVE: 0, Brush.RESTORE: NEUTRAL}
_SOFTEN = {Brush.SOFTEN: 255, Brush.RESTORE: 0}


@attrs.define(eq=False)
class _Stroke:
    """A stroke in progress."""

    brush: Brush
    radius: float
    """In pixels of the mask."""
    hardness: float
    coverage: NDArray[np.float32]
    """How much of the stroke every pixel has got, 0..1: going over it twice changes nothing."""
    show: NDArray[np.uint8]
    soften: NDArray[np.uint8]
    last: tuple[float, float] | None = None


class MaskPainter:
    """One face's mask while it is painted."""

    def __init__(
        self, place: Box, show: NDArray[np.uint8], soften: NDArray[np.uint8], across: float
    ) -> None:
        """Paint on arrays, which are changed.

        Args:
            place: the part of the photograph that the arrays cover.
            show: (h, w) as in `Mask`.
            soften: (h, w) as in `Mask`.
            across: the photograph's width in pixels.
        """
        self.place, self.show, self.soften = place, show, soften
        self._scale = show.shape[1] / ((place.right - place.left) * across)
        self._across = across
        self._stroke: _Stroke | None = None

    @classmethod
    def of(
        cls, mask: Mask | None, face: tuple[float, float, float, float], width: int, height: int
    ) -> MaskPainter:
        """Go on with a mask, or begin one around a face.

        Args:
            mask: what is painted already.
            face: x0, y0, x1, y1 of the face in the photograph's pixels.
            width: the photograph's.
            height: the photograph's.
        """
        if mask is not None:
            show, soften = (plane.copy() for plane in planes_of(mask))
            return cls(mask.place, show, soften, width)
        place = _place_around(face, width, height)
        x0, y0, x1, y1 = place.pixels(width, height)
        scale = min(1.0, LONGEST / max(x1 - x0, y1 - y0))
        shape = max(1, round((y1 - y0) * scale)), max(1, round((x1 - x0) * scale))
        return cls(place, np.full(shape, NEUTRAL, np.uint8), np.zeros(shape, np.uint8), width)

    def begin(self, brush: Brush, radius: float, hardness: float) -> None:
        """Begin a stroke.

        Args:
            brush: what it does.
            radius: in the photograph's pixels.
            hardness: 0 fades from the middle on, 1 has a sharp edge.
        """
        coverage = np.zeros(self.show.shape, np.float32)
        radius = max(radius * self._scale, 0.5)
        self._stroke = _Stroke(
            brush, radius, hardness, coverage, self.show.copy(), self.soften.copy()
        )

    def line_to(self, x: float, y: float, pressure: float = 1.0) -> Rows | None:
        """Lead the brush to a point of the photograph; return the part of the mask it changed.

        Args:
            x: in the photograph's pixels, its left border being 0.
            y: likewise from the top.
            pressure: 0..1 of a pen; a light touch makes the brush smaller.
        """
        stroke = self._stroke
        if stroke is None:
            raise RuntimeError("a stroke begins with begin()")
        point = self._in_mask(x, y)
        start, stroke.last = stroke.last or point, point
        part = self._part(start, point, stroke.radius)
        if part is None:
            return None
        drawn = _line(part, start, point, stroke.radius * (0.25 + 0.75 * pressure), stroke.hardness)
        stroke.coverage[part] = np.maximum(stroke.coverage[part], drawn)
        for plane, before, goals in (
            (self.show, stroke.show, _SHOW),
            (self.soften, stroke.soften, _SOFTEN),
        ):
            if stroke.brush in goals:
                towards = np.float32(goals[stroke.brush]) - before[part]
                plane[part] = np.rint(before[part] + stroke.coverage[part] * towards)
        return part

    def end(self) -> None:
        """End the stroke."""
        self._stroke = None

    def mask(self) -> Mask | None:
        """Return what is painted as a value; None if all is as computed."""
        return painted_mask(self.place, self.show, self.soften)

    def _in_mask(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the photograph lies between the mask's pixel centres."""
        left = self.place.left * self._across
        rows = self.show.shape[0] / self._scale
        top = self.place.top * rows / (self.place.bottom - self.place.top)
        return (x - left) * self._scale - 0.5, (y - top) * self._scale - 0.5

    def _part(
        self, start: tuple[float, float], end: tuple[float, float], radius: float
    ) -> Rows | None:
        (x0, y0), (x1, y1) = start, end
        reach, (height, width) = radius + 1, self.show.shape
        left, right = max(0, int(min(x0, x1) - reach)), min(width, int(max(x0, x1) + reach) + 2)
        top, bottom = max(0, int(min(y0, y1) - reach)), min(height, int(max(y0, y1) + reach) + 2)
        if left >= right or top >= bottom:
            return None
        return slice(top, bottom), slice(left, right)


def _line(
    part: Rows,
    start: tuple[float, float],
    end: tuple[float, float],
    radius: float,
    hardness: float,
) -> NDArray[np.float32]:
    """Return how much of a brush led from start to end the part's pixels get, 0..1."""
    rows, columns = part
    x = np.arange(columns.start, columns.stop, dtype=np.float32)[None] - np.float32(start[0])
    y = np.arange(rows.start, rows.stop, dtype=np.float32)[:, None] - np.float32(start[1])
    dx, dy = np.float32(end[0] - start[0]), np.float32(end[1] - start[1])
    along = np.clip((x * dx + y * dy) / max(dx * dx + dy * dy, np.float32(1e-9)), 0, 1)
    away = np.hypot(x - along * dx, y - along * dy)
    # The softest edge that still is one: a pixel, so that a hard brush has no stairs.
    fade = max(radius * (1 - hardness), 1.0)
    share = np.clip((radius - away) / fade, 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)


def _place_around(face: tuple[float, float, float, float], width: int, height: int) -> Box:
    x0, y0, x1, y1 = face
    more = _AROUND * max(x1 - x0, y1 - y0)
    # On whole pixels, so that a mask of the photograph's own resolution is never resampled.
    left, top = max(0, int(x0 - more)), max(0, int(y0 - more))
    right, bottom = min(width, int(x1 + more) + 1), min(height, int(y1 + more) + 1)
    left, top = min(left, width - 1), min(top, height - 1)
    return Box(
        left / width, top / height, max(right, left + 1) / width, max(bottom, top + 1) / height
    )
