"""PNG with 8 or 16 bits: pixels through libvips, metadata chunks byte for byte as they were."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from faceswap_gui.imaging.vips import libvips, to_vips
from faceswap_gui.imaging.writable import Writable

_HEADER = 8 + 25
_RESOLUTION = 21
_INCHES_PER_METRE = 1 / 0.0254


def encode(picture: Writable, path: Path) -> None:
    """Write `picture` as PNG.

    Raises:
        OSError: the file could not be written.
    """
    pyvips = libvips()

    with path.open("wb") as file:
        sink = _Sink(file, b"".join(_chunks(picture)))
        target = pyvips.TargetCustom()
        target.on_write(sink.write)
        try:
            to_vips(picture.pixels).pngsave_target(target, compression=3, filter="up", keep="none")
        except pyvips.Error as error:
            raise (sink.error or OSError(str(error))) from error
        if sink.error:
            raise sink.error


class _Sink:
    """Passes the encoder's bytes on, our chunks in the place of its made-up resolution."""

    def __init__(self, file: IO[bytes], inserted: bytes) -> None:
        self._file = file
        self._inserted = inserted
        self._head: bytes | None = b""
        self.error: OSError | None = None

    def write(self, data: bytes) -> int:
        try:
            self._pass_on(bytes(data))
        except OSError as error:
            self.error = error
            return -1
        return len(data)

    def _pass_on(self, data: bytes) -> None:
        if self._head is None:
            self._file.write(data)
            return
        self._head += data
        if len(self._head) < _HEADER + _RESOLUTION:
            return
        made_up = self._head[_HEADER + 4 : _HEADER + 8] == b"pHYs"
        rest = self._head[_HEADER + (_RESOLUTION if made_up else 0) :]
        self._file.write(self._head[:_HEADER] + self._inserted + rest)
        self._head = None


def _chunks(picture: Writable) -> Iterator[bytes]:
    if picture.icc:
        yield _chunk(b"iCCP", b"ICC profile\0\0" + zlib.compress(picture.icc))
    if picture.dpi:
        across, down = (round(dots * _INCHES_PER_METRE) for dots in picture.dpi)
        yield _chunk(b"pHYs", struct.pack(">IIB", across, down, 1))
    if picture.exif:
        yield _chunk(b"eXIf", picture.exif)
    if picture.xmp:
        yield _chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + picture.xmp)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
