"""EXIF as the bytes that it is: a small TIFF of directories. Read it, turn it upright, move it.

A payload begins at the byte order mark, without the name that JPEG puts before it. Where possible
it is patched in place, because makers' notes hold offsets that only they understand.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Literal

import attrs

EXIF_IFD, GPS_IFD, INTEROP_IFD = 0x8769, 0x8825, 0xA005
CHILDREN = (EXIF_IFD, GPS_IFD, INTEROP_IFD)
"""Tags that point to directories."""
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_ORIENTATION, _WIDTH, _HEIGHT = 0x0112, 0xA002, 0xA003
_THUMBNAIL, _THUMBNAIL_SIZE = 0x0201, 0x0202
_MAX_BYTES = 16_000_000
"""Of one value."""
_ORDERS: dict[bytes, Literal["<", ">"]] = {b"II*\0": "<", b"MM\0*": ">"}

_DESCRIPTIVE = frozenset(
    (0x010D, 0x010E, 0x010F, 0x0110, 0x0131, 0x0132, 0x013B, 0x013C, 0x4746, 0x4749, 0x8298)
) | frozenset(range(0x9C9B, 0x9CA0))
"""Tags of a TIFF's first directory that tell of the picture instead of how it is stored."""


class BadExifError(ValueError):
    """The bytes are no EXIF, or damaged beyond reading."""


@attrs.frozen
class Entry:
    """One tag: its raw value, and where the value lies in the payload."""

    tag: int
    kind: int
    count: int
    value: bytes
    at: int


@attrs.frozen
class Directory:
    """One directory, with those below it (EXIF, GPS, …) by the tag that points there."""

    order: Literal["<", ">"]
    entries: tuple[Entry, ...]
    children: dict[int, Directory]
    next_at: int
    """Where the offset of the following directory (the thumbnail's) is stored."""

    def find(self, tag: int) -> Entry | None:
        """Return the entry of a tag, if there is one."""
        return next((entry for entry in self.entries if entry.tag == tag), None)

    def number(self, tag: int) -> int | None:
        """Return the first value of an integer tag."""
        entry = self.find(tag)
        if entry is None or entry.kind not in (3, 4) or entry.count < 1:
            return None
        return int(
            struct.unpack_from(self.order + ("H" if entry.kind == 3 else "I"), entry.value)[0]
        )


@attrs.define
class _Allowance:
    """What one payload may still take; entries that share values or directories multiply them."""

    entries: int = 20_000
    size: int = 4 * _MAX_BYTES

    def spend(self, entries: int, size: int) -> None:
        self.entries -= entries
        self.size -= size
        if self.entries < 0 or self.size < 0:
            raise BadExifError("it tells more than it holds")


def parse(payload: bytes | bytearray | memoryview) -> Directory:
    """Read the directories of an EXIF payload or of a TIFF file's bytes.

    Raises:
        BadExifError: it is damaged.
    """
    order = _ORDERS.get(bytes(payload[:4]))
    if order is None:
        raise BadExifError("no byte order mark")
    try:
        (offset,) = struct.unpack_from(order + "I", payload, 4)
        return _directory(payload, order, offset, depth=0, left=_Allowance())
    except (struct.error, IndexError) as error:
        raise BadExifError(str(error)) from error


def _directory(
    payload: bytes | bytearray | memoryview,
    order: Literal["<", ">"],
    offset: int,
    depth: int,
    left: _Allowance,
) -> Directory:
    (count,) = struct.unpack_from(order + "H", payload, offset)
    left.spend(count, 0)
    entries = [_entry(payload, order, offset + 2 + 12 * index, left) for index in range(count)]
    children = {}
    for entry in entries:
        if entry.tag in CHILDREN and entry.kind in (4, 13) and depth < 2:
            (below,) = struct.unpack_from(order + "I", entry.value)
            children[entry.tag] = _directory(payload, order, below, depth + 1, left)
    return Directory(order, tuple(entries), children, next_at=offset + 2 + 12 * count)


def _entry(
    payload: bytes | bytearray | memoryview, order: Literal["<", ">"], at: int, left: _Allowance
) -> Entry:
    tag, kind, count = struct.unpack_from(order + "HHI", payload, at)
    size = _SIZES.get(kind, 1) * count
    where = at + 8
    if size > 4:
        (where,) = struct.unpack_from(order + "I", payload, at + 8)
    if size > _MAX_BYTES or where + size > len(payload):
        raise BadExifError(f"tag {tag:#06x} points outside")
    left.spend(0, size)
    return Entry(tag, kind, count, bytes(payload[where : where + size]), where)


