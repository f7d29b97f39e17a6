"""Embedded colour profiles: between a file's own encoding and sRGB.

Matrix profiles (sRGB, Display P3, Adobe RGB, ProPhoto, camera and monitor profiles) and grey ones
are computed here in float: the colour engine rounds the connection space to 16 bits, which merges
the dark values of a 16-bit picture. Profiles made of tables go through the engine, lcms in libvips.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import Any, Protocol

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.imaging.colour import LUMINANCE, Float, linear_to_srgb, srgb_to_linear

SRGB_TO_PCS = np.array(
    [
        [0.4360747, 0.3850649, 0.1430804],
        [0.2225045, 0.7168786, 0.0606169],
        [0.0139322, 0.0971045, 0.7141733],
    ]
)
"""Linear sRGB to XYZ under D50, the space in which profiles meet."""
_NODES = 65536
_MOST_SKEWED = 1e4
_SAME_GREY, _SAME_LIGHT = 1 / 512, 0.002
_PARAMETERS = {0: "g", 1: "gab", 2: "gabc", 3: "gabcd", 4: "gabcdef"}


def is_srgb(icc: bytes, grey: bool) -> bool:
    """Whether the profile says what is taken for granted without one."""
    try:
        return conversion(icc, grey) is None
    except BadProfileError:
        return False


class Conversion(Protocol):
    """From values 0..1 in a profile's encoding ``(h, w, 3)`` to sRGB-encoded ones, and back."""

    def to_srgb(self, values: Float) -> Float:
        """Convert to sRGB; colours outside its gamut lie outside 0..1."""

    def from_srgb(self, values: Float) -> Float:
        """Convert from sRGB."""


class BadProfileError(ValueError):
    """The bytes are no colour profile that fits the picture."""


@lru_cache(maxsize=16)
def conversion(icc: bytes, grey: bool) -> Conversion | None:
    """Return how to convert from and to `icc`; None when it is sRGB in all but name.

    Raises:
        BadProfileError: it is damaged, or made for another kind of picture (CMYK, grey or colour).
    """
    try:
        made = _conversion(tags_of(icc, grey), icc, grey)
    except (struct.error, LookupError, ValueError) as error:
        raise BadProfileError(str(error)) from error
    return None if _is_identity(made, grey) else made


def _is_identity(made: Conversion, grey: bool) -> bool:
    """Whether greys come out the same, and colours but for the rounding in common sRGB profiles."""
    ramp = np.linspace(0, 1, 33, dtype=np.float32)
    greys = ramp[:, None, None].repeat(3, axis=2)
    if np.abs(made.to_srgb(greys) - greys).max() > _SAME_GREY:
        return False
    coarse = ramp[::4]
    colours = np.stack(np.meshgrid(coarse, coarse, coarse), -1).reshape(-1, 1, 3)
    difference = srgb_to_linear(made.to_srgb(colours)) - srgb_to_linear(colours)
    return grey or bool(np.abs(difference).max() < _SAME_LIGHT)


def _conversion(tags: dict[bytes, bytes], icc: bytes, grey: bool) -> Conversion:
    if grey:
        return _Grey(_curve(tags[b"kTRC"])) if b"kTRC" in tags else _Engine(icc, grey=True)
    if b"A2B0" in tags or not {b"rTRC", b"rXYZ"} <= tags.keys():
        return _Engine(icc, grey=False)
    curves = [_curve(tags[name]) for name in (b"rTRC", b"gTRC", b"bTRC")]
    colorants = [_xyz(tags[name]) for name in (b"rXYZ", b"gXYZ", b"bXYZ")]
    matrix = np.linalg.inv(SRGB_TO_PCS) @ np.stack(colorants, axis=1)
    if np.linalg.cond(matrix) > _MOST_SKEWED:
        raise BadProfileError("its primaries are no colours")
    return _Matrix(curves, matrix, np.linalg.inv(matrix))


def tags_of(icc: bytes, grey: bool) -> dict[bytes, bytes]:
    """Return a profile's entries by their names.

    Raises:
        BadProfileError: it is none, or made for another kind of picture.
        struct.error: it is damaged.
    """
    if icc[36:40] != b"acsp" or icc[16:20] != (b"GRAY" if grey else b"RGB "):
        raise BadProfileError("not a profile for this kind of picture")
    (count,) = struct.unpack_from(">I", icc, 128)
    if count > 200:
        raise BadProfileError("too many entries")
    entries = [struct.unpack_from(">4sII", icc, 132 + 12 * index) for index in range(count)]
    return {name: icc[start : start + size] for name, start, size in entries}


def _xyz(tag: bytes) -> NDArray[np.float64]:
    return np.array(struct.unpack_from(">3i", tag, 8)) / 65536


