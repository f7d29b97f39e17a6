"""A picture ready to be encoded: pixels in a depth and with the channels that a format can hold."""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.imaging.photo import Photo

_STRIP = 256
"""Rows converted at once, so that a large picture is never whole in float."""


@attrs.frozen(eq=False, kw_only=True)
class Writable:
    """Pixels ``(h, w, 1..4)`` as they go into the file, and the metadata to go with them."""

    pixels: NDArray[Any]
    icc: bytes | None = None
    exif: bytes | None = None
    xmp: bytes | None = None
    iptc: bytes | None = None
    dpi: tuple[float, float] | None = None
    premultiplied: bool = False


def writable(
    photo: Photo, pixels: NDArray[Any], *, depths: tuple[str, ...], alpha: bool, metadata: bool
) -> Writable:
    """Fit `pixels`, in `photo`'s encoding, to a format.

    Args:
        photo: where profile and metadata come from.
        pixels: ``(h, w, 3|4)``.
        depths: names of the numpy types that the format holds, best last.
        alpha: whether it holds alpha; without, the picture is laid on white.
        metadata: False leaves EXIF, XMP and IPTC out. Profile and resolution stay: they say how
            the picture looks.
    """
    depth = pixels.dtype.name if pixels.dtype.name in depths else depths[-1]
    pixels = _in_depth(_without_needless_channels(photo, pixels, alpha), np.dtype(depth))
    icc = photo.icc
    if photo.is_grey and pixels.shape[2] > 2:
        icc = None
    return Writable(
        pixels=pixels,
        icc=icc,
        exif=photo.exif if metadata else None,
        xmp=photo.xmp if metadata else None,
        iptc=photo.iptc if metadata else None,
        dpi=photo.dpi,
        premultiplied=photo.premultiplied,
    )


def _without_needless_channels(photo: Photo, pixels: NDArray[Any], alpha: bool) -> NDArray[Any]:
    if pixels.shape[2] == 4 and not alpha:
        pixels = _on_white(pixels, photo.premultiplied)
    grey = photo.is_grey and bool(
        (pixels[..., 0] == pixels[..., 1]).all() and (pixels[..., 0] == pixels[..., 2]).all()
    )
    return pixels[..., [0, *range(3, pixels.shape[2])]] if grey else pixels


def _on_white(pixels: NDArray[Any], premultiplied: bool) -> NDArray[Any]:
    result = np.empty((*pixels.shape[:2], 3), pixels.dtype)
    white = np.iinfo(pixels.dtype).max if pixels.dtype.kind == "u" else 1.0
    for top in range(0, len(pixels), _STRIP):
        strip = pixels[top : top + _STRIP].astype(np.float32)
        alpha = strip[..., 3:] / np.float32(white)
        colour = strip[..., :3] if premultiplied else strip[..., :3] * alpha
        laid = colour + (1 - alpha) * np.float32(white)
        result[top : top + _STRIP] = np.rint(laid) if pixels.dtype.kind == "u" else laid
    return result


def _in_depth(pixels: NDArray[Any], depth: np.dtype[Any]) -> NDArray[Any]:
    if pixels.dtype == depth:
        return pixels
    result = np.empty(pixels.shape, depth)
    source = np.float32(np.iinfo(pixels.dtype).max if pixels.dtype.kind == "u" else 1)
    wanted = np.float32(np.iinfo(depth).max if depth.kind == "u" else 1)
    for top in range(0, len(pixels), _STRIP):
        strip = pixels[top : top + _STRIP].astype(np.float32) / source
        if depth.kind == "u":
            strip = np.rint(np.clip(np.nan_to_num(strip), 0, 1) * wanted)
        result[top : top + _STRIP] = strip
    return result
