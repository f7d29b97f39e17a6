"""The working space: sRGB-encoded float32, 0..1, three channels.

One region at a time, so that a picture of 200 megapixels is never whole in float.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.imaging.colour import Float, linear_to_srgb, luminance, srgb_to_linear
from faceswap_gui.imaging.icc import Conversion, conversion
from faceswap_gui.imaging.photo import Photo

RATIO_OFFSET = 0.04
"""Added to working colours before their ratio is taken, so that black has one too."""


def to_working(region: NDArray[Any], photo: Photo, *, clip: bool = True) -> Float:
    """Convert a region ``(h, w, 3|4)`` of `photo`'s pixels to working colours ``(h, w, 3)``.

    Alpha is dropped. With ``clip=False`` colours that sRGB does not have (Display P3's strong reds,
    highlights of float pictures) keep their values below 0 or above 1, so that `from_working`
    returns them.
    """
    values = region[..., :3].astype(np.float32)
    if photo.pixels.dtype.kind == "u":
        values /= np.float32(photo.white)
    else:
        values = np.nan_to_num(values, nan=0.0, posinf=65504.0, neginf=0.0)
    if photo.linear:
        values = linear_to_srgb(values)
    convert = _conversion(photo)
    if convert is not None:
        values = convert.to_srgb(values)
    return np.clip(values, 0, 1, out=values) if clip else values


def from_working(region: NDArray[Any], photo: Photo) -> NDArray[Any]:
    """Convert working colours ``(h, w, 3)`` to `photo`'s own type and encoding ``(h, w, 3)``.

    Of a grey photograph only the brightness is taken, so that it stays grey.
    """
    values = np.asarray(region, np.float32)
    convert = _conversion(photo)
    if convert is not None:
        values = convert.from_srgb(values)
    elif photo.is_grey:
        values = _grey(values)
    if photo.linear:
        values = srgb_to_linear(values)
    if photo.pixels.dtype.kind != "u":
        return values.astype(np.float32)
    white = np.float32(photo.white)
    levels = np.rint(np.clip(values, 0, 1) * white)
    return np.asarray(levels, photo.pixels.dtype)


def analysis_image(photo: Photo, longest: int) -> tuple[NDArray[np.uint8], float]:
    """Return a small sRGB picture ``(h, w, 3)`` for the detectors, and its pixels per photo pixel.

    Its longer side is `longest` or the photograph's own, whichever is smaller. A point ``p`` of it
    (pixel centres at integers) lies at ``(p + 0.5) / scale - 0.5`` in the photograph.
    """
    from faceswap_gui.imaging.vips import from_vips, to_vips

    scale = min(1.0, longest / max(photo.height, photo.width))
    pixels = photo.pixels[..., :3]
    if scale < 1:
        height, width = (max(1, round(side * scale)) for side in pixels.shape[:2])
        image = to_vips(photo.pixels).extract_band(0, n=3)
        resized = image.resize(width / photo.width, vscale=height / photo.height, kernel="linear")
        pixels = from_vips(resized)
    if pixels.dtype == np.uint8 and _conversion(photo) is None:
        return np.ascontiguousarray(pixels), scale
    working = to_working(pixels, photo)
    return np.rint(working * 255).astype(np.uint8), scale


def _conversion(photo: Photo) -> Conversion | None:
    return conversion(photo.icc, photo.is_grey) if photo.icc is not None else None


def _grey(values: Float) -> Float:
    """Replace each colour by its brightness; greys keep their values exactly."""
    is_grey = (values == values[..., :1]).all(axis=-1, keepdims=True)
    return np.where(is_grey, values, luminance(values)[..., None])
