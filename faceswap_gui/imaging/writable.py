"""A picture ready to be encoded: pixels in a depth and with the channels that a format can hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.errors import Words
from faceswap_gui.imaging.colour import Float, linear_to_srgb, srgb_to_linear
from faceswap_gui.imaging.exif_resolution import with_resolution
from faceswap_gui.imaging.formats import Holds
from faceswap_gui.imaging.icc_grey import as_colour_profile
from faceswap_gui.imaging.photo import Photo
from faceswap_gui.imaging.working import to_working

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

    def without_long_packets(self, limit: int | None) -> tuple[Writable, tuple[str, ...]]:
        """Leave out metadata of more than `limit` bytes; also return what that was, in words."""
        sizes = {name: len(getattr(self, name) or b"") for name in ("exif", "xmp", "iptc")}
        long = [name for name, size in sizes.items() if limit is not None and size > limit]
        notes = (
            Words("its {kind} is too long for this format and was left out", kind=name.upper())
            for name in long
        )
        left_out: dict[str, Any] = dict.fromkeys(long)
        return attrs.evolve(self, **left_out), tuple(notes)


def writable(photo: Photo, pixels: NDArray[Any], holds: Holds, *, metadata: bool) -> Writable:
    """Fit `pixels`, in `photo`'s encoding, to a format.

    What the format can hold stays bit for bit. Without alpha the picture is laid on white.

    Args:
        photo: where profile and metadata come from.
        pixels: ``(h, w, 3|4)``.
        holds: what the format can hold.
        metadata: False leaves EXIF, XMP and IPTC out. Profile and resolution stay: they say how
            the picture looks.
    """
    pixels = _in_channels(photo, pixels, holds)
    premultiplied = photo.premultiplied and holds.premultiplied and pixels.shape[2] in (2, 4)
    icc = None if holds.linear else photo.icc
    if icc is not None and photo.is_grey and pixels.shape[2] > 2:
        icc = as_colour_profile(icc)
    return Writable(
        pixels=_in_encoding(photo, pixels, holds),
        icc=icc,
        exif=_exif(photo, holds, metadata),
        xmp=photo.xmp if metadata else None,
        iptc=photo.iptc if metadata else None,
        dpi=photo.dpi,
        premultiplied=premultiplied,
    )


def in_depth(pixels: NDArray[Any], depth: np.dtype[Any]) -> NDArray[Any]:
    """Return ``(h, w, n)`` values from 0 to white as another type of numbers."""
    return _by_strips(pixels, None, depth, lambda strip: strip)


def _exif(photo: Photo, holds: Holds, metadata: bool) -> bytes | None:
    """Return what is to be kept of EXIF, with the resolution where it can lie nowhere else."""
    kept = photo.exif if metadata else None
    return kept if holds.resolution or photo.dpi is None else with_resolution(kept, photo.dpi)


def _in_channels(photo: Photo, pixels: NDArray[Any], holds: Holds) -> NDArray[Any]:
    """Lay the picture on white where alpha cannot be held; make grey of grey."""
    if pixels.shape[2] == 4 and not holds.alpha:
        pixels = _by_strips(pixels, 3, pixels.dtype, lambda s: _on_white(s, photo.premultiplied))
    keeps_grey = holds.grey_alpha if pixels.shape[2] == 4 else holds.grey
    if not photo.is_grey or not keeps_grey:
        return pixels
    red, green, blue = (pixels[..., channel] for channel in range(3))
    grey = bool((red == green).all() and (red == blue).all())
    return pixels[..., [0, *range(3, pixels.shape[2])]] if grey else pixels


def _in_encoding(photo: Photo, pixels: NDArray[Any], holds: Holds) -> NDArray[Any]:
    """Bring the values to the format's depth, and to or from linear light."""
    name = pixels.dtype.name
    depth = np.dtype(name if name in holds.depths else holds.depths[-1])
    divide = photo.premultiplied and not holds.premultiplied and pixels.shape[2] in (2, 4)
    multiply = holds.linear and not photo.premultiplied and pixels.shape[2] in (2, 4)
    if holds.linear == photo.linear and not divide and not multiply:
        return pixels if pixels.dtype == depth else in_depth(pixels, depth)

    def convert(strip: Float) -> Float:
        colours, alpha = _split(strip)
        if divide:
            colours = np.divide(colours, alpha, out=colours.copy(), where=alpha > 0)
        if photo.linear and not holds.linear:
            colours = linear_to_srgb(colours)
        if holds.linear and not photo.linear:
            colours = _linear(photo, colours)
        if multiply:
            colours = colours * alpha
        return np.concatenate([colours, strip[..., colours.shape[2] :]], axis=-1, dtype=np.float32)

    return _by_strips(pixels, None, depth, convert)


def _linear(photo: Photo, colours: Float) -> Float:
    """Convert one strip, 0..1 in `photo`'s encoding, to linear light of sRGB's primaries."""
    own = attrs.evolve(photo, pixels=colours)
    three = colours if colours.shape[2] == 3 else colours.repeat(3, axis=2)
    return srgb_to_linear(to_working(three, own, clip=False))[..., : colours.shape[2]]


def _split(strip: Float) -> tuple[Float, Float]:
    bands = strip.shape[2]
    alpha = strip[..., -1:] if bands in (2, 4) else np.ones_like(strip[..., :1])
    return strip[..., : 1 if bands <= 2 else 3], alpha


def _on_white(strip: Float, premultiplied: bool) -> Float:
    colours, alpha = strip[..., :3], strip[..., 3:]
    return (colours if premultiplied else colours * alpha) + (1 - alpha)


def _by_strips(
    pixels: NDArray[Any], bands: int | None, depth: np.dtype[Any], convert: Callable[[Float], Float]
) -> NDArray[Any]:
    """Convert strips of values 0..1 (white) and store them as `depth`."""
    height, width, given = pixels.shape
    result = np.empty((height, width, bands or given), depth)
    white = np.float32(np.iinfo(pixels.dtype).max if pixels.dtype.kind == "u" else 1)
    wanted = np.float32(np.iinfo(depth).max if depth.kind == "u" else 1)
    for top in range(0, height, _STRIP):
        strip = convert(pixels[top : top + _STRIP].astype(np.float32) / white)
        if depth.kind == "u":
            strip = np.rint(np.clip(np.nan_to_num(strip), 0, 1) * wanted)
        result[top : top + _STRIP] = strip
    return result
