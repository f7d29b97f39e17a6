"""JPEG and WebP through Pillow, which writes metadata byte for byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from faceswap_gui.imaging.options import WriteOptions
from faceswap_gui.imaging.photoshop import iptc_segment
from faceswap_gui.imaging.writable import Writable

_MARKER_SIZE = 2


def encode_jpeg(picture: Writable, path: Path, options: WriteOptions) -> None:
    """Write `picture` (grey or RGB, 8 bits) as JPEG.

    Raises:
        OSError: the file could not be written.
    """
    facts = _facts(picture)
    if picture.dpi:
        facts["dpi"] = tuple(round(dots) for dots in picture.dpi)
    if picture.iptc:
        segment = iptc_segment(picture.iptc)
        size = (len(segment) + _MARKER_SIZE).to_bytes(2, "big")
        facts["extra"] = b"\xff\xed" + size + segment
    _image(picture).save(
        path, "JPEG", quality=options.quality, subsampling=options.subsampling, **facts
    )


def encode_webp(picture: Writable, path: Path, options: WriteOptions) -> None:
    """Write `picture` (8 bits) as WebP.

    Raises:
        OSError: the file could not be written.
    """
    _image(picture).save(
        path,
        "WEBP",
        quality=options.quality,
        lossless=options.lossless,
        exact=True,
        **_facts(picture),
    )


def _image(picture: Writable) -> Any:
    from PIL import Image

    pixels = picture.pixels[..., 0] if picture.pixels.shape[2] == 1 else picture.pixels
    return Image.fromarray(pixels)


def _facts(picture: Writable) -> dict[str, Any]:
    facts = {"icc_profile": picture.icc, "xmp": picture.xmp}
    if picture.exif:
        facts["exif"] = b"Exif\0\0" + picture.exif
    return {name: value for name, value in facts.items() if value}
