"""The small parts of a PSD file, as bytes: header, resources and what is said of each layer.

The names are those of Adobe's description of the format.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from faceswap_gui.imaging import photoshop
from faceswap_gui.imaging.writable import Writable

if TYPE_CHECKING:
    from faceswap_gui.imaging.layer import Layer

TRANSPARENCY, MASK = -1, -2
"""Numbers of the channels that are no colours."""
_VERSION, _RGB, _INCH = 1, 3, 1
_HIDDEN, _FLAGS_MEAN_SOMETHING = 2, 8
_OPAQUE = 255


def header(picture: Writable) -> bytes:
    """Return the file's beginning: size, depth, and that there is no palette."""
    height, width, bands = picture.pixels.shape
    depth = picture.pixels.dtype.itemsize * 8
    facts = (b"8BPS", _VERSION, bands, height, width, depth, _RGB)
    return struct.pack(">4sH6xHIIHH", *facts) + _sized(b"")


def resources(picture: Writable) -> bytes:
    """Return profile, resolution and metadata."""
    found = {
        photoshop.RESOLUTION: _resolution(picture.dpi),
        photoshop.IPTC: picture.iptc,
        photoshop.ICC: picture.icc,
        photoshop.EXIF: picture.exif,
        photoshop.XMP: picture.xmp,
    }
    blocks = (
        struct.pack(">4sHH", b"8BIM", number, 0) + _sized(data) + b"\0" * (len(data) % 2)
        for number, data in found.items()
        if data
    )
    return _sized(b"".join(blocks))


def layer_record(layer: Layer, shape: tuple[int, ...]) -> tuple[bytes, list[int]]:
    """Return what is said of a layer, and where in it the lengths of its channels belong.

    Args:
        layer: a layer of any depth.
        shape: the picture's, height and width first.
    """
    numbers = channel_numbers(layer)
    record = struct.pack(">4iH", *layer.box(shape), len(numbers))
    places = [len(record) + 6 * index + 2 for index in range(len(numbers))]
    record += b"".join(struct.pack(">hI", number, 0) for number in numbers)
    flags = _FLAGS_MEAN_SOMETHING | (0 if layer.visible else _HIDDEN)
    record += struct.pack(">4s4sBBBx", b"8BIM", b"norm", _OPAQUE, 0, flags)
    no_ranges = _sized(b"")
    return record + _sized(_mask(layer, shape) + no_ranges + _names(layer.name)), places


def channel_numbers(layer: Layer) -> list[int]:
    """Return the numbers of a layer's channels, in the order of their data."""
    bands = [TRANSPARENCY if band == 3 else band for band in range(layer.pixels.shape[2])]
    return bands if layer.mask is None else [*bands, MASK]


def _mask(layer: Layer, shape: tuple[int, ...]) -> bytes:
    """Say that the mask covers the layer, and that around it nothing is seen."""
    if layer.mask is None:
        return _sized(b"")
    return _sized(struct.pack(">4iBB2x", *layer.box(shape), 0, 0))


def _names(name: str) -> bytes:
    """Return the name twice, as ever and in Unicode."""
    plain = name.encode("ascii", "replace")[:60]
    unicode = name.encode("utf-16-be")
    block = struct.pack(">I", len(unicode) // 2) + unicode
    return _padded(bytes([len(plain)]) + plain) + b"8BIMluni" + _sized(_padded(block))


def _resolution(dpi: tuple[float, float] | None) -> bytes | None:
    if dpi is None:
        return None
    across, down = (round(dots * 65536) for dots in dpi)
    return struct.pack(">IHHIHH", across, _INCH, _INCH, down, _INCH, _INCH)


def _sized(data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + data


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 4)
