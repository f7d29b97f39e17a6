"""The resource blocks of PSD files, which JPEG borrows for IPTC."""

from __future__ import annotations

import struct

RESOLUTION, IPTC, ICC, EXIF, XMP = 0x03ED, 0x0404, 0x040F, 0x0422, 0x0424
_SIGNATURE = b"Photoshop 3.0\0"


def resources(data: bytes) -> dict[int, bytes]:
    """Split a block of resources by their numbers. What follows damage is left out."""
    found = {}
    at = 0
    while data[at : at + 4] == b"8BIM" and at + 12 <= len(data):
        name = data[at + 6] + 1
        size_at = at + 6 + name + name % 2
        if size_at + 4 > len(data):
            break
        (number,) = struct.unpack_from(">H", data, at + 4)
        (size,) = struct.unpack_from(">I", data, size_at)
        found[number] = data[size_at + 4 : size_at + 4 + size]
        at = size_at + 4 + size + size % 2
    return found


def resolution(data: bytes | None) -> tuple[float, float] | None:
    """Return dots per inch across and down from the resolution resource."""
    if not data or len(data) < 16:
        return None
    across, down = struct.unpack(">I4xI4x", data[:16])
    return (across / 65536, down / 65536) if across and down else None


def iptc_from_segment(data: bytes | None) -> bytes | None:
    """Return the bare IPTC records (TIFF holds them so) of a JPEG's APP13 segment."""
    if not data or not data.startswith(_SIGNATURE):
        return data or None
    return resources(data[len(_SIGNATURE) :]).get(IPTC) or None


def iptc_segment(records: bytes) -> bytes:
    """Wrap IPTC records for a JPEG's APP13 segment."""
    block = b"8BIM" + struct.pack(">HHI", IPTC, 0, len(records)) + records
    return _SIGNATURE + block + b"\0" * (len(records) % 2)
