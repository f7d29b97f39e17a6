"""Pictures to read, made by libraries other than those that the program reads them with."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import tifffile
from PIL import Image, PngImagePlugin

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-'
    b'syntax-ns#"><rdf:Description rdf:about="" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" '
    b'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="Paris"/>'
    b"</rdf:RDF></x:xmpmeta>"
)
IPTC = b"\x1c\x02\x78\x00\x05Seine" + b"\x1c\x02\x5a\x00\x05Paris"

# Colorants adapted to D50, and gamma (a number) or sRGB's curve.
_SPACES: dict[str, tuple[list[list[float]], float | None]] = {
    "sRGB": (
        [[0.43607, 0.22249, 0.01392], [0.38515, 0.71687, 0.09708], [0.14307, 0.06061, 0.71410]],
        None,
    ),
    "Display P3": (
        [[0.51512, 0.24120, -0.00105], [0.29198, 0.69225, 0.04189], [0.15710, 0.06657, 0.78407]],
        None,
    ),
    "Adobe RGB": (
        [[0.60974, 0.31111, 0.01947], [0.20528, 0.62567, 0.06087], [0.14919, 0.06322, 0.74457]],
        2.19921875,
    ),
    "ProPhoto": (
        [[0.79767, 0.28804, 0.0], [0.13519, 0.71188, 0.0], [0.03134, 0.00008, 0.82491]],
        1.8,
    ),
}
PROFILES = tuple(_SPACES)


def profile(name: str) -> bytes:
    """An ICC profile of one of `PROFILES`, or of grey with a gamma of 2.2 for ``grey``."""
    if name == "grey":
        return _icc(b"GRAY", {b"kTRC": _gamma(2.2)})
    colorants, gamma = _SPACES[name]
    curve = _srgb_curve() if gamma is None else _gamma(gamma)
    tags = {b"rTRC": curve, b"gTRC": curve, b"bTRC": curve}
    for tag, xyz in zip((b"rXYZ", b"gXYZ", b"bXYZ"), colorants, strict=True):
        tags[tag] = _xyz(*xyz)
    return _icc(b"RGB ", tags)


def _icc(space: bytes, tags: dict[bytes, bytes]) -> bytes:
    tags = {b"desc": b"desc" + bytes(4) + struct.pack(">I", 2) + b"x\0" + bytes(79)} | tags
    tags[b"wtpt"] = _xyz(0.9642, 1.0, 0.8249)
    table, data = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for name, value in tags.items():
        table += struct.pack(">4sII", name, start + len(data), len(value))
        data += value + bytes(-len(value) % 4)
    head = struct.pack(
        ">I4sI4s4s4s", start + len(data), b"none", 0x04200000, b"mntr", space, b"XYZ "
    )
    head += (
        struct.pack(">6H", 2024, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + _xyz(0.9642, 1, 0.8249)[8:]
    )
    return head + bytes(128 - len(head)) + struct.pack(">I", len(tags)) + table + data


def _xyz(x: float, y: float, z: float) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(v * 65536) for v in (x, y, z)))


def _gamma(value: float) -> bytes:
    return b"curv" + bytes(4) + struct.pack(">IH", 1, round(value * 256))


def _srgb_curve() -> bytes:
    numbers = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    fixed = (round(number * 65536) for number in numbers)
    return b"para" + bytes(4) + struct.pack(">HH5i", 3, 0, *fixed)


def noise(height: int, width: int, channels: int, depth: str, seed: int = 0) -> Any:
    """Every value of the depth as likely, so that nothing survives by chance; (h, w, channels)."""
    rng = np.random.default_rng(seed)
    if depth == "float32":
        return rng.random((height, width, channels), dtype=np.float32)
    return rng.integers(0, np.iinfo(depth).max + 1, (height, width, channels), dtype=depth)


def exif(orientation: int = 1, dpi: int | None = None) -> bytes:
    """An EXIF payload as a camera's, from its byte order mark on."""
    made = Image.Exif()
    if dpi:
        made[0x011A] = made[0x011B] = dpi
        made[0x0128] = 2
    made[0x0112] = orientation
    made[0x013B] = "Ada Lovelace"
    made[0x8298] = "CC0"
    made.get_ifd(0x8769)[0x9003] = "2021:05:06 07:08:09"
    made.get_ifd(0x8769)[0x829A] = 0.004
    made.get_ifd(0x8825)[1] = "N"
    made.get_ifd(0x8825)[2] = (48.0, 51.0, 24.0)
    return made.tobytes().removeprefix(b"Exif\0\0")


