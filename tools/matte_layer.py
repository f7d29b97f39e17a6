"""What the drawings for the matte have in common: layers, light, and measures of a face."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Picture = NDArray[np.float32]

SIZE = 192
YY, XX = np.mgrid[:SIZE, :SIZE].astype(np.float32)
_CHEEKS = (50, 280, 205, 425, 151, 5)


class Layer(NamedTuple):
    """Something drawn, to be laid over a picture."""

    colours: Picture
    """(192, 192, 3)."""
    coverage: Picture
    """(192, 192) 0..1: 1 = covered."""
    behind: Picture | None = None
    """(192, 192, 3): the picture as what is drawn lets it be seen, where that changes it."""


def lay_over(picture: Picture, layer: Layer) -> Picture:
    mixed = picture + layer.coverage[..., None] * (layer.colours - picture)
    return np.asarray(np.clip(mixed, 0, 1), np.float32)


def light_on(picture: Picture, strength: float) -> Picture:
    """The coarse light on the picture around its mean, for what is laid over it: (H, W, 1)."""
    coarse = cv2.GaussianBlur(picture.mean(2), (0, 0), 14)
    middle = float(coarse[48:144, 48:144].mean())
    return (1 + strength * (np.clip(coarse / max(middle, 0.05), 0.4, 1.8) - 1))[..., None]


def eye_distance(points: Picture) -> float:
    return float(np.linalg.norm(points[263] - points[33]))


def skin_tone(picture: Picture, points: Picture) -> Picture:
    """The colour of cheeks, nose and forehead: (3,)."""
    return np.asarray(np.median(skin_samples(picture, points), axis=0), np.float32)


def skin_samples(picture: Picture, points: Picture) -> Picture:
    """Colours of places that are skin in nearly every face: (N, 3)."""
    patches = []
    for x, y in np.clip(np.round(points[list(_CHEEKS)]).astype(int), 3, SIZE - 4):
        patches.append(picture[y - 3 : y + 4, x - 3 : x + 4].reshape(-1, 3))
    return np.concatenate(patches)


def filled_outline(outline: Picture) -> Picture:
    """(192, 192): 1 within a closed outline (N, 2), its edge smooth."""
    coverage = np.zeros((SIZE, SIZE), np.float32)
    cv2.fillPoly(coverage, [np.round(outline * 8).astype(np.int32)], 1.0, cv2.LINE_AA, 3)
    return coverage


def noise_along(length: int, grain: float, rng: Generator) -> Picture:
    """(length,) of smooth noise, standard deviation 1."""
    raw = cv2.GaussianBlur(rng.normal(0, 1, (1, length)).astype(np.float32), (0, 0), grain)[0]
    return np.asarray(raw / max(float(raw.std()), 1e-6), np.float32)
