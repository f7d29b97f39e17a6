"""IPTC records inside the resource blocks that Photoshop wraps around them in JPEG."""

from __future__ import annotations

import struct

_SIGNATURE = b"Photoshop 3.0\0"
_IPTC = 0x0404


def from_photoshop(data: bytes | None) -> bytes | None:
    """Return the bare IPTC records (TIFF holds them so) of an APP13 segment; None without any."""
    if not data or not data.startswith(_SIGNATURE):
        return data or None
    at = len(_SIGNATURE)
    while data[at : at + 4] == b"8BIM" and at + 12 <= len(data):
        name = data[at + 6] + 1
        size_at = at + 6 + name + name % 2
        if size_at + 4 > len(data):
            return None
        (size,) = struct.unpack_from(">I", data, size_at)
        if struct.unpack_from(">H", data, at + 4)[0] == _IPTC:
            return data[size_at + 4 : size_at + 4 + size] or None
        at = size_at + 4 + size + size % 2
    return None


def to_photoshop(records: bytes) -> bytes:
    """Wrap IPTC records for a JPEG's APP13 segment."""
    block = b"8BIM" + struct.pack(">HHI", _IPTC, 0, len(records)) + records
    return _SIGNATURE + block + b"\0" * (len(records) % 2)
