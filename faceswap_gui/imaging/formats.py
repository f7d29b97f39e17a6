"""The kinds of picture: by their first bytes when reading, by their suffix when writing."""

from __future__ import annotations

from enum import Enum


class Format(Enum):
    """A kind of picture file, by the name that people know."""

    JPEG = "JPEG"
    PNG = "PNG"
    TIFF = "TIFF"
    WEBP = "WebP"


SUFFIXES: dict[str, Format] = {
    ".jpg": Format.JPEG,
    ".jpeg": Format.JPEG,
    ".png": Format.PNG,
    ".tif": Format.TIFF,
    ".tiff": Format.TIFF,
    ".webp": Format.WEBP,
}
"""What can be written, by suffix in lower case."""

_BEGINNINGS = (
    (b"\xff\xd8\xff", Format.JPEG),
    (b"\x89PNG\r\n\x1a\n", Format.PNG),
    (b"II*\0", Format.TIFF),
    (b"MM\0*", Format.TIFF),
    (b"II+\0", Format.TIFF),
    (b"MM\0+", Format.TIFF),
)


def recognise(head: bytes) -> Format | None:
    """Tell the kind of a file from its first 64 bytes, whatever its name says."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Format.WEBP
    return next((kind for start, kind in _BEGINNINGS if head.startswith(start)), None)
