"""TIFF with 8 or 16 bits or floats: pixels through tifffile, EXIF's directories put behind them."""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs
from numpy.typing import NDArray

from faceswap_gui.imaging import exif
from faceswap_gui.imaging.writable import Writable

_XMP, _IPTC, _PAGE_NAME = 700, 33723, 285
_BYTES, _TEXT, _UNDEFINED = 1, 2, 7
_ONE_PAGE = 2


def encode(picture: Writable, path: Path, layers: Iterable[tuple[str, NDArray[Any]]] = ()) -> None:
    """Write `picture` as TIFF with lossless compression, and named layers as pages behind it.

    Raises:
        OSError: the file could not be written.
    """
    import tifffile

    told = exif.parse(picture.exif) if picture.exif else None
    with tifffile.TiffWriter(path, byteorder=told.order if told else "<") as writer:
        writer.write(extratags=_packets(picture), **_page(picture, picture.pixels))
        for name, pixels in layers:
            text = name.encode() + b"\0"
            named = [(_PAGE_NAME, _TEXT, len(text), text, True)]
            writer.write(extratags=named, subfiletype=_ONE_PAGE, **_page(picture, pixels))
    if told:
        _append(path, told)


def _page(picture: Writable, pixels: NDArray[Any]) -> dict[str, Any]:
    bands = pixels.shape[2]
    alpha = "assocalpha" if picture.premultiplied else "unassalpha"
    return {
        "data": pixels if bands > 1 else pixels[..., 0],
        "photometric": "rgb" if bands >= 3 else "minisblack",
        "planarconfig": "contig",
        "extrasamples": [alpha] if bands in (2, 4) else None,
        "compression": "zlib",
        "compressionargs": {"level": 1},  # higher ones take three times as long for 1 %
        "predictor": pixels.dtype.kind == "u",
        "rowsperstrip": 64,
        "iccprofile": picture.icc,
        "resolution": picture.dpi or (1, 1),
        "resolutionunit": "inch" if picture.dpi else "none",
        "metadata": None,
        "software": False,
    }


def _packets(picture: Writable) -> list[tuple[Any, ...]]:
    packets = []
    if picture.xmp:
        packets.append((_XMP, _BYTES, len(picture.xmp), picture.xmp, True))
    if picture.iptc:
        packets.append((_IPTC, _UNDEFINED, len(picture.iptc), picture.iptc, True))
    return packets


def _append(path: Path, told: exif.Directory) -> None:
    """Put a directory that holds EXIF and GPS too behind the picture, in place of the first."""
    with (
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
        memoryview(data) as view,
    ):
        first = exif.parse(view)
        (following,) = struct.unpack_from(first.order + "I", view, first.next_at)
    there = {entry.tag for entry in first.entries}
    added = tuple(entry for entry in exif.descriptive(told) if entry.tag not in there)
    merged = attrs.evolve(first, entries=first.entries + added, children=told.children)
    with path.open("r+b") as output:
        at = output.seek(0, 2)
        at += output.write(b"\0" * (at % 2))
        output.write(exif.directory_bytes(merged, at, following))
        output.seek(4)
        output.write(struct.pack(told.order + "I", at))
