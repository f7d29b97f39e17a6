"""The source's face as a texture: its photograph's colours, ready to be looked up."""

from __future__ import annotations

from copy import copy
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.face import Face, bounding_box
from faceswap_gui.imaging import Photo, to_working

_AROUND = 4
"""Pixels around the mesh, for what interpolation looks up beside it."""
_ALIASES = 1.2
"""Source pixels per pixel of the result above which the photograph is averaged down first."""
_LARGE = 8_000_000
"""Pixels above which colours are kept in 16 bits: half the memory, and nothing that is seen."""
_WHITE = 65535
_STRIP = 256
"""Rows that are converted at once."""


class FaceTexture:
    """The part of a photograph that shows a face; no more of it is ever converted."""

    def __init__(self, photo: Photo, face: Face, source_per_target: float) -> None:
        """Take the face out of its photograph.

        Args:
            photo: the source photograph.
            face: the face in it.
            source_per_target: how many of its pixels one pixel of the result spans; where it is
                many, they are averaged, so that nothing aliases.
        """
        x0, y0, x1, y1 = bounding_box(face.landmarks)
        left, right = _span(x0, x1, photo.width)
        top, bottom = _span(y0, y1, photo.height)
        part = _converted(photo, slice(top, bottom), slice(left, right))
        height, width = part.shape[:2]
        self._colours = _reduced(part, source_per_target)
        self._origin = np.array([left, top], np.float32)
        self._ratio = np.array(self._colours.shape[1::-1], np.float32) / [width, height]

    def coarser(self, times: float) -> FaceTexture:
        """Return the same texture for a result with so many times fewer pixels a side."""
        other = copy(self)
        other._colours = _reduced(self._colours, times)
        other._ratio = self._ratio * other._colours.shape[1::-1] / self._colours.shape[1::-1]
        return other

    def places(self, positions: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return positions (h, w, 2) x, y of the photograph in the texture's own pixels."""
        return np.asarray((positions - self._origin + 0.5) * self._ratio - 0.5, np.float32)

    def colours(self, places: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return (h, w, 3) working sRGB, 0..1, at places (h, w, 2) x, y of the texture."""
        x, y = cv2.split(places)
        found = cv2.remap(self._colours, x, y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
        if found.dtype == np.uint16:
            found = found.astype(np.float32) / np.float32(_WHITE)
        return np.asarray(np.clip(found, 0, 1, out=found), np.float32)


def _reduced(picture: NDArray[Any], times: float) -> NDArray[Any]:
    """Return a picture (h, w, 3) with its pixels averaged, so that none is skipped."""
    if times <= _ALIASES:
        return picture
    size = [max(1, round(side / times)) for side in picture.shape[1::-1]]
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA))


def _converted(photo: Photo, rows: slice, columns: slice) -> NDArray[np.float32 | np.uint16]:
    """Return a part of the photograph in working colours, of a very large one in 16 bits."""
    height, width = rows.stop - rows.start, columns.stop - columns.start
    if height * width <= _LARGE:
        return to_working(photo.pixels[rows, columns], photo)
    part = np.empty((height, width, 3), np.uint16)
    for top in range(0, height, _STRIP):
        strip = photo.pixels[rows.start + top : min(rows.start + top + _STRIP, rows.stop), columns]
        part[top : top + _STRIP] = np.rint(to_working(strip, photo) * _WHITE)
    return part


def _span(low: float, high: float, length: int) -> tuple[int, int]:
    """Return first pixel and one past the last of low..high and a little around, at least one."""
    first = int(np.clip(np.floor(low) - _AROUND, 0, length - 1))
    return first, int(np.clip(np.ceil(high) + _AROUND + 1, first + 1, length))