def upright(stored: Any, orientation: int) -> Any:
    """Turn stored pixels as EXIF says, by the specification's table of row 0 and column 0."""
    turns = {
        1: lambda a: a,
        2: np.fliplr,
        3: lambda a: np.rot90(a, 2),
        4: np.flipud,
        5: lambda a: np.rot90(np.fliplr(a), 1),
        6: lambda a: np.rot90(a, -1),
        7: lambda a: np.rot90(np.fliplr(a), -1),
        8: lambda a: np.rot90(a, 1),
    }
    return turns[orientation](stored)


def save(path: Path, stored: Any, *, orientation: int = 1, icc: bytes | None = None) -> None:
    """Save (h, w, channels) pixels with EXIF, XMP and 300 dpi, lossless where possible."""
    kind = path.suffix
    if kind == ".png":
        _save_png(path, stored, orientation, icc)
    elif kind == ".tif":
        _save_tiff(path, stored, orientation, icc)
    elif kind == ".jxl":
        _save_jxl(path, stored, icc)
    else:
        facts: dict[str, Any] = {"xmp": XMP, "dpi": (300, 300)}
        facts["exif"] = b"Exif\0\0" + exif(orientation, dpi=300)
        facts |= {"icc_profile": icc} if icc else {}
        facts |= {"lossless": True, "exact": True} if kind == ".webp" else {"quality": 95}
        Image.fromarray(stored.squeeze()).save(path, **facts)


def _save_png(path: Path, stored: Any, orientation: int, icc: bytes | None) -> None:
    """By hand: no library but ours writes 16-bit colour with metadata."""
    height, width, channels = stored.shape
    kind = {1: 0, 2: 4, 3: 2, 4: 6}[channels]
    rows = stored.astype(stored.dtype.newbyteorder(">")).reshape(height, -1)
    lines = b"".join(b"\0" + row.tobytes() for row in rows)
    header = struct.pack(">IIBBBBB", width, height, stored.dtype.itemsize * 8, kind, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"pHYs", struct.pack(">IIB", 11811, 11811, 1))]
    if icc:
        chunks.append((b"iCCP", b"profile\0\0" + zlib.compress(icc)))
    chunks.append((b"eXIf", exif(orientation)))
    chunks.append((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP))
    chunks += [(b"IDAT", zlib.compress(lines)), (b"IEND", b"")]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(*chunk) for chunk in chunks))


def png_chunk(name: bytes, data: bytes) -> bytes:
    """One chunk of a PNG file."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _save_tiff(path: Path, stored: Any, orientation: int, icc: bytes | None) -> None:
    channels = stored.shape[2]
    tags = [
        (274, "H", 1, orientation, True),
        (315, "s", 0, "Ada Lovelace", True),
        (700, "B", len(XMP), XMP, True),
        (33723, "B", len(IPTC), IPTC, True),
    ]
    tifffile.imwrite(
        path,
        stored.squeeze() if channels == 1 else stored,
        photometric="rgb" if channels >= 3 else "minisblack",
        planarconfig="contig",
        extrasamples=["unassalpha"] if channels in (2, 4) else None,
        resolution=(300, 300),
        resolutionunit="inch",
        iccprofile=icc,
        metadata=None,
        extratags=tags,
    )


def _save_jxl(path: Path, stored: Any, icc: bytes | None) -> None:
    import pillow_jxl  # noqa: F401 - registers itself with Pillow

    facts = {"icc_profile": icc} if icc else {}
    picture = Image.fromarray(stored.squeeze())
    picture.save(path, lossless=True, exif=b"Exif\0\0" + exif(1), xmp=XMP, **facts)


def png_with_info(pixels: Any) -> bytes:
    """A PNG in memory, as Pillow writes it."""
    buffer = io.BytesIO()
    info = PngImagePlugin.PngInfo()
    info.add_text("Title", "made")
    Image.fromarray(pixels).save(buffer, "PNG", pnginfo=info)
    return buffer.getvalue()
