"""Colour arithmetic on float32 arrays ``(…, 3)``: sRGB encoding, linear light, CIELAB."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Float = NDArray[np.float32]

LUMINANCE = np.array([0.2126, 0.7152, 0.0722], np.float32)
"""Share of linear sRGB's red, green and blue in the luminance Y."""

_TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ],
    np.float32,
)
_WHITE = _TO_XYZ.sum(axis=1)
_LAB_LINEAR_BELOW = 216 / 24389
_LAB_SLOPE = 24389 / 27 / 116


def srgb_to_linear(encoded: NDArray[Any]) -> Float:
    """Decode sRGB values to linear light, any shape; odd about 0 and going on above 1."""
    value = np.asarray(encoded, np.float32)
    size = np.abs(value)
    with np.errstate(invalid="ignore"):
        curve = ((size + np.float32(0.055)) / np.float32(1.055)) ** np.float32(2.4)
    linear = np.where(size <= 0.04045, size / np.float32(12.92), curve)
    return np.copysign(linear, value).astype(np.float32, copy=False)


def linear_to_srgb(linear: NDArray[Any]) -> Float:
    """Encode linear light as sRGB, the inverse of `srgb_to_linear`."""
    value = np.asarray(linear, np.float32)
    size = np.abs(value)
    curve = np.float32(1.055) * size ** np.float32(1 / 2.4) - np.float32(0.055)
    encoded = np.where(size <= 0.0031308, size * np.float32(12.92), curve)
    return np.copysign(encoded, value).astype(np.float32, copy=False)


def luminance(encoded: NDArray[Any]) -> Float:
    """Return the sRGB-encoded grey ``(…)`` that is as bright as each colour ``(…, 3)``."""
    return linear_to_srgb(srgb_to_linear(encoded) @ LUMINANCE)


def rgb_to_lab(encoded: NDArray[Any]) -> Float:
    """Convert sRGB-encoded colours ``(…, 3)`` in 0..1 to CIELAB (D65): L 0..100, a and b signed.

    The Euclidean distance of two results is the CIE76 ΔE.
    """
    xyz = srgb_to_linear(encoded) @ _TO_XYZ.T / _WHITE
    f = np.where(
        xyz > _LAB_LINEAR_BELOW,
        np.cbrt(xyz),
        xyz * np.float32(_LAB_SLOPE) + np.float32(16 / 116),
    )
    lightness = 116 * f[..., 1] - 16
    a = 500 * (f[..., 0] - f[..., 1])
    b = 200 * (f[..., 1] - f[..., 2])
    return np.stack([lightness, a, b], axis=-1).astype(np.float32, copy=False)
