"""The boxes of a JPEG XL container: read EXIF and XMP, or put others there."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import IO

_SIGNATURE = b"\0\0\0\x0cJXL \r\n\x87\n"
_FILE_TYPE = b"\0\0\0\x14ftypjxl \0\0\0\0jxl "
_CODESTREAM = b"\xff\x0a"
_METADATA = (b"Exif", b"xml ", b"brob")
_MAX_METADATA = 64_000_000


def read_metadata(path: Path) -> dict[str, bytes]:
    """Return the file's EXIF payload and XMP packet, by ``exif`` and ``xmp``."""
    found = {}
    with path.open("rb") as file:
        for name, start, size in _boxes(file):
            if name not in (b"Exif", b"xml ") or size > _MAX_METADATA:
                continue
            file.seek(start)
            found["xmp" if name == b"xml " else "exif"] = file.read(size)
    if "exif" in found:
        found["exif"] = _payload(found["exif"])
    return found


def _payload(box: bytes) -> bytes:
    """Take off the count of bytes to skip that stands before EXIF; some writers leave it out."""
    if box[:4] in (b"II*\0", b"MM\0*") or len(box) < 4:
        return box
    (skip,) = struct.unpack_from(">I", box)
    return box[4 + skip :].removeprefix(b"Exif\0\0")


def replace_metadata(path: Path, exif: bytes | None, xmp: bytes | None) -> None:
    """Put EXIF and XMP behind the picture of a JPEG XL file, in place of what the encoder made up.

    Raises:
        OSError: the file could not be written.
    """
    with path.open("r+b") as file:
        parts = list(_picture(file))
        parts += [_box(b"Exif", bytes(4) + exif)] if exif else []
        parts += [_box(b"xml ", xmp)] if xmp else []
        file.seek(0)
        file.writelines(parts)
        file.truncate()


def _picture(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the boxes but those of metadata; a bare codestream is put into a container."""
    if file.read(2) == _CODESTREAM:
        file.seek(0)
        yield from (_SIGNATURE, _FILE_TYPE, _box(b"jxlc", file.read()))
        return
    for name, start, size in list(_boxes(file)):
        if name not in _METADATA:
            file.seek(start)
            yield _box(name, file.read(size))


def _box(name: bytes, data: bytes) -> bytes:
    if len(data) + 8 > 0xFFFFFFFF:
        return struct.pack(">I4sQ", 1, name, len(data) + 16) + data
    return struct.pack(">I", len(data) + 8) + name + data


def _boxes(file: IO[bytes]) -> Iterator[tuple[bytes, int, int]]:
    """Yield name, start and size of each box's content."""
    end = file.seek(0, 2)
    at = 0
    while at + 8 <= end:
        file.seek(at)
        head = file.read(16)
        size, name = struct.unpack(">I4s", head[:8])
        start = at + 8
        if size == 1 and len(head) == 16:
            (size,) = struct.unpack(">Q", head[8:])
            start += 8
        if size == 0:
            size = end - at
        if size < start - at or at + size > end:
            return
        yield name, start, at + size - start
        at += size
