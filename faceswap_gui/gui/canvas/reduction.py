"""Pictures made smaller for the screen: every screen pixel is the mean of what falls on it.

Qt samples a few pixels where many fall on one, which makes fine grain look coarser than it is. The
mean takes longer, so it is made in tiles, once for a zoom, and no more at a time than nobody feels.
"""

from __future__ import annotations

import time
from weakref import WeakKeyDictionary

import attrs
import numpy as np
from PySide6.QtGui import QImage

from faceswap_gui.gui.messages import Pyramid

TILE = 128
"""Screen pixels on a tile's side."""
_BUDGET = 0.012
"""Seconds of a painting that may go into new tiles; the first is always made."""
_MOST = 1024
"""Tiles kept for a picture: 64 MiB."""
_LEAD = 32
"""Screen pixels before a tile among which one is sought that begins with a level's pixel."""


@attrs.frozen
class Scale:
    """How a level of a pyramid is made smaller: screen pixels for one of its own, below 1."""

    level: int
    across: float
    down: float
    reduces: bool = True
    """Whether the picture becomes smaller, and at least a pixel remains."""


@attrs.define
class _Tiles:
    scale: Scale
    made: dict[tuple[int, int], QImage] = attrs.field(factory=dict)


class Reductions:
    """The tiles of the pictures on show, each at the zoom at which it was last painted."""

    def __init__(self) -> None:
        self._tiles: WeakKeyDictionary[Pyramid, _Tiles] = WeakKeyDictionary()
        self._until = 0.0
        self._made_one = False
        self.pending = False
        """Whether the last painting had to do without tiles that it wanted."""

    def begin(self) -> None:
        """Say that a painting begins: time for new tiles is there again."""
        self._until = time.perf_counter() + _BUDGET
        self._made_one = self.pending = False

    def tile(self, pyramid: Pyramid, scale: Scale, column: int, row: int) -> QImage | None:
        """Return a tile, counted from the picture's corner; None if it must wait its turn."""
        tiles = self._tiles.get(pyramid)
        if tiles is None or tiles.scale != scale:
            tiles = self._tiles[pyramid] = _Tiles(scale)
        tile = tiles.made.get((column, row))
        if tile is None:
            if self._made_one and time.perf_counter() > self._until:
                self.pending = True
                return None
            self._made_one = True
            while len(tiles.made) >= _MOST:
                del tiles.made[next(iter(tiles.made))]
            tile = tiles.made[column, row] = _reduced(pyramid, scale, column, row)
        return tile


def _reduced(pyramid: Pyramid, scale: Scale, column: int, row: int) -> QImage:
    import cv2  # the worker has imported it long before there is a picture

    image = pyramid.levels[scale.level]
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    x, y = _Span.of(column, scale.across, image.width()), _Span.of(row, scale.down, image.height())
    part = pixels[y.start : y.end, x.start : x.end]
    # The factors rather than a size: a size would be met by stretching.
    means = cv2.resize(part, None, fx=scale.across, fy=scale.down, interpolation=cv2.INTER_AREA)
    tile = np.ascontiguousarray(means[y.lead : y.lead + y.count, x.lead : x.lead + x.count])
    height, width = tile.shape[:2]
    return QImage(tile.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


@attrs.frozen
class _Span:
    """What a tile needs along one side."""

    start: int
    end: int
    """The level's pixels that fall on the tile, and on a few screen pixels before it."""
    lead: int
    """How many those are."""
    count: int
    """Screen pixels of the tile."""

    @staticmethod
    def of(index: int, factor: float, length: int) -> _Span:
        first = index * TILE
        count = min(TILE, max(1, int(length * factor + 1e-6)) - first)
        # Only what begins with a whole pixel can be averaged, and few tiles do: begin earlier.
        begins = range(max(0, first - _LEAD), first + 1)
        begin = min(reversed(begins), key=lambda pixel: abs(pixel / factor - round(pixel / factor)))
        start, lead = round(begin / factor), first - begin
        return _Span(start, min(length, start + int((lead + count) / factor) + 2), lead, count)