def upright(payload: bytes, width: int, height: int) -> bytes:
    """Return the payload for an upright picture of `width` × `height` pixels.

    The orientation becomes 1. The thumbnail is erased: it shows the picture as it was before.

    Raises:
        BadExifError: it is damaged.
    """
    root = parse(payload)
    data = bytearray(payload)
    _patch(data, root, _ORIENTATION, 1)
    if EXIF_IFD in root.children:
        _patch(data, root.children[EXIF_IFD], _WIDTH, width)
        _patch(data, root.children[EXIF_IFD], _HEIGHT, height)
    _erase_thumbnail(data, root)
    parse(data)  # where values lie over directories, what was changed may have broken them
    return bytes(data)


def _patch(data: bytearray, directory: Directory, tag: int, value: int) -> None:
    entry = directory.find(tag)
    if entry is not None and directory.number(tag) is not None:
        short = entry.kind == 3
        number = min(value, 0xFFFF) if short else value
        struct.pack_into(directory.order + ("H" if short else "I"), data, entry.at, number)


def _erase_thumbnail(data: bytearray, root: Directory) -> None:
    if root.next_at + 4 > len(data):
        return
    (offset,) = struct.unpack_from(root.order + "I", data, root.next_at)
    struct.pack_into(root.order + "I", data, root.next_at, 0)
    if offset == 0:
        return
    try:
        thumbnail = _directory(bytes(data), root.order, offset, depth=2, left=_Allowance())
    except (BadExifError, struct.error):
        return
    start, size = thumbnail.number(_THUMBNAIL), thumbnail.number(_THUMBNAIL_SIZE)
    if start and size and start + size <= len(data):
        data[start : start + size] = bytes(size)


def orientation(payload: bytes) -> int:
    """Return the payload's orientation, 1 to 8; 1 where it has none.

    Raises:
        BadExifError: it is damaged.
    """
    value = parse(payload).number(_ORIENTATION)
    return value if value is not None and 1 <= value <= 8 else 1


def from_tiff(file: bytes | memoryview) -> bytes | None:
    """Collect what a TIFF file's first directory tells of the picture into a payload of its own.

    Raises:
        BadExifError: it is damaged.
    """
    root = parse(file)
    told = tuple(entry for entry in root.entries if entry.tag in _DESCRIPTIVE)
    if not told and not root.children:
        return None
    return serialise(attrs.evolve(root, entries=told))


def serialise(root: Directory) -> bytes:
    """Write directories as a payload."""
    head = (b"II*\0" if root.order == "<" else b"MM\0*") + struct.pack(root.order + "I", 8)
    return head + directory_bytes(root, 8)


def directory_bytes(directory: Directory, at: int, following: int = 0) -> bytes:
    """Write a directory, its values and the directories below it, to lie at offset `at`.

    `following` is the offset of the next directory of a file of several pages, 0 for none.
    """
    order = directory.order
    entries = [entry for entry in directory.entries if entry.tag not in CHILDREN]
    pointers = [Entry(tag, 4, 1, b"", 0) for tag in directory.children]
    ordered = sorted(entries + pointers, key=lambda entry: entry.tag)
    data_at = at + 2 + 12 * len(ordered) + 4
    table, data = bytearray(struct.pack(order + "H", len(ordered))), bytearray()
    for entry in ordered:
        where, value = data_at + len(data), entry.value
        if entry.tag in directory.children:
            value = struct.pack(order + "I", where)
            data += directory_bytes(directory.children[entry.tag], where)
        elif len(value) > 4:
            data += value + b"\0" * (len(value) % 2)
            value = struct.pack(order + "I", where)
        table += struct.pack(order + "HHI", entry.tag, entry.kind, entry.count) + value.ljust(
            4, b"\0"
        )
        if len(data) % 2:
            data += b"\0"
    return bytes(table + struct.pack(order + "I", following) + data)


def descriptive(root: Directory) -> Iterator[Entry]:
    """Yield the first directory's entries that tell of the picture."""
    return (entry for entry in root.entries if entry.tag in _DESCRIPTIVE)
