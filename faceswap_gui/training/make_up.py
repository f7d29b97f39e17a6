"""What a face wears that is no light: beards, dark brows, shaded lids, painted lips.

Drawn on the target of some pairs and not on the answer, so that a network that takes a moustache
for a shadow is told that it was wrong. Photographs alone teach it too slowly: few of them show one.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Array = NDArray[np.float32]

_BROWS, _LIPS = 0.76, 0.4
"""Heights on the canonical head (0 chin, 1 forehead) above and below which features are these."""


def made_up(rng: Generator, linear: Array, coordinates: Array, skin: Array) -> Array:
    """Return a face with random features darkened or tinted, (S, S, 3) linear sRGB.

    Args:
        rng: decides which, how strongly and in which colour.
        linear: (S, S, 3) linear sRGB.
        coordinates: (S, S, 3) face coordinates 0..1, zero outside.
        skin: (S, S) 1 on skin, 0 on brows, eyes and lips, outside too.
    """
    inside = (coordinates.sum(axis=-1) > 0).astype(np.float32)
    feature = inside * (1 - skin)
    across, up = np.abs(coordinates[..., 0] - 0.5), coordinates[..., 1]
    zones: tuple[tuple[float, Callable[[], Array]], ...] = (
        (0.4, lambda: _beard(rng, across, up) * inside * skin),
        (0.5, lambda: feature * (up > _BROWS)),
        (0.4, lambda: feature * (up <= _BROWS) * (up > _LIPS)),
        (0.4, lambda: feature * (up <= _LIPS)),
    )
    gain = np.ones_like(linear)
    for odds, zone in zones:
        if rng.random() < odds:
            gain *= _paint(rng, zone())
    return np.asarray(np.clip(linear * gain, 0.0, 1.0), np.float32)


def _beard(rng: Generator, across: Array, up: Array) -> Array:
    """Return where one of a random cut grows: jaw and chin, moustache, or both."""
    jaw = up < rng.uniform(0.1, 0.4) + rng.uniform(0.0, 1.2) * across**2
    moustache = (up > 0.33) & (up < 0.42) & (across < rng.uniform(0.08, 0.2))
    kind = rng.integers(3)
    grown = jaw if kind == 0 else moustache if kind == 1 else jaw | moustache
    hairs = rng.normal(1.0, rng.uniform(0.0, 0.6), up.shape).astype(np.float32)
    strands = cv2.GaussianBlur(hairs, (0, 0), rng.uniform(0.4, 1.0))
    return np.asarray(np.clip(grown * strands, 0.0, 1.5), np.float32)


def _paint(rng: Generator, zone: Array) -> Array:
    """Return gains (S, S, 3): a random, mostly dark, tint in a softened zone."""
    soft = cv2.GaussianBlur(zone, (0, 0), rng.uniform(0.5, 0.025 * len(zone)))
    tint = rng.normal(0.0, 0.15, 3) - abs(rng.normal(0.0, 0.8))
    if rng.random() < 0.1:
        tint = -0.5 * tint  # grey hair is lighter than the skin
    return np.asarray(np.exp(soft[..., None] * tint.astype(np.float32)), np.float32)
