"""Things in front of faces, drawn: masks, scarves, hats, microphones, and whatever else there is.

The network of the matte learns from portraits in which nothing covers the face and over which
these are laid, so that the true matte is known. Hair, glasses and hands have files of their own;
``matte_layer`` has what all share: pictures are (192, 192, 3) float32 sRGB 0..1, points are a
face's landmarks in the picture's px.
"""

from __future__ import annotations

import cv2
import numpy as np
from matte_layer import SIZE, XX, YY, Layer, Picture, eye_distance, filled_outline, light_on
from numpy.random import Generator

from faceswap_gui.faces.topology import OVAL

_MASK_TOP = (454, 447, 346, 277, 419, 197, 196, 47, 117, 227, 234)
_JAW = OVAL[OVAL.index(454) : OVAL.index(234) + 1]
_MOUTH = (13, 14, 17, 18, 200, 199, 152, 61, 291, 2)


def cloth(picture: Picture, points: Picture, other: Picture, rng: Generator) -> Layer:
    """A mask or a scarf over nose, mouth and chin, or over the chin alone."""
    e = eye_distance(points)
    top = points[list(_MASK_TOP)] + np.array([0, e * rng.choice([0, 0.1, 0.45, 0.7])])
    outline = np.concatenate((points[list(_JAW)], top[-1:0:-1]))
    outline = outline + (outline - points[1]) * np.array([rng.uniform(0, 0.2), 0.12])
    colours = _fabric(other, rng) * light_on(picture, rng.uniform(0.3, 1))
    folds = np.sin((YY + 4 * np.sin(XX / 17)) / rng.uniform(3, 9) + rng.uniform(0, 6))
    colours = colours * (1 + rng.uniform(0, 0.12) * folds[..., None])
    return Layer(np.clip(colours, 0, 1).astype(np.float32), filled_outline(outline))


def hat(picture: Picture, points: Picture, other: Picture, rng: Generator) -> Layer:
    """A cap, a headscarf or a brim that comes down over the forehead."""
    e = eye_distance(points)
    brow = points[[127, 70, 105, 9, 334, 300, 356]]
    up = (points[10] - points[9]) * rng.uniform(0.15, 0.8)
    arch = np.sin(np.linspace(0, np.pi, len(brow)))[:, None] * e * rng.normal(0, 0.12)
    edge = brow + up + np.array([0, 1]) * arch
    edge[[0, -1], 1] += e * rng.uniform(-0.3, 0.25)
    above = edge[::-1] + (points[10] - points[9]) * 2.5
    colours = _fabric(other, rng) * light_on(picture, rng.uniform(0.3, 1))
    ribs = np.sin((XX + rng.normal(0, 0.3) * YY) / rng.uniform(0.8, 6))
    colours = colours * (1 + rng.uniform(0, 0.2) * ribs[..., None])
    outline = np.concatenate((edge, above))
    return Layer(np.clip(colours, 0, 1).astype(np.float32), filled_outline(outline))


def _fabric(other: Picture, rng: Generator) -> Picture:
    plain = rng.random() < 0.7
    grey = rng.uniform(0.03, 0.95)
    colour = np.full(3, grey) if rng.random() < 0.45 else rng.random(3)
    base = np.tile(colour.astype(np.float32), (SIZE, SIZE, 1))
    if plain:
        return base
    x, y = rng.integers(0, SIZE // 2, 2)
    return np.asarray(cv2.resize(other[y : y + 96, x : x + 96], (SIZE, SIZE)), np.float32)


def thing(picture: Picture, points: Picture, other: Picture, rng: Generator) -> Layer:
    """Something of any shape and look: a cup, a phone, a leaf, a scarf's end."""
    e = eye_distance(points)
    centre = points[rng.integers(468)] + rng.normal(0, 0.25, 2) * e
    angles = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(4, 12))))
    radii = e * rng.uniform(0.12, 0.5) * rng.uniform(0.6, 1.4, len(angles))
    outline = centre + radii[:, None] * np.stack((np.cos(angles), np.sin(angles)), -1)
    coverage = filled_outline(outline)
    if rng.random() < 0.5:  # round it off
        coverage = np.clip((cv2.GaussianBlur(coverage, (0, 0), 5) - 0.5) * 6 + 0.5, 0, 1)
    colours = _fabric(other, rng) * light_on(picture, rng.uniform(0, 1))
    layer = Layer(colours.astype(np.float32), coverage.astype(np.float32))
    if rng.random() < 0.5:
        away = centre + rng.normal(0, 1, 2) * 2 * e
        layer = _rod(layer, centre, away, e * rng.uniform(0.03, 0.2), rng)
    return Layer(np.clip(layer.colours, 0, 1).astype(np.float32), layer.coverage)


def microphone(picture: Picture, points: Picture, other: Picture, rng: Generator) -> Layer:
    """A grille or a ball of foam before the mouth or the chin, on a stick."""
    e = eye_distance(points)
    centre = points[rng.choice(_MOUTH)] + rng.normal(0, 0.15, 2) * e
    away = centre + np.array([rng.normal(0, 0.8), rng.uniform(0.6, 1.5)]) * e
    radius = e * rng.uniform(0.14, 0.34)
    grey = rng.uniform(0.03, 0.6)
    tone = np.full(3, grey) if rng.random() < 0.8 else rng.random(3)
    empty = Layer(np.zeros((SIZE, SIZE, 3), np.float32), np.zeros((SIZE, SIZE), np.float32))
    layer = _rod(empty, centre, away, radius * rng.uniform(0.3, 0.8), rng)
    offset = np.stack((XX - centre[0], YY - centre[1]), -1)
    distance = np.hypot(*np.moveaxis(offset, -1, 0))
    ball = np.clip(radius + 0.5 - distance, 0, 1)
    height = np.sqrt(np.clip(1 - (distance / radius) ** 2, 0, 1))
    mesh = 1 + rng.uniform(0, 0.5) * np.sin(XX * rng.uniform(1, 3)) * np.sin(YY * rng.uniform(1, 3))
    painted = tone * ((0.5 + 0.6 * height) * mesh)[..., None] * light_on(picture, 0.5)
    colours = layer.colours + ball[..., None] * (painted - layer.colours)
    coverage = np.maximum(layer.coverage, ball).astype(np.float32)
    return Layer(np.clip(colours, 0, 1).astype(np.float32), coverage)


def _rod(layer: Layer, start: Picture, end: Picture, radius: float, rng: Generator) -> Layer:
    """Lay a round stick of any colour over what is drawn so far."""
    along = end - start
    t = ((XX - start[0]) * along[0] + (YY - start[1]) * along[1]) / max(float(along @ along), 1e-6)
    t = np.clip(t, 0, 1)
    distance = np.hypot(XX - start[0] - t * along[0], YY - start[1] - t * along[1])
    inside = np.clip(radius + 0.5 - distance, 0, 1)
    height = np.sqrt(np.clip(1 - (distance / radius) ** 2, 0, 1))
    tone = rng.random(3) * rng.uniform(0.1, 1)
    painted = tone * (0.55 + 0.45 * height)[..., None]
    colours = layer.colours + inside[..., None] * (painted - layer.colours)
    return Layer(colours.astype(np.float32), np.maximum(layer.coverage, inside).astype(np.float32))
