"""Cast shadows: window slats, one edge, soft blobs, and the shadow that the face casts on itself.

Each is a mask of lit (1) and shadowed (0) places, bent over the face's relief like a real shadow,
softened by the size of its lamp, and filled with a dim, often bluish, light.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Array = NDArray[np.float32]


def cast_shadow(rng: Generator, depth: Array, inside: Array, eye_distance: float) -> Array:
    """Return gains (S, S, 3) of one random shadow over a relief of `depth` pixels (S, S)."""
    kinds: tuple[Callable[[Generator, Array, float], Array], ...] = (
        _slats,
        _edge,
        _blobs,
        _own,
    )
    kind = kinds[rng.choice(len(kinds), p=(0.3, 0.3, 0.2, 0.2))]
    lit = kind(rng, depth * inside, eye_distance)
    darkness = rng.uniform(0.08, 0.65)
    warm = rng.normal(-0.08, 0.12)  # the sky fills a sun's shadow: bluer than the light
    fill = darkness * np.exp(np.array([warm, 0.0, -warm]))
    return np.asarray(lit[..., None] * (1.0 - fill) + fill, np.float32)


def _across(rng: Generator, depth: Array, eye_distance: float) -> Array:
    """Position across a shadow's direction, in eye distances, displaced by the relief."""
    size = depth.shape[0]
    angle = rng.uniform(0.0, 2.0 * np.pi)
    y, x = np.mgrid[:size, :size].astype(np.float32) - size / 2.0
    slant = rng.uniform(-0.8, 0.8)
    place: Array = (np.cos(angle) * x + np.sin(angle) * y + slant * depth) / eye_distance
    return place


def _step(distance: Array, softness: float) -> Array:
    """Smooth step from 0 to 1 around 0, `softness` wide."""
    t = np.clip(distance / softness + 0.5, 0.0, 1.0)
    smooth: Array = t * t * (3.0 - 2.0 * t)
    return smooth


def _slats(rng: Generator, depth: Array, eye_distance: float) -> Array:
    period, open_share = rng.uniform(0.22, 0.9), rng.uniform(0.35, 0.7)
    place = _across(rng, depth, eye_distance) / period + rng.random()
    from_middle = np.abs(place - np.round(place))  # 0 in the middle of a gap, ½ between two
    return _step((open_share / 2.0 - from_middle) * period, rng.uniform(0.03, 0.15))


def _edge(rng: Generator, depth: Array, eye_distance: float) -> Array:
    place = _across(rng, depth, eye_distance) - rng.uniform(-0.5, 0.5)
    return _step(place, float(np.exp(rng.uniform(np.log(0.03), np.log(0.5)))))


def _blobs(rng: Generator, depth: Array, eye_distance: float) -> Array:
    size = depth.shape[0]
    cells = max(3, int(size / eye_distance * rng.uniform(1.2, 3.5)))
    coarse = rng.normal(size=(cells, cells)).astype(np.float32)
    noise = cv2.resize(coarse, (size, size), interpolation=cv2.INTER_CUBIC)
    return _step(np.asarray(noise, np.float32) + rng.uniform(-0.3, 0.5), rng.uniform(0.3, 1.2))


def _own(rng: Generator, depth: Array, eye_distance: float) -> Array:
    """March from every pixel towards the lamp; where the relief rises above the ray, it is dark."""
    angle, climb = rng.uniform(0.0, 2.0 * np.pi), rng.uniform(0.35, 0.9)
    toward = np.array([np.cos(angle), np.sin(angle)])
    deepest = np.zeros_like(depth)
    steps = 10
    for step in range(1, steps + 1):
        distance = 0.7 * eye_distance * step / steps
        x, y = toward * distance
        shift = np.array([[1, 0, -x], [0, 1, -y]], np.float32)
        side = depth.shape[0]
        ahead = cv2.warpAffine(depth, shift, (side, side), borderMode=cv2.BORDER_REPLICATE)
        deepest = np.maximum(deepest, ahead - depth - climb * distance)
    buried = deepest / (0.04 * eye_distance)
    lit = 1.0 - np.clip(buried, 0.0, 1.0)
    softness = rng.uniform(0.01, 0.05) * eye_distance
    return np.asarray(cv2.GaussianBlur(lit.astype(np.float32), (0, 0), softness), np.float32)
