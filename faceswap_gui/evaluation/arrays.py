"""The kinds of array that the measures take."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]
"""Any float32 array; pictures in it are sRGB-encoded 0..1."""

BoolImage = NDArray[np.bool_]
"""(height, width): True where something is to be measured."""

Picture = NDArray[Any]
"""(H, W, 3|4) uint8, uint16 or float 0..1, R, G, B(, A), sRGB-encoded."""


def as_unit(picture: Picture) -> FloatArray:
    """Return a picture of any of the three kinds as float32 0..1."""
    if np.issubdtype(picture.dtype, np.integer):
        return picture.astype(np.float32) / np.float32(np.iinfo(picture.dtype).max)
    return picture.astype(np.float32)


def as_bytes(picture: Picture) -> NDArray[np.uint8]:
    """Return a picture of any of the three kinds as uint8, rounded."""
    if picture.dtype == np.uint8:
        return picture
    return np.asarray(np.rint(as_unit(picture).clip(0, 1) * 255), np.uint8)
