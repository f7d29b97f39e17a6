"""JPEG, PNG, TIFF, WebP and AVIF through libvips, which keeps depth and hands out raw metadata."""

from __future__ import annotations

import mmap
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from faceswap_gui.imaging import exif
from faceswap_gui.imaging.decoded import DamagedError, Decoded, RareError, widened
from faceswap_gui.imaging.exif_loops import TooManyPlacesError, looping_exif
from faceswap_gui.imaging.formats import Format
from faceswap_gui.imaging.photo import check_size
from faceswap_gui.imaging.photoshop import iptc_from_segment
from faceswap_gui.imaging.vips import cmyk_to_srgb, from_vips, libvips

_LOADERS = {
    Format.JPEG: "jpegload_source",
    Format.PNG: "pngload_source",
    Format.TIFF: "tiffload_source",
    Format.WEBP: "webpload_source",
    Format.AVIF: "heifload_source",
}
_DEPTHS = {"uchar", "ushort", "float"}
_MM_PER_INCH = 25.4
_EXTRA_SAMPLES, _ASSOCIATED = 0x0152, 1
_WITH_RESOLUTION = (Format.JPEG, Format.PNG, Format.TIFF)
"""The others say it in EXIF only, which libvips does not look at."""
_UNSTATED = (1.0, 2.834, 72 / _MM_PER_INCH)
"""Pixels per mm that libvips makes up where a file says nothing."""


def decode(path: Path, kind: Format) -> Decoded:
    """Decode one file.

    Raises:
        DamagedError: it is truncated or damaged, or of a rare kind.
        InputError: it is too large.
    """
    pyvips = libvips()

    try:
        looping = [] if kind is Format.TIFF else _looping(path)  # of TIFF, libvips reads none
        source = _source(path, looping)
        load = getattr(pyvips.Image, _LOADERS[kind])
        image = load(source, fail_on="error", access="sequential")
        check_size(image.width, image.height, path)
        made = _decoded(path, kind, image)
    except pyvips.Error as error:
        raise DamagedError(_reason(error)) from error
    if looping:
        made.exif = None
        made.notes.append("its EXIF is damaged and was left out")
    return made


def _looping(path: Path) -> list[int]:
    try:
        with path.open("rb") as file:
            return looping_exif(file)
    except TooManyPlacesError as error:
        raise DamagedError(str(error)) from error


def _source(path: Path, looping: Sequence[int]) -> Any:
    """Open the file; EXIF that libvips would never come to an end with is blotted out."""
    source = libvips().Source
    if not looping:
        return source.new_from_file(os.fsencode(path))
    data = bytearray(path.read_bytes())
    for place in looping:
        data[place : place + 8] = bytes(8)
    return source.new_from_memory(bytes(data))


def _decoded(path: Path, kind: Format, image: Any) -> Decoded:
    made = Decoded(
        pixels=from_vips(_rgb(image)),
        icc=_bytes(image, "icc-profile-data") if image.interpretation != "cmyk" else None,
        exif=(_bytes(image, "exif-data") or b"").removeprefix(b"Exif\0\0") or None,
        xmp=_bytes(image, "xmp-data"),
        iptc=iptc_from_segment(_bytes(image, "iptc-data")),
        dpi=_dpi(image) if kind in _WITH_RESOLUTION else None,
    )
    if kind is Format.AVIF:  # libheif has turned it already
        made.pixels = widened(made.pixels, _value(image, "bits-per-sample", 8))
    else:
        made.orientation = _value(image, "orientation", 1)
    if image.interpretation == "cmyk":
        made.notes.append("its CMYK colours were converted to sRGB")
    if kind is Format.TIFF:
        _add_tiff_facts(path, made)
    return made


def _value(image: Any, name: str, default: Any) -> Any:
    return image.get(name) if image.get_typeof(name) else default


def _bytes(image: Any, name: str) -> bytes | None:
    value = _value(image, name, None)
    return None if value is None else bytes(value)


def _rgb(image: Any) -> Any:
    """Bring the rare kinds (CMYK, Lab, more bands) to grey or RGB, with or without alpha."""
    if image.interpretation == "cmyk":
        return cmyk_to_srgb(image)
    if image.interpretation in ("lab", "labs", "xyz", "yxy"):
        return image.colourspace("rgb16")
    if image.format not in _DEPTHS:
        raise RareError(
            "its pixels are {format}; save it with 8 or 16 bits or 32-bit floats per channel",
            format=image.format,
        )
    return image.extract_band(0, n=4) if image.bands > 4 else image


def _dpi(image: Any) -> tuple[float, float] | None:
    stated = image.get_typeof("resolution-unit")
    if not stated and any(abs(image.xres - guess) < 2e-4 for guess in _UNSTATED):
        return None
    return _dots(image.xres), _dots(image.yres)


def _dots(per_mm: float) -> float:
    """Dots per inch; PNG counts whole dots per metre, so that 300 reads as 299.9994."""
    dots = per_mm * _MM_PER_INCH
    return float(round(dots)) if abs(dots - round(dots)) < 0.02 else round(dots, 3)


def _add_tiff_facts(path: Path, made: Decoded) -> None:
    """EXIF and the kind of alpha, which libvips does not hand out for TIFF."""
    with (
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
        memoryview(data) as view,
    ):
        try:
            made.exif = exif.from_tiff(view)
            made.premultiplied = exif.parse(view).number(_EXTRA_SAMPLES) == _ASSOCIATED
        except exif.BadExifError:
            made.notes.append("its EXIF could not be read and was left out")


def _reason(error: Exception) -> str:
    """Take the last line of libvips' report without the name of its function."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1].rpartition(": ")[2] if lines else "unreadable"
