"""A colour profile that shows greys as a grey profile does, for formats that hold only colours.

With it the values of a grey photograph stay bit for bit, and so does what is seen.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from functools import lru_cache

import numpy as np

from faceswap_gui.imaging.colour import srgb_to_linear
from faceswap_gui.imaging.icc import SRGB_TO_PCS, conversion, tags_of

_D50 = (0.9642, 1.0, 0.8249)
_NAME = b"Grey as colour"
_NODES = 4096


@lru_cache(maxsize=4)
def as_colour_profile(grey: bytes) -> bytes:
    """Return a profile for R = G = B that says of them what `grey`, a readable one, says of grey.

    Its primaries, which greys do not touch, are those of sRGB.
    """
    curve = tags_of(grey, grey=True).get(b"kTRC") or _sampled(grey)
    version = grey[8:12]  # which kinds of curve there are depends on it
    return _profile(
        version,
        {
            b"desc": b"desc" + struct.pack(">4xI", len(_NAME) + 1) + _NAME + bytes(1 + 78),
            b"cprt": b"text" + bytes(4) + b"CC0" + bytes(1),
            b"wtpt": _xyz(_D50),
            b"rXYZ": _xyz(SRGB_TO_PCS[:, 0]),
            b"gXYZ": _xyz(SRGB_TO_PCS[:, 1]),
            b"bXYZ": _xyz(SRGB_TO_PCS[:, 2]),
            b"rTRC": curve,
            b"gTRC": curve,
            b"bTRC": curve,
        },
    )


def _sampled(grey: bytes) -> bytes:
    """Return a curve with what a profile of tables makes of 4096 greys."""
    ramp = np.linspace(0, 1, _NODES, dtype=np.float32)[None, :, None].repeat(3, axis=2)
    known = conversion(grey, True)
    light = srgb_to_linear(known.to_srgb(ramp) if known else ramp)[0, :, 0]
    levels = np.rint(np.clip(light, 0, 1) * 65535).astype(">u2")
    return b"curv" + struct.pack(">4xI", _NODES) + levels.tobytes()


def _xyz(values: Iterable[float]) -> bytes:
    return b"XYZ " + struct.pack(">4x3i", *(round(value * 65536) for value in values))


def _profile(version: bytes, tags: dict[bytes, bytes]) -> bytes:
    table, data = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, value in tags.items():
        table += struct.pack(">4sII", name, start + len(data), len(value))
        data += value + bytes(-len(value) % 4)
    head = struct.pack(">I4x", start + len(data)) + version + b"mntrRGB XYZ "
    head += bytes(12) + b"acsp" + bytes(28) + _xyz(_D50)[8:]
    return head.ljust(128, b"\0") + table + data
