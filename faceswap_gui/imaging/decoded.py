"""What a decoder of one format hands to the reader."""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.errors import WordedError


class DamagedError(WordedError):
    """The decoder cannot make a picture of these bytes; the message says why, in a few words."""


class RareError(DamagedError):
    """The file is whole, but of a kind that cannot be shown; the message says what to do."""


@attrs.define(eq=False, kw_only=True)
class Decoded:
    """Pixels ``(h, w, 1..4)`` as stored, and the file's own metadata as bytes."""

    pixels: NDArray[Any]
    orientation: int = 1
    icc: bytes | None = None
    exif: bytes | None = None
    xmp: bytes | None = None
    iptc: bytes | None = None
    dpi: tuple[float, float] | None = None
    linear: bool = False
    premultiplied: bool = False
    notes: list[str] = attrs.Factory(list)


def widened(pixels: NDArray[Any], bits: int) -> NDArray[Any]:
    """Spread 10 or 12 bits, which decoders put at the upper end of uint16, over all of it.

    Otherwise white would be 65472.
    """
    if pixels.dtype != np.uint16 or not 8 < bits < 16:
        return pixels
    levels = np.arange(1 << bits, dtype=np.float64) * (65535 / ((1 << bits) - 1))
    return np.asarray(np.rint(levels).astype(np.uint16)[pixels >> (16 - bits)])


def turned(pixels: NDArray[Any], orientation: int) -> NDArray[Any]:
    """Return pixels stored under an EXIF orientation (1 to 8) as they are to be seen."""
    if orientation in (5, 6, 7, 8):
        pixels = pixels.swapaxes(0, 1)
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    return np.ascontiguousarray(pixels)
