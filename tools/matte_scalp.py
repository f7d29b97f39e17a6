"""A fringe of somebody's own hair: what grows above the face is drawn down over it.

Strands drawn in one colour are too easy to tell from a forehead. Real hair has the colours, the
gloss and the blur of the picture that it is in, and a fair fringe differs little from the skin.
"""

from __future__ import annotations

import cv2
import numpy as np
from matte_layer import SIZE, XX, YY, Layer, Picture, eye_distance, noise_along, skin_samples
from numpy.random import Generator

_SAME_AS_SKIN = 9.0
"""CIE76 distance below which what is above a face counts as more of its forehead."""


def is_hair(crown: Picture, picture: Picture, points: Picture) -> bool:
    """Tell whether what lies above a face is something else than its skin."""
    above = crown[-14:, SIZE // 2 - 30 : SIZE // 2 + 30].reshape(-1, 3)
    skin = skin_samples(picture, points)
    both = np.stack([np.median(colours, axis=0) for colours in (above, skin)]).astype(np.float32)
    lab = cv2.cvtColor(np.clip(both, 0, 1)[None], cv2.COLOR_RGB2Lab)[0]
    return float(np.linalg.norm(lab[0] - lab[1])) > _SAME_AS_SKIN


def own_hair(picture: Picture, points: Picture, crown: Picture, rng: Generator) -> Layer:
    """Draw a fringe out of `crown` (h, 192, 3), what some picture shows above a face."""
    lean = rng.normal(0, 0.35)
    across = XX + lean * (YY - points[10, 1])  # constant along a strand
    edge = _at(_edge(points, rng), across)
    start = float(points[10, 1]) - 12
    share = np.clip((YY - start) / np.maximum(edge - start, 6), 0, 1)
    kept = rng.uniform(0.4, 1)  # of the crown's height, nearest to the face
    rows = (1 - kept + kept * share) * (len(crown) - 1)
    colours = cv2.remap(
        crown,
        np.float32(across),
        np.float32(rows),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REFLECT,
    )
    streaks = _at(noise_along(SIZE, rng.uniform(0.6, 2), rng), across)
    shade = 1 + rng.uniform(0, 0.14) * streaks - rng.uniform(0, 0.25) * share**3
    gain = np.exp(rng.normal(0, 0.08, 3) * 0.4 + rng.normal(0, 0.1))
    coverage = np.clip((edge - YY) / rng.uniform(1, 7) + 0.5 + 0.35 * streaks, 0, 1)
    coverage = coverage * _thinned(share, streaks, rng)
    return Layer(np.float32(np.clip(colours * shade[..., None] * gain, 0, 1)), np.float32(coverage))


def _edge(points: Picture, rng: Generator) -> Picture:
    """Where the fringe ends, for each strand: (192,) rows."""
    e, x = eye_distance(points), np.arange(SIZE, dtype=np.float32)
    middle, half = points[10, 0], e * 0.95
    depth = e * rng.uniform(0.08, 0.75)
    away = np.abs(x - (middle + rng.uniform(-0.8, 0.8) * half)) / half
    shape = rng.choice(["straight", "parted", "swept"])
    if shape == "parted":
        depth = depth * np.clip(away * rng.uniform(1, 2), 0, 1.2)
    elif shape == "swept":
        depth = depth * np.clip(0.5 + rng.choice([-1, 1]) * (x - middle) / half, 0, 1.1)
    ragged = e * (
        rng.uniform(0, 0.04) * noise_along(SIZE, 1.2, rng)
        + rng.uniform(0, 0.1) * noise_along(SIZE, 7, rng)
    )
    sides = e * rng.uniform(0, 0.9) * np.clip(np.abs(x - middle) / half - 0.75, 0, 1) ** 2 * 4
    return np.asarray(points[10, 1] + depth + ragged + sides, np.float32)


def _thinned(share: Picture, streaks: Picture, rng: Generator) -> Picture:
    """Let some skin through towards the tips of a thin fringe."""
    if rng.random() < 0.6:
        return np.ones_like(share)
    thin = rng.uniform(0.2, 1.2) * share**2
    return np.clip(1 + thin * (streaks - 0.8), 0, 1)


def _at(values: Picture, places: Picture) -> Picture:
    flat = np.interp(places.ravel(), np.arange(SIZE), values)
    return np.asarray(flat.reshape(places.shape), np.float32)
