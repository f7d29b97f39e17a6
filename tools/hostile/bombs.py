"""Small files that say they are large, or grow when they are unpacked."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
from PIL import Image

_MEGABYTES = 300
"""What the compressed profile and words of a bomb grow to."""


def bombs(png: bytes) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield names and what makes the contents; `png` is a good picture to hide some of them in."""
    for side in (20_000, 60_000, 0x7FFFFFFF):
        yield f"says {side}.png", partial(_png, side, side)
        yield f"says {side}.tif", partial(_tiff, side, side)
        yield f"says {side}.psd", partial(_psd, side)
        yield f"says {side}.exr", partial(_exr, side)
    for width, height in ((0, 0), (0, 100), (100, 0)):
        yield f"says {width}x{height}.png", partial(_png, width, height)
        yield f"says {width}x{height}.tif", partial(_tiff, width, height)
    yield "says 65535.jpg", partial(_jpeg, 65_535)
    yield "says 16383.webp", partial(_webp, 16_383)
    yield "flat 16000.png", partial(_flat, 16_000)
    for name, chunk, start in (
        ("profile", b"iCCP", b"bomb\0\0"),
        ("words", b"zTXt", b"Comment\0\0"),
        ("xmp", b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0"),
    ):
        yield f"{name} grows.png", partial(_grows, png, chunk, start)
    yield "many chunks.png", lambda: png[:33] + _chunk(b"teST", b"") * 500_000 + png[33:]
    yield "tag list loops.tif", lambda: b"II*\0\x08\0\0\0" + struct.pack("<HI", 0, 8)


def _grows(png: bytes, chunk: bytes, start: bytes) -> bytes:
    packer = zlib.compressobj(1)
    packed = b"".join(packer.compress(bytes(1_000_000)) for _ in range(_MEGABYTES))
    return hidden(png, chunk, start + packed + packer.flush())


def _psd(side: int) -> bytes:
    return b"8BPS\0\1" + struct.pack(">6xHIIHH", 3, side, side, 8, 3) + bytes(100)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _png(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(bytes(5_000_000))), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def hidden(png: bytes, name: bytes, data: bytes) -> bytes:
    """Put a chunk behind the picture's header."""
    return png[:33] + _chunk(name, data) + png[33:]


def _tiff(width: int, height: int) -> bytes:
    tags = [
        (256, 4, 1, width),
        (257, 4, 1, height),
        (258, 3, 1, 8),
        (259, 3, 1, 1),
        (262, 3, 1, 1),
        (273, 4, 1, 8),
        (277, 3, 1, 1),
        (278, 4, 1, height),
        (279, 4, 1, min(width * height, 0xFFFFFFFF)),
    ]
    entries = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(tags)) + entries + bytes(1000)


def _exr(side: int) -> bytes:
    """An OpenEXR header with a huge window."""

    def attribute(name: bytes, kind: bytes, value: bytes) -> bytes:
        return name + b"\0" + kind + b"\0" + struct.pack("<I", len(value)) + value

    channels = b"".join(
        name + b"\0" + struct.pack("<iB3xii", 2, 0, 1, 1) for name in (b"B", b"G", b"R")
    )
    window = struct.pack("<4i", 0, 0, side - 1, side - 1)
    head = attribute(b"channels", b"chlist", channels + b"\0")
    head += attribute(b"compression", b"compression", b"\0")
    head += attribute(b"dataWindow", b"box2i", window) + attribute(
        b"displayWindow", b"box2i", window
    )
    head += attribute(b"lineOrder", b"lineOrder", b"\0")
    head += attribute(b"pixelAspectRatio", b"float", struct.pack("<f", 1))
    head += attribute(b"screenWindowCenter", b"v2f", struct.pack("<2f", 0, 0))
    head += attribute(b"screenWindowWidth", b"float", struct.pack("<f", 1))
    return b"\x76\x2f\x31\x01\x02\0\0\0" + head + bytes(1000)


def _jpeg(side: int) -> bytes:
    """A small JPEG whose header was given another size."""
    data = bytearray(_saved(np.zeros((8, 8, 3), np.uint8), "JPEG"))
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", side, side)
    return bytes(data)


def _webp(side: int) -> bytes:
    data = bytearray(_saved(np.zeros((8, 8, 3), np.uint8), "WEBP"))
    at = data.index(b"\x9d\x01\x2a") + 3
    data[at : at + 4] = struct.pack("<HH", side, side)
    return bytes(data)


def _flat(side: int) -> bytes:
    """A whole picture of a quarter of a gigapixel, in a few hundred kilobytes."""
    packer = zlib.compressobj(9)
    lines = b"".join(packer.compress(bytes(1 + side)) for _ in range(side)) + packer.flush()
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", lines), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _saved(pixels: np.ndarray, kind: str) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, kind)
    return buffer.getvalue()
