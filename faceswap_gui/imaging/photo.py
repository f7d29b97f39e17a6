"""A photograph in memory: its pixels as the file had them, and what came with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.errors import InputError

MAX_MEGAPIXELS = 256
"""Larger pictures are refused: 200 megapixels fit into 3 GB of memory, bombs do not."""


@attrs.frozen(eq=False, kw_only=True)
class Photo:
    """One picture, upright, in its own depth and colour encoding. Treat it as read-only.

    `pixels` are ``(height, width, 3 or 4)``: R, G, B and perhaps A, uint8, uint16 or float32 (where
    1.0 is white). Grey is expanded to three equal channels; `channels` remembers how many the
    file had (1 grey, 2 grey and alpha, 3, 4). `icc`, `exif` (from its byte order mark on,
    orientation already 1), `xmp` and `iptc` are the file's own bytes.
    """

    pixels: NDArray[Any]
    path: Path | None = None
    icc: bytes | None = attrs.field(default=None, repr=False)
    exif: bytes | None = attrs.field(default=None, repr=False)
    xmp: bytes | None = attrs.field(default=None, repr=False)
    iptc: bytes | None = attrs.field(default=None, repr=False)
    dpi: tuple[float, float] | None = None
    """Pixels per inch across and down."""
    channels: int = 3
    linear: bool = False
    """Whether the values are proportional to light (OpenEXR), not sRGB-encoded."""
    premultiplied: bool = False
    """Whether the colours are already multiplied by alpha (OpenEXR, some TIFF)."""
    notes: tuple[str, ...] = ()
    """What the reader had to leave out, in words for the person."""

    @property
    def height(self) -> int:
        """Rows of the upright picture."""
        return int(self.pixels.shape[0])

    @property
    def width(self) -> int:
        """Columns of the upright picture."""
        return int(self.pixels.shape[1])

    @property
    def is_grey(self) -> bool:
        """Whether the file had no colour."""
        return self.channels <= 2

    @property
    def white(self) -> float:
        """The value of white in `pixels`: 255, 65535 or 1.0."""
        return float(np.iinfo(self.pixels.dtype).max) if self.pixels.dtype.kind == "u" else 1.0


def photo_from_array(array: NDArray[Any]) -> Photo:
    """Wrap pixels that come from elsewhere: sRGB, ``(h, w)`` or ``(h, w, 1|2|3|4)``.

    Raises:
        InputError: the shape, the type or the size is none that a picture has.
    """
    pixels = np.asarray(array)
    if pixels.dtype in (np.float64, np.float16):
        pixels = pixels.astype(np.float32)
    if pixels.dtype not in (np.uint8, np.uint16, np.float32):
        raise InputError("pixels are uint8, uint16 or float, not {dtype}", dtype=pixels.dtype)
    if pixels.ndim == 2:
        pixels = pixels[..., None]
    if pixels.ndim != 3 or pixels.shape[2] not in (1, 2, 3, 4) or 0 in pixels.shape:
        raise InputError(
            "an array of shape {shape} is no picture: it takes (h, w, 3)", shape=array.shape
        )
    check_size(pixels.shape[1], pixels.shape[0], "the array")
    return Photo(pixels=expanded(pixels), channels=pixels.shape[2])


def expanded(pixels: NDArray[Any]) -> NDArray[Any]:
    """Return ``(h, w, 1|2|3|4)`` pixels with grey spread over three channels, contiguous."""
    if pixels.shape[2] <= 2:
        pixels = pixels[..., [0, 0, 0, *range(1, pixels.shape[2])]]
    return np.ascontiguousarray(pixels)


def check_size(width: int, height: int, name: object) -> None:
    """Refuse pictures that do not fit into memory.

    Raises:
        InputError: `width` × `height` is above `MAX_MEGAPIXELS`.
    """
    if width * height > MAX_MEGAPIXELS * 1_000_000:
        raise InputError(
            "{name} has {width}×{height} pixels, {megapixels:.0f} megapixels; the limit is "
            "{max_megapixels}: scale it down first",
            name=name,
            width=width,
            height=height,
            megapixels=width * height / 1000000.0,
            max_megapixels=MAX_MEGAPIXELS,
        )
