"""The boxes of a JPEG XL container: read EXIF and XMP, or put them behind the picture."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import IO

_SIGNATURE = b"\0\0\0\x0cJXL \r\n\x87\n"
_FILE_TYPE = b"\0\0\0\x14ftypjxl \0\0\0\0jxl "
_MAX_METADATA = 64_000_000


def read_metadata(path: Path) -> dict[str, bytes]:
    """Return the file's EXIF payload and XMP packet, by ``exif`` and ``xmp``."""
    found = {}
    with path.open("rb") as file:
        for name, start, size in _boxes(file):
            if name not in (b"Exif", b"xml ") or size > _MAX_METADATA:
                continue
            file.seek(start)
            data = file.read(size)
            if name == b"xml ":
                found["xmp"] = data
            elif len(data) > 4:
                (skip,) = struct.unpack_from(">I", data)
                found["exif"] = data[4 + skip :]
    return found


def append_metadata(path: Path, exif: bytes | None, xmp: bytes | None) -> None:
    """Add boxes to a JPEG XL file; a bare codestream is put into a container first.

    Raises:
        OSError: the file could not be written.
    """
    if not exif and not xmp:
        return
    with path.open("r+b") as file:
        if file.read(2) == b"\xff\x0a":
            _wrap(file)
        else:
            _close_last_box(file)
        file.seek(0, 2)
        if exif:
            file.write(_box(b"Exif", bytes(4) + exif))
        if xmp:
            file.write(_box(b"xml ", xmp))


def _box(name: bytes, data: bytes) -> bytes:
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


def _wrap(file: IO[bytes]) -> None:
    file.seek(0)
    codestream = file.read()
    file.seek(0)
    file.write(_SIGNATURE + _FILE_TYPE + _box(b"jxlc", codestream))


def _close_last_box(file: IO[bytes]) -> None:
    """A last box may reach to the end of the file by having no size; give it one."""
    *_, (_, start, size) = _boxes(file)
    file.seek(start - 8)
    if file.read(4) == bytes(4):
        file.seek(start - 8)
        file.write(struct.pack(">I", size + 8))
