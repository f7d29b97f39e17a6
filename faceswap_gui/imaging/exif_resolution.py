"""The resolution in EXIF: the only place that WebP and JPEG XL have for it."""

from __future__ import annotations

import math
import struct
from fractions import Fraction

from faceswap_gui.imaging import exif
from faceswap_gui.imaging.exif import BadExifError, Directory, Entry

_ACROSS, _DOWN, _UNIT = 0x011A, 0x011B, 0x0128
_SHORT, _RATIONAL = 3, 5
_INCH, _CENTIMETRE = 2, 3
_CM_PER_INCH = 2.54
_MOST_DOTS = 65_535
"""JPEG counts no further."""
_FINEST = 10_000
"""Largest denominator: four places after the point are more than anybody says."""


def plausible(dpi: tuple[float, float] | None) -> tuple[float, float] | None:
    """Return the resolution if a picture can have it and every format can say it, else None."""
    return dpi if dpi and all(1 <= dots <= _MOST_DOTS for dots in dpi) else None


def resolution(payload: bytes | None) -> tuple[float, float] | None:
    """Return dots per inch across and down; None where EXIF says nothing that can be read."""
    try:
        root = exif.parse(payload) if payload else None
    except BadExifError:
        return None
    if root is None:
        return None
    across, down = (_rational(root, tag) for tag in (_ACROSS, _DOWN))
    unit = root.number(_UNIT) or _INCH
    if not across or not down or unit not in (_INCH, _CENTIMETRE):
        return None
    per_inch = _CM_PER_INCH if unit == _CENTIMETRE else 1.0
    return across * per_inch, down * per_inch


def with_resolution(payload: bytes | None, dpi: tuple[float, float]) -> bytes:
    """Return the payload, or a new one, with this resolution.

    All else stays where it is, because makers' notes hold offsets: a first directory that lacks an
    entry is written anew behind the rest.

    Raises:
        BadExifError: the payload is damaged.
    """
    if not payload:
        return exif.serialise(Directory("<", _entries("<", dpi), {}, 0))
    root = exif.parse(payload)
    wanted = _entries(root.order, dpi)
    known = [root.find(entry.tag) for entry in wanted]
    data = bytearray(payload)
    for there, entry in zip(known, wanted, strict=True):
        if there is None or (there.kind, there.count) != (entry.kind, entry.count):
            return _moved(payload, root, wanted)
        data[there.at : there.at + len(entry.value)] = entry.value
    return bytes(data)


def _rational(root: Directory, tag: int) -> float | None:
    entry = root.find(tag)
    if entry is None or entry.kind != _RATIONAL or entry.count != 1:
        return None
    above, below = struct.unpack(root.order + "II", entry.value)
    value = above / below if below else math.inf
    return value if 0 < value < math.inf else None


def _entries(order: str, dpi: tuple[float, float]) -> tuple[Entry, ...]:
    values = (Fraction(dots).limit_denominator(_FINEST) for dots in dpi)
    across, down = (struct.pack(order + "II", v.numerator, v.denominator) for v in values)
    return (
        Entry(_ACROSS, _RATIONAL, 1, across, 0),
        Entry(_DOWN, _RATIONAL, 1, down, 0),
        Entry(_UNIT, _SHORT, 1, struct.pack(order + "H", _INCH), 0),
    )


def _moved(payload: bytes, root: Directory, wanted: tuple[Entry, ...]) -> bytes:
    """Put the first directory, with these entries in it, behind everything else."""
    order, end = root.order, root.next_at
    begin = end - 12 * len(root.entries)
    new = {entry.tag for entry in wanted}
    tables = [payload[at : at + 12] for at in range(begin, end, 12)]
    tables = [row for row in tables if struct.unpack_from(order + "H", row)[0] not in new]
    at = len(payload) + len(payload) % 2
    value_at = at + 2 + 12 * (len(tables) + len(wanted)) + 4
    values = b""
    for entry in wanted:
        place = entry.value.ljust(4, b"\0")
        if len(entry.value) > 4:
            place = struct.pack(order + "I", value_at + len(values))
            values += entry.value
        tables.append(struct.pack(order + "HHI", entry.tag, entry.kind, entry.count) + place)
    tables.sort(key=lambda row: struct.unpack_from(order + "H", row)[0])
    moved = bytearray(payload.ljust(at, b"\0"))
    struct.pack_into(order + "I", moved, 4, at)
    count = struct.pack(order + "H", len(tables))
    return bytes(moved) + count + b"".join(tables) + payload[end : end + 4].ljust(4, b"\0") + values
