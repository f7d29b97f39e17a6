"""The kinds of picture: by their first bytes when reading, by their suffix when writing."""

from __future__ import annotations

from enum import Enum
from pathlib import PurePath

import attrs


class Format(Enum):
    """A kind of picture file, by the name that people know."""

    JPEG = "JPEG"
    PNG = "PNG"
    TIFF = "TIFF"
    WEBP = "WebP"
    JXL = "JPEG XL"
    EXR = "OpenEXR"
    PSD = "PSD"
    HEIC = "HEIC"
    AVIF = "AVIF"
    RAW = "camera RAW"


@attrs.frozen
class Holds:
    """What a format that is written can hold."""

    depths: tuple[str, ...]
    """Names of the numpy types, the best last."""
    alpha: bool = True
    grey: bool = True
    grey_alpha: bool = True
    premultiplied: bool = False
    """Whether it can say that the colours are multiplied by alpha."""
    linear: bool = False
    """Whether its values are linear light."""
    resolution: bool = True
    """Whether it has a place for the resolution other than EXIF."""
    longest: int | None = None
    """Pixels that its longer side can have at most."""
    packet: int | None = None
    """Bytes that EXIF, XMP and IPTC can have at most, each."""
    quality: bool = False
    """Whether it may lose something, and how much can be chosen."""
    lossless: bool = True
    """Whether it can keep every pixel."""
    subsampling: bool = False
    """Whether colours can be stored coarser than brightness."""


HOLDS: dict[Format, Holds] = {
    Format.JPEG: Holds(
        ("uint8",),
        alpha=False,
        longest=65_500,
        packet=65_400,
        quality=True,
        lossless=False,
        subsampling=True,
    ),
    Format.PNG: Holds(("uint8", "uint16")),
    Format.TIFF: Holds(("uint8", "uint16", "float32"), premultiplied=True),
    Format.WEBP: Holds(
        ("uint8",), grey=False, grey_alpha=False, resolution=False, longest=16_383, quality=True
    ),
    Format.JXL: Holds(
        ("uint8", "uint16", "float32"), grey_alpha=False, resolution=False, quality=True
    ),
    Format.EXR: Holds(("float32",), premultiplied=True, linear=True),
    Format.PSD: Holds(("uint8", "uint16"), grey=False, grey_alpha=False, longest=30_000),
}
"""What can be written."""

MIMES: dict[Format, str] = {
    Format.JPEG: "image/jpeg",
    Format.PNG: "image/png",
    Format.TIFF: "image/tiff",
    Format.WEBP: "image/webp",
    Format.JXL: "image/jxl",
    Format.AVIF: "image/avif",
    Format.HEIC: "image/heic",
}
"""Media types of the formats that can hold a C2PA manifest."""

SUFFIXES: dict[str, Format] = {
    ".jpg": Format.JPEG,
    ".jpeg": Format.JPEG,
    ".png": Format.PNG,
    ".tif": Format.TIFF,
    ".tiff": Format.TIFF,
    ".webp": Format.WEBP,
    ".jxl": Format.JXL,
    ".exr": Format.EXR,
    ".psd": Format.PSD,
}
"""What a suffix (lower case) asks to be written."""

LAYERED = (Format.PSD, Format.TIFF)
"""The formats that hold layers."""

_RAW_NAMES = (
    "3fr arw cr2 cr3 crw dcr dng erf fff iiq kdc mef mos mrw nef nrw orf pef raf raw rw2 rwl sr2 "
    "srf srw x3f"
)
_RAW_SUFFIXES = frozenset(f".{name}" for name in _RAW_NAMES.split())

_BEGINNINGS = (
    (b"\xff\xd8\xff", Format.JPEG),
    (b"\x89PNG\r\n\x1a\n", Format.PNG),
    (b"\xff\x0a", Format.JXL),
    (b"\0\0\0\x0cJXL \r\n\x87\n", Format.JXL),
    (b"\x76\x2f\x31\x01", Format.EXR),
    (b"8BPS", Format.PSD),
    (b"FUJIFILMCCD-RAW", Format.RAW),
    (b"IIRO", Format.RAW),
    (b"IIRS", Format.RAW),
    (b"MMOR", Format.RAW),
    (b"IIU\0", Format.RAW),
    (b"FOVb", Format.RAW),
    (b"\0MRM", Format.RAW),
)
_TIFF_BEGINNINGS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_BRANDS = {
    b"avif": Format.AVIF,
    b"avis": Format.AVIF,
    b"crx ": Format.RAW,
    **dict.fromkeys((b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"), Format.HEIC),
}


def recognise(head: bytes, path: PurePath) -> Format | None:
    """Tell the kind of a file from its first 64 bytes, whatever its name says.

    Only cameras' TIFF dialects need the name too: they are told by nothing else.
    """
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Format.WEBP
    if head[:4] in _TIFF_BEGINNINGS:
        return Format.RAW if path.suffix.lower() in _RAW_SUFFIXES else Format.TIFF
    if head[4:8] == b"ftyp":
        return _branded(head)
    return next((kind for start, kind in _BEGINNINGS if head.startswith(start)), None)


def _branded(head: bytes) -> Format | None:
    """Tell HEIC from AVIF by the file's major brand, or else by the compatible ones."""
    size = min(int.from_bytes(head[:4], "big"), len(head))
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, size, 4))]
    if brands[0] in (b"mif1", b"msf1"):
        brands = [*brands[1:], brands[0]]
    return next((_BRANDS[brand] for brand in brands if brand in _BRANDS), None)
