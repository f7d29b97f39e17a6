"""JPEG XL and OpenEXR through OpenImageIO."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import numpy as np

from faceswap_gui.imaging import boxes, exif
from faceswap_gui.imaging.icc_grey import as_colour_profile
from faceswap_gui.imaging.options import WriteOptions
from faceswap_gui.imaging.writable import Writable

_EXR_NAMES = {
    0x010E: "ImageDescription",
    0x010F: "Make",
    0x0110: "Model",
    0x0132: "DateTime",
    0x013B: "Artist",
    0x8298: "Copyright",
}


def encode_jxl(picture: Writable, path: Path, options: WriteOptions) -> None:
    """Write `picture` as JPEG XL.

    Raises:
        OSError: the file could not be written.
    """
    if picture.pixels.shape[2] == 1 and picture.pixels.dtype.kind == "f":
        icc = as_colour_profile(picture.icc) if picture.icc else None
        picture = attrs.evolve(picture, pixels=picture.pixels.repeat(3, axis=2), icc=icc)
    spec = _spec(picture)
    if not picture.icc and picture.pixels.shape[2] >= 3:  # else floats are taken as linear light
        spec.attribute("oiio:ColorSpace", "sRGB")
    spec.attribute("compression", f"jpegxl:{options.quality}")
    spec.attribute("jpegxl:effort", _effort(picture, options))
    if options.lossless:
        spec.attribute("jpegxl:distance", 0.0)
    _write(picture, path, spec)
    boxes.replace_metadata(path, picture.exif, picture.xmp)


def _effort(picture: Writable, options: WriteOptions) -> int:
    """Return JPEG XL's effort, 1 to 9: higher ones take minutes and save a few per cent.

    The fastest way without loss writes grey pictures that libjxl itself cannot read.
    """
    if not options.lossless:
        return 4
    return 2 if picture.pixels.shape[2] == 1 else 1


def encode_exr(picture: Writable, path: Path) -> None:
    """Write `picture`, linear light, as OpenEXR.

    Raises:
        OSError: the file could not be written.
    """
    spec = _spec(picture)
    spec.attribute("compression", "zip")
    if picture.pixels.shape[2] == 2:
        spec.channelnames = ("Y", "A")
    for name, text in _texts(picture.exif):
        spec.attribute(name, text)
    if picture.xmp:
        spec.attribute("xmp", picture.xmp.decode("utf-8", "replace"))
    _write(picture, path, spec)


def _texts(payload: bytes | None) -> Iterator[tuple[str, str]]:
    """What of EXIF OpenEXR has names for."""
    root = exif.parse(payload) if payload else None
    for tag, name in _EXR_NAMES.items():
        entry = root.find(tag) if root else None
        if entry is not None:
            yield name, entry.value.rstrip(b"\0 ").decode("utf-8", "replace")


def _spec(picture: Writable) -> Any:
    import OpenImageIO

    height, width, bands = picture.pixels.shape
    depth = {"uint8": OpenImageIO.UINT8, "uint16": OpenImageIO.UINT16, "float32": OpenImageIO.FLOAT}
    spec = OpenImageIO.ImageSpec(width, height, bands, depth[picture.pixels.dtype.name])
    spec.attribute("oiio:UnassociatedAlpha", 1)
    if picture.icc:
        kind = OpenImageIO.TypeDesc(f"uint8[{len(picture.icc)}]")
        spec.attribute("ICCProfile", kind, np.frombuffer(picture.icc, np.uint8))
    if picture.dpi:
        spec.attribute("XResolution", picture.dpi[0])
        spec.attribute("YResolution", picture.dpi[1])
        spec.attribute("ResolutionUnit", "in")
    return spec


def _write(picture: Writable, path: Path, spec: Any) -> None:
    import OpenImageIO

    output = OpenImageIO.ImageOutput.create(str(path))
    pixels = np.ascontiguousarray(picture.pixels)
    if output is None or not output.open(str(path), spec):
        raise OSError((output or OpenImageIO).geterror())
    written = output.write_image(pixels)
    trouble = output.geterror()
    if not output.close() or not written or trouble:
        raise OSError(trouble or output.geterror() or "the encoder failed")
