"""EXIF that lies: about lengths, about where things are, about itself."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from hostile.bombs import hidden

_WIDTH, _EXIF, _NOTES = 0xA002, 0x8769, 0x927C
_ACROSS, _DOWN, _UNIT, _ORIENTATION = 0x011A, 0x011B, 0x0128, 0x0112
_SHORT, _LONG, _RATIONAL, _UNDEFINED = 3, 4, 5, 7
_CENTIMETRES = 3
_ROOM = 65_000
"""Bytes that a JPEG has for it, nearly."""
_MOST = 5_000
"""Entries that fit into that."""

Row = tuple[int, int, int, int]
"""Tag, kind, count, and the value or where it is."""


def bad_exif() -> dict[str, bytes]:
    """Return payloads, from the byte order mark on, by what is wrong with them."""
    return {
        "without an end": _payload([(0x010F, 2, 0xFFFFFFFF, 8)]),
        "behind its end": _payload([(0x010F, 2, 100, 0xFFFFFFF0)]),
        "of too many": b"II*\0\x08\0\0\0\xff\xff" + bytes(40),
        "beginning nowhere": b"II*\0\xff\xff\xff\xff" + bytes(40),
        "of four bytes": b"II*\0",
        "of unknown kinds": _payload([(0x010F, 99, 0x7FFFFFFF, 8)]),
        "itself below": _payload([(_EXIF, _LONG, 1, 8)]),
        "itself below and next": _payload([(_EXIF, _LONG, 1, 8)], following=8),
        "itself next": _payload([(_ORIENTATION, _SHORT, 1, 1)], following=8),
        "itself below, often": _payload([(_EXIF, _LONG, 1, 8)] * _MOST),
        "all of it, often": _payload([(_NOTES, _UNDEFINED, _ROOM - 100, 8)] * _MOST),
        "dots by nothing": _resolution((300, 0), (300, 0)),
        "no dots": _resolution((0, 1), (0, 0)),
        "very many dots": _resolution((0xFFFFFFFF, 1), (0xFFFFFFFF, 1), _CENTIMETRES),
        "very few dots": _resolution((1, 0xFFFFFFFF), (1, 0xFFFFFFFF)),
        "a unit of its own": _resolution((300, 1), (300, 1), 0xFFFF),
        "dots outside": _payload([(_ACROSS, _RATIONAL, 1, 0xFFFFFFF0), (_UNIT, _SHORT, 1, 2)]),
        "a thumbnail over all": _thumbnail(0, 70),
        "a thumbnail over its head": _thumbnail(1, 30),
        "its width over its head": _below([(_WIDTH, _LONG, 2, 0)]),
        "its width over its count": _below([(_WIDTH, _SHORT, 3, 8)]),
    }


def in_png(png: bytes, payload: bytes) -> bytes:
    """Return a PNG with such EXIF."""
    return hidden(png, b"eXIf", payload)


def in_jpeg(jpeg: bytes, payload: bytes) -> bytes:
    """Return a JPEG with such EXIF."""
    segment = b"Exif\0\0" + payload
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", 2 + len(segment)) + segment + jpeg[2:]


def in_tiff(tiff: bytes) -> bytes:
    """Return a TIFF whose directory has thousands of entries that share one large value."""
    (at,) = struct.unpack_from("<I", tiff, 4)
    (count,) = struct.unpack_from("<H", tiff, at)
    rows = [tiff[at + 2 + 12 * row : at + 14 + 12 * row] for row in range(count)]
    rows += [struct.pack("<HHII", _NOTES, _UNDEFINED, len(tiff) // 2, 8)] * _MOST
    rows.sort(key=lambda row: struct.unpack_from("<H", row))
    directory = struct.pack("<H", len(rows)) + b"".join(rows) + bytes(4)
    even = tiff + b"\0" * (len(tiff) % 2)
    return even[:4] + struct.pack("<I", len(even)) + even[8:] + directory


def _payload(rows: Sequence[Row], following: int = 0, behind: bytes = b"") -> bytes:
    """Return one directory, padded to what a JPEG has room for if it asks for that."""
    table = b"".join(struct.pack("<HHII", *row) for row in rows)
    head = b"II*\0\x08\0\0\0" + struct.pack("<H", len(rows))
    whole = head + table + struct.pack("<I", following) + behind
    return whole.ljust(_ROOM, b"\0") if len(rows) == _MOST else whole + bytes(60)


def _resolution(across: tuple[int, int], down: tuple[int, int], unit: int = 2) -> bytes:
    values = 8 + 2 + 3 * 12 + 4
    rows = [(_ACROSS, _RATIONAL, 1, values), (_DOWN, _RATIONAL, 1, values + 8)]
    return _payload([*rows, (_UNIT, _SHORT, 1, unit)], behind=struct.pack("<IIII", *across, *down))


def _thumbnail(start: int, size: int) -> bytes:
    """Return a payload whose thumbnail, which is erased, lies over something else."""
    second = 8 + 2 + 12 + 4
    rows = [(0x0201, _LONG, 1, start), (0x0202, _LONG, 1, size)]
    below = struct.pack("<H", 2) + b"".join(struct.pack("<HHII", *row) for row in rows) + bytes(4)
    return _payload([(_ORIENTATION, _SHORT, 1, 1)], following=second, behind=below)


def _below(rows: Sequence[Row]) -> bytes:
    """Return a payload with those rows in the directory for the camera's data."""
    at = 8 + 2 + 12 + 4
    table = b"".join(struct.pack("<HHII", *row) for row in rows)
    below = struct.pack("<H", len(rows)) + table + bytes(4)
    return _payload([(_EXIF, _LONG, 1, at)], behind=below)