def _curve(tag: bytes) -> NDArray[np.float64]:
    """Return linear light at `_NODES` values from 0 to 1."""
    x = np.linspace(0, 1, _NODES)
    (count,) = struct.unpack_from(">I", tag, 8)
    if tag[:4] == b"para":
        curve = _parametric(x, tag)
    elif tag[:4] != b"curv":
        raise BadProfileError("unknown kind of curve")
    elif count == 0:
        curve = x
    elif count == 1:
        curve = x ** (struct.unpack_from(">H", tag, 12)[0] / 256)
    else:
        table = np.frombuffer(tag, ">u2", count, 12) / 65535
        curve = np.interp(x, np.linspace(0, 1, count), table)
    if not np.isfinite(curve).all() or (np.diff(curve) < 0).any() or curve[-1] <= curve[0]:
        raise BadProfileError("a curve that does not rise")
    return curve


def _parametric(x: NDArray[np.float64], tag: bytes) -> NDArray[np.float64]:
    (kind,) = struct.unpack_from(">H", tag, 8)
    names = _PARAMETERS.get(kind)
    if names is None:
        raise BadProfileError("unknown kind of curve")
    numbers = np.array(struct.unpack_from(f">{len(names)}i", tag, 12)) / 65536
    p = dict.fromkeys("abcdef", 0.0) | {"a": 1.0} | dict(zip(names, numbers, strict=True))
    with np.errstate(over="ignore"):
        power = np.maximum(p["a"] * x + p["b"], 0) ** p["g"]
    if kind in (1, 2):
        return np.asarray(np.where(p["a"] * x + p["b"] >= 0, power + p["c"], p["c"]))
    if kind in (3, 4):
        return np.asarray(np.where(x >= p["d"], power + p["e"], p["c"] * x + p["f"]))
    return np.asarray(power)


def _look_up(values: NDArray[Any], x: NDArray[np.float64], y: NDArray[np.float64]) -> Float:
    """Interpolate, going on straight above the end (highlights of float pictures) and below."""
    inside = np.interp(values, x, y)
    above = np.maximum(values - x[-1], 0) * _slope(x[-2:], y[-2:])
    below = np.minimum(values - x[0], 0) * _slope(x[:2], y[:2])
    return np.asarray(inside + above + below, np.float32)


def _slope(x: NDArray[np.float64], y: NDArray[np.float64]) -> float:
    return float((y[1] - y[0]) / (x[1] - x[0])) if x[1] > x[0] else 0.0


@attrs.frozen(eq=False)
class _Matrix:
    curves: list[NDArray[np.float64]]
    to_linear_srgb: NDArray[np.float64]
    from_linear_srgb: NDArray[np.float64]

    def to_srgb(self, values: Float) -> Float:
        x = np.linspace(0, 1, _NODES)
        channels = [_look_up(values[..., c], x, self.curves[c]) for c in range(3)]
        linear = np.stack(channels, axis=-1) @ self.to_linear_srgb.T.astype(np.float32)
        return linear_to_srgb(linear)

    def from_srgb(self, values: Float) -> Float:
        linear = srgb_to_linear(values) @ self.from_linear_srgb.T.astype(np.float32)
        x = np.linspace(0, 1, _NODES)
        return np.stack([_look_up(linear[..., c], self.curves[c], x) for c in range(3)], axis=-1)


@attrs.frozen(eq=False)
class _Grey:
    curve: NDArray[np.float64]

    def to_srgb(self, values: Float) -> Float:
        x = np.linspace(0, 1, _NODES)
        grey = linear_to_srgb(_look_up(values[..., 0], x, self.curve))
        return grey[..., None].repeat(3, axis=-1)

    def from_srgb(self, values: Float) -> Float:
        x = np.linspace(0, 1, _NODES)
        grey = _look_up(srgb_to_linear(values) @ LUMINANCE, self.curve, x)
        return grey[..., None].repeat(3, axis=-1)


class _Engine:
    """Profiles of tables, at 16 bits through lcms."""

    def __init__(self, icc: bytes, grey: bool) -> None:
        self._icc = icc
        self._grey = grey
        self.from_srgb(self.to_srgb(np.zeros((1, 1, 3), np.float32)))

    def to_srgb(self, values: Float) -> Float:
        bands = values[..., :1] if self._grey else values
        return self._run(bands, self._icc, "srgb")

    def from_srgb(self, values: Float) -> Float:
        return self._run(values, "srgb", self._icc)

    @staticmethod
    def _run(values: Float, source: bytes | str, destination: bytes | str) -> Float:
        from faceswap_gui.imaging.vips import from_vips, libvips, profile_file, to_vips

        pyvips = libvips()

        sixteen = np.rint(np.clip(values, 0, 1) * 65535).astype(np.uint16)
        with profile_file(source) as given, profile_file(destination) as wanted:
            try:
                image = to_vips(sixteen).icc_transform(
                    wanted, input_profile=given, intent="relative", depth=16
                )
                pixels = from_vips(image)
            except pyvips.Error as error:
                raise BadProfileError("the colour engine refuses it") from error
        result = pixels.astype(np.float32) / np.float32(65535)
        return result if result.shape[2] == 3 else result.repeat(3, axis=-1)
