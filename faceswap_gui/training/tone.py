"""Bring one person to another's tone: skin colour and the coarse light both were taken in."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

_FLOOR = 0.004
_STRIDE = 3
_RIDGE = 3.0


def to_tone(source: Array, target: Array, normals: Array, region: NDArray[np.bool_]) -> Array:
    """Return `source` (S, S, 3) under a smooth gain that brings it to the tone of `target`.

    Both are linear sRGB on the same geometry. The gain's logarithm is first-order in the normal,
    the ratio of two first-order spherical-harmonic lights (Ramamoorthi & Hanrahan, "An Efficient
    Representation for Irradiance Environment Maps", 2001), and is fitted over `region` by least
    squares, twice, the second time without the tenth of the pixels where it was worst: a brow or
    a beard is not explained by a light and must not bend it.
    """
    inside = region[::_STRIDE, ::_STRIDE]
    basis = _basis(normals[::_STRIDE, ::_STRIDE][inside])
    ratio = _log(target[::_STRIDE, ::_STRIDE][inside]) - _log(source[::_STRIDE, ::_STRIDE][inside])
    if len(basis) < 50:
        return source
    fit = _fit(basis, ratio)
    error = np.abs(ratio - basis @ fit).sum(axis=1)
    kept = error <= np.quantile(error, 0.9)
    fit = _fit(basis[kept], ratio[kept])
    gain = np.exp(np.clip(_basis(normals) @ fit, -2.5, 2.5))
    toned: Array = np.clip(source * gain, 0.0, 1.0).astype(np.float32)
    return toned


def _basis(normals: Array) -> Array:
    return np.concatenate([np.ones_like(normals[..., :1]), normals], axis=-1)


def _fit(basis: Array, values: Array) -> Array:
    # The constant is free; the slopes are held back, for few pixels face sideways.
    ridge = np.diag([0.0, _RIDGE, _RIDGE, _RIDGE])
    fit: Array = np.linalg.solve(basis.T @ basis + ridge, basis.T @ values)
    return fit


def _log(linear: Array) -> Array:
    logarithm: Array = np.log(linear + _FLOOR)
    return logarithm
