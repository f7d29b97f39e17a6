"""Find EXIF whose directories lead back to one another, before a library follows them for hours.

libexif, with which libvips looks at every picture, goes down each pointer to a directory anew: a
kilobyte of pointers to their own directory keeps it busy for longer than anybody waits.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import BinaryIO

from faceswap_gui.imaging.exif import CHILDREN

_MARKS = re.compile(rb"II\*\0|MM\0\*")
_MARK_SIZE = 4
_BLOCK = 1 << 24
_MOST_PLACES = 1000
"""Places that look like EXIF; by chance two gigabytes of a compressed picture have one."""
_MOST_ENTRIES = 20_000
_ROW = 12


class TooManyPlacesError(ValueError):
    """The file is full of what looks like EXIF."""


def looping_exif(file: BinaryIO) -> list[int]:
    """Return where in a file EXIF begins that leads back to itself; mostly nowhere.

    Raises:
        TooManyPlacesError: so many places look like EXIF that they cannot be looked at.
    """
    return [place for place in list(_places(file)) if _loops(file, place)]


def _places(file: BinaryIO) -> Iterator[int]:
    """Yield where a byte order mark of EXIF stands."""
    file.seek(0)
    start, held, found = 0, b"", 0
    while block := file.read(_BLOCK):
        data = held + block
        for match in _MARKS.finditer(data):
            found += 1
            if found > _MOST_PLACES:
                raise TooManyPlacesError("it is full of what looks like EXIF")
            yield start + match.start()
        held = data[1 - _MARK_SIZE :]
        start += len(data) - len(held)


def _loops(file: BinaryIO, place: int) -> bool:
    """Tell whether one directory is reached twice, or there are more entries than anybody has."""
    head = _read(file, place, 8)
    if len(head) < 8:
        return False
    order = "<" if head[:1] == b"I" else ">"
    waiting, known, left = [struct.unpack_from(order + "I", head, 4)[0]], set(), _MOST_ENTRIES
    while waiting:
        where = waiting.pop()
        if where in known:
            return True
        known.add(where)
        rows = _rows(file, place + where, order)
        left -= len(rows) + 1
        if left < 0:
            return True
        waiting += [at for tag, at in rows if tag in CHILDREN]
    return False


def _rows(file: BinaryIO, at: int, order: str) -> list[tuple[int, int]]:
    """Return the tags of the directory there, each with where it would point."""
    count = _read(file, at, 2)
    if len(count) < 2:
        return []
    data = _read(file, at + 2, struct.unpack(order + "H", count)[0] * _ROW)
    return list(struct.iter_unpack(order + "H6xI", data[: len(data) // _ROW * _ROW]))


def _read(file: BinaryIO, at: int, size: int) -> bytes:
    file.seek(at)
    return file.read(size)
