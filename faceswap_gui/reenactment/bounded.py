"""Least squares with bounds, for a few hundred unknowns."""

from __future__ import annotations

import numpy as np

from faceswap_gui.reenactment.similarity import Array

_TOLERANCE = 1e-9
_MOST_CHANGES = 200  # every change lowers the objective or frees a bound; faces need about ten


def bounded_least_squares(normal: Array, right: Array, low: Array, high: Array) -> Array:
    """Return the x (N,) between `low` and `high` that minimises ½ xᵀ·normal·x − rightᵀ·x.

    Active set: unknowns that leave their bounds are held there and the others solved again; a
    bound that holds its unknown against the slope is let go. Lawson and Hanson, "Solving Least
    Squares Problems", 1974, chapter 23, with two bounds instead of one.

    Args:
        normal: (N, N), symmetric and positive definite.
        right: (N,).
        low: (N,), may be −inf.
        high: (N,), may be inf.
    """
    x = np.clip(np.zeros_like(right), low, high)
    held = np.zeros(len(right), bool)
    for _ in range(_MOST_CHANGES):
        free = ~held
        x[free] = np.linalg.solve(
            normal[np.ix_(free, free)], right[free] - normal[np.ix_(free, held)] @ x[held]
        )
        outside = free & ((x < low - _TOLERANCE) | (x > high + _TOLERANCE))
        x = np.clip(x, low, high)
        if outside.any():
            held |= outside
            continue
        slope = normal @ x - right
        inwards = np.where(x <= low, -slope, slope)
        wrongly = held & (inwards > _TOLERANCE * (1 + np.abs(right)))
        if not wrongly.any():
            break
        held[np.argmax(np.where(wrongly, inwards, -np.inf))] = False
    return x
