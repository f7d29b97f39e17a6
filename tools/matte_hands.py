"""Hands in front of a face, in the face's own skin; see ``matte_occluders``."""

from __future__ import annotations

import attrs
import cv2
import numpy as np
from matte_layer import (
    SIZE,
    XX,
    YY,
    Layer,
    Picture,
    eye_distance,
    light_on,
    skin_samples,
    skin_tone,
)
from numpy.random import Generator


@attrs.frozen(eq=False)
class _Skin:
    """How a hand is painted."""

    tone: Picture
    """(3,)."""
    light: Picture
    """(2,) the direction that its light comes from."""
    strength: float
    """Of that light."""
    rim: float
    """How dark skin is that turns away: 0 as bright as the rest."""
    nails: bool


def hand(picture: Picture, points: Picture, other: Picture, rng: Generator) -> Layer:
    """Fingers, some with the palm, that come in from outside."""
    e = eye_distance(points)
    target = points[rng.integers(468)]
    angle = rng.uniform(0, 2 * np.pi)
    forth = np.array([np.cos(angle), np.sin(angle)])
    across = np.array([-forth[1], forth[0]])
    radius, count = e * rng.uniform(0.06, 0.105), int(rng.integers(1, 6))
    skin = _skin_like(picture, points, rng)
    layer = Layer(np.tile(skin.tone, (SIZE, SIZE, 1)), np.zeros((SIZE, SIZE), np.float32))
    if rng.random() < 0.6:
        palm = target - forth * e * rng.uniform(0.7, 1.1)
        layer = _limb(layer, (palm, palm - forth * e), (0.36 * e, 0.4 * e), skin)
    spread = rng.uniform(0, 0.25)
    for finger in range(count):
        place = finger - (count - 1) / 2
        tip = target + place * 2.02 * radius * across - forth * e * rng.uniform(0, 0.2)
        turned = forth + (rng.normal(0, 0.08) - spread * place / 2) * across
        knuckle = tip - e * rng.uniform(0.3, 0.5) * turned
        root = knuckle - e * rng.uniform(0.4, 0.6) * (forth + rng.normal(0, 0.1) * across)
        layer = _limb(layer, (knuckle, root), (radius * 1.05, radius * 1.15), skin)
        layer = _limb(layer, (tip, knuckle), (radius * 0.88, radius * 1.05), skin)
        if skin.nails:
            layer = _nail(layer, tip, turned, radius, rng)
    relief = 1 + 0.015 * rng.normal(0, 1, (SIZE, SIZE, 1)) + rng.uniform(0, 0.8) * _relief(other)
    lit = layer.colours * light_on(picture, rng.uniform(0.2, 1)) * relief
    return Layer(np.float32(np.clip(lit, 0, 1)), layer.coverage)


def _skin_like(picture: Picture, points: Picture, rng: Generator) -> _Skin:
    """Most hands have the face's own tone or that of one of its places; the rest differ."""
    kind = rng.choice(["face's", "place's", "near", "far"], p=(0.35, 0.3, 0.2, 0.15))
    samples = skin_samples(picture, points)
    tone = samples[rng.integers(len(samples))] if kind == "place's" else skin_tone(picture, points)
    wide = {"near": 0.1, "far": 0.28}.get(str(kind), 0.03)
    tone = tone * np.exp(rng.normal(0, wide)) * np.exp(rng.normal(0, wide / 6 + 0.01, 3))
    turn = rng.uniform(0, 2 * np.pi)
    return _Skin(
        tone=np.asarray(tone, np.float32),
        light=np.array([np.cos(turn), np.sin(turn)], np.float32),
        strength=rng.uniform(0, 0.3),
        rim=rng.uniform(0.08, 0.45),
        nails=rng.random() < 0.45,
    )


def _limb(
    layer: Layer, ends: tuple[Picture, Picture], radii: tuple[float, float], skin: _Skin
) -> Layer:
    """Lay one rounded limb that grows from the first end to the second over what is drawn."""
    (tip, root), (first, second) = ends, radii
    along = root - tip
    t = ((XX - tip[0]) * along[0] + (YY - tip[1]) * along[1]) / max(float(along @ along), 1e-6)
    t = np.clip(t, 0, 1)
    radius = first + t * (second - first)
    dx, dy = XX - tip[0] - t * along[0], YY - tip[1] - t * along[1]
    distance = np.hypot(dx, dy)
    inside = np.clip(radius + 0.5 - distance, 0, 1)
    height = np.sqrt(np.clip(1 - (distance / radius) ** 2, 0, 1))
    side = (dx * skin.light[0] + dy * skin.light[1]) / radius
    shade = 1 - skin.rim * (1 - height) + skin.strength * side
    creases = 1 - 0.1 * np.exp(-((t - 0.97) ** 2) / 0.002)
    painted = skin.tone * (shade * creases)[..., None]
    colours = layer.colours + inside[..., None] * (painted - layer.colours)
    return Layer(colours.astype(np.float32), np.maximum(layer.coverage, inside).astype(np.float32))


def _nail(layer: Layer, tip: Picture, forth: Picture, radius: float, rng: Generator) -> Layer:
    """A paler, pinker oval at a finger's tip."""
    centre, across = tip - forth * radius * 0.1, np.array([-forth[1], forth[0]])
    turned = np.stack((XX - centre[0], YY - centre[1]), -1)
    u, v = turned @ forth / (radius * 0.75), turned @ across / (radius * 0.55)
    nail = np.clip((1 - np.hypot(u, v)) * 3, 0, 1)[..., None] * layer.coverage[..., None]
    varnish = rng.random(3) if rng.random() < 0.2 else layer.colours * [1.12, 1.05, 1.08] + 0.04
    colours = layer.colours + nail * (varnish - layer.colours)
    return Layer(np.float32(colours), layer.coverage)


def _relief(other: Picture) -> Picture:
    """Another face's wrinkles and pores, for the skin of a hand: (192, 192, 1) around 0."""
    grey = other.mean(2)
    fine = grey - cv2.GaussianBlur(grey, (0, 0), 5)
    return np.asarray(np.clip(fine, -0.15, 0.15)[..., None], np.float32)
