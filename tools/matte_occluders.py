"""Things in front of faces, drawn: strands of hair, glasses, hands, masks, objects.

The network of the matte learns from portraits in which nothing covers the face and over which
these are laid, so that the true matte is known. Pictures are (192, 192, 3) float32 sRGB 0..1,
points are a face's landmarks in the picture's px, coverage is (192, 192) float32: 1 = covered.
"""

from __future__ import annotations

import cv2
import numpy as np
from matte_hair import SIZE, Layer, Picture, eye_distance
from numpy.random import Generator

from faceswap_gui.faces.topology import OVAL

_YY, _XX = np.mgrid[:SIZE, :SIZE].astype(np.float32)
_MASK_TOP = (454, 447, 346, 277, 419, 197, 196, 47, 117, 227, 234)
_JAW = OVAL[OVAL.index(454) : OVAL.index(234) + 1]
_LIDS = ((33, 7, 163, 144, 145, 153, 154, 155, 133), (263, 249, 390, 373, 374, 380, 381, 382, 362))


def lay_over(picture: Picture, layer: Layer) -> Picture:
    colours, coverage = layer
    return picture + coverage[..., None] * (colours - picture)


def light_on(picture: Picture, strength: float) -> Picture:
    """The coarse light on the picture around its mean, for what is laid over it: (H, W, 1)."""
    coarse = cv2.GaussianBlur(picture.mean(2), (0, 0), 14)
    middle = float(coarse[48:144, 48:144].mean())
    return (1 + strength * (np.clip(coarse / max(middle, 0.05), 0.4, 1.8) - 1))[..., None]


# --- glasses ------------------------------------------------------------------------------


def glasses(picture: Picture, points: Picture, other: Picture, rng: Generator) -> Layer:
    """Clear glasses, of which only the frame covers, or sunglasses, which hide the eyes."""
    e = eye_distance(points)
    dark = rng.random() < 0.45
    largest = 0.4 if dark else 0.32
    wide, high = e * rng.uniform(0.2, largest), e * rng.uniform(0.13, largest - 0.05)
    roundness, thick = rng.uniform(2, 6), max(1.2, e * rng.uniform(0.012, 0.05))
    along = (points[263] - points[33]) / e
    drop = np.array([-along[1], along[0]]) * e * rng.uniform(-0.02, 0.08)
    frame, lens = np.zeros((SIZE, SIZE), np.float32), np.zeros((SIZE, SIZE), np.float32)
    inner = []
    for lids in _LIDS:
        centre = points[list(lids)].mean(0) + drop
        turned = np.stack((_XX - centre[0], _YY - centre[1]), -1)
        u, v = turned @ along / wide, turned @ np.array([-along[1], along[0]]) / high
        radius = (np.abs(u) ** roundness + np.abs(v) ** roundness) ** (1 / roundness)
        distance = (radius - 1) * min(wide, high)
        frame = np.maximum(frame, np.clip(thick / 2 + 0.5 - np.abs(distance), 0, 1))
        lens = np.maximum(lens, np.clip(0.5 - distance, 0, 1))
        inner.append(centre)
    frame = np.maximum(frame, _bridge_and_arms(points, inner, along * wide, thick))
    if rng.random() < 0.15:
        frame *= 0.15  # rimless
    return _glasses_colours(picture, other, frame, lens if dark else None, rng)


def _bridge_and_arms(
    points: Picture, centres: list[Picture], half: Picture, thick: float
) -> Picture:
    canvas = np.zeros((SIZE, SIZE), np.float32)
    right, left = centres
    lines = ((right + half, left - half), (right - half, points[127]), (left + half, points[356]))
    for start, end in lines:
        path = [np.round(np.stack((start, end)) * 8).astype(np.int32)]
        cv2.polylines(canvas, path, False, 1.0, max(1, round(thick)), cv2.LINE_AA, 3)
    return canvas


def _glasses_colours(
    picture: Picture, other: Picture, frame: Picture, lens: Picture | None, rng: Generator
) -> Layer:
    metal = rng.uniform(0.5, 0.9) * np.array([1, rng.uniform(0.75, 1), rng.uniform(0.4, 1)])
    plastic = rng.random(3) * rng.uniform(0, 0.35)
    base = metal if rng.random() < 0.3 else plastic
    colours = np.tile(base.astype(np.float32), (SIZE, SIZE, 1)) * light_on(picture, 0.6)
    colours *= 1 + 0.3 * cv2.GaussianBlur(rng.normal(0, 4, (SIZE, SIZE)), (0, 0), 4)[..., None]
    if lens is None:
        return np.clip(colours, 0, 1).astype(np.float32), frame
    tint = (rng.random(3) * rng.uniform(0.02, 0.45)).astype(np.float32)
    slope = 1 + rng.uniform(-1, 1.5) * (_YY / SIZE - 0.4)
    glass = tint * slope[..., None] + rng.uniform(0, 0.5) * cv2.GaussianBlur(other, (0, 0), 3)
    glass += rng.uniform(0, 0.3) * picture
    mixed = glass + frame[..., None] * (colours - glass)
    return np.clip(mixed, 0, 1).astype(np.float32), np.maximum(frame, lens)


# --- hands --------------------------------------------------------------------------------


def hand(picture: Picture, points: Picture, other: Picture, rng: Generator) -> Layer:
    """Fingers, some with the palm, that come in from outside, in the face's own skin tone."""
    e = eye_distance(points)
    target = points[rng.integers(468)]
    angle = rng.uniform(0, 2 * np.pi)
    forth = np.array([np.cos(angle), np.sin(angle)])
    across = np.array([-forth[1], forth[0]])
    radius = e * rng.uniform(0.06, 0.1)
    skin = np.median(picture[[120, 124, 128]][:, 60:132].reshape(-1, 3), axis=0)
    skin = skin * np.exp(rng.normal(0, 0.25)) * rng.uniform(0.93, 1.07, 3)
    colours = np.tile(skin.astype(np.float32), (SIZE, SIZE, 1))
    coverage = np.zeros((SIZE, SIZE), np.float32)
    count = int(rng.integers(1, 6))
    if rng.random() < 0.6:
        palm = target - forth * e * rng.uniform(0.7, 1.1)
        colours, coverage = _limb(colours, coverage, palm, palm - forth * e, e * 0.36, skin, rng)
    for finger in range(count):
        place = (finger - (count - 1) / 2) * 2.05 * radius * across
        tip = target + place - forth * e * rng.uniform(0, 0.15)
        turn = rng.normal(0, 0.12)
        root = tip - e * rng.uniform(0.7, 1.0) * (forth + turn * across)
        colours, coverage = _limb(colours, coverage, tip, root, radius, skin, rng)
    grain = 1 + 0.02 * rng.normal(0, 1, (SIZE, SIZE, 1)) + rng.uniform(0, 0.8) * _fine_relief(other)
    lit = colours * light_on(picture, rng.uniform(0.2, 1)) * grain
    return np.clip(lit, 0, 1).astype(np.float32), coverage


def _fine_relief(other: Picture) -> Picture:
    """Another face's wrinkles and pores, for the skin of a hand: (192, 192, 1) around 0."""
    grey = other.mean(2)
    fine = grey - cv2.GaussianBlur(grey, (0, 0), 5)
    return np.clip(fine, -0.15, 0.15)[..., None]


def _limb(
    colours: Picture,
    coverage: Picture,
    tip: Picture,
    root: Picture,
    radius: float,
    skin: Picture,
    rng: Generator,
) -> Layer:
    """Lay one rounded limb, lit from one side, over what is drawn so far."""
    along = root - tip
    t = ((_XX - tip[0]) * along[0] + (_YY - tip[1]) * along[1]) / max(along @ along, 1e-6)
    t = np.clip(t, 0, 1)
    dx, dy = _XX - tip[0] - t * along[0], _YY - tip[1] - t * along[1]
    distance = np.hypot(dx, dy)
    inside = np.clip(radius + 0.5 - distance, 0, 1)
    light = rng.uniform(0, 2 * np.pi)
    side = (dx * np.cos(light) + dy * np.sin(light)) / radius
    height = np.sqrt(np.clip(1 - (distance / radius) ** 2, 0, 1))
    shade = 0.6 + 0.4 * height + rng.uniform(0.05, 0.3) * side
    knuckles = 1 - 0.12 * np.exp(-(((t * 3) % 1 - 0.5) ** 2) / 0.004)
    painted = skin * (shade * knuckles)[..., None]
    colours = colours + inside[..., None] * (painted - colours)
    return colours.astype(np.float32), np.maximum(coverage, inside)


# --- masks and objects --------------------------------------------------------------------


def cloth(picture: Picture, points: Picture, other: Picture, rng: Generator) -> Layer:
    """A mask or a scarf over nose, mouth and chin, or over the chin alone."""
    e = eye_distance(points)
    top = points[list(_MASK_TOP)] + np.array([0, e * rng.choice([0, 0.1, 0.45, 0.7])])
    outline = np.concatenate((points[list(_JAW)], top[-1:0:-1]))
    outline = outline + (outline - points[1]) * np.array([rng.uniform(0, 0.2), 0.12])
    coverage = np.zeros((SIZE, SIZE), np.float32)
    cv2.fillPoly(coverage, [np.round(outline * 8).astype(np.int32)], 1.0, cv2.LINE_AA, 3)
    colours = _fabric(other, rng) * light_on(picture, rng.uniform(0.3, 1))
    folds = np.sin((_YY + 4 * np.sin(_XX / 17)) / rng.uniform(3, 9) + rng.uniform(0, 6))
    colours = colours * (1 + rng.uniform(0, 0.12) * folds[..., None])
    return np.clip(colours, 0, 1).astype(np.float32), coverage


def hat(picture: Picture, points: Picture, other: Picture, rng: Generator) -> Layer:
    """A cap, a headscarf or a brim that comes down over the forehead."""
    e = eye_distance(points)
    brow = points[[127, 70, 105, 9, 334, 300, 356]]
    up = (points[10] - points[9]) * rng.uniform(0.15, 0.8)
    arch = np.sin(np.linspace(0, np.pi, len(brow)))[:, None] * e * rng.normal(0, 0.12)
    edge = brow + up + np.array([0, 1]) * arch
    edge[[0, -1], 1] += e * rng.uniform(-0.3, 0.25)
    above = edge[::-1] + (points[10] - points[9]) * 2.5
    coverage = np.zeros((SIZE, SIZE), np.float32)
    outline = np.round(np.concatenate((edge, above)) * 8).astype(np.int32)
    cv2.fillPoly(coverage, [outline], 1.0, cv2.LINE_AA, 3)
    colours = _fabric(other, rng) * light_on(picture, rng.uniform(0.3, 1))
    ribs = np.sin((_XX + rng.normal(0, 0.3) * _YY) / rng.uniform(0.8, 6))
    colours = colours * (1 + rng.uniform(0, 0.2) * ribs[..., None])
    return np.clip(colours, 0, 1).astype(np.float32), coverage


def _fabric(other: Picture, rng: Generator) -> Picture:
    plain = rng.random() < 0.7
    grey = rng.uniform(0.03, 0.95)
    colour = np.full(3, grey) if rng.random() < 0.45 else rng.random(3)
    base = np.tile(colour.astype(np.float32), (SIZE, SIZE, 1))
    if plain:
        return base
    x, y = rng.integers(0, SIZE // 2, 2)
    return cv2.resize(other[y : y + 96, x : x + 96], (SIZE, SIZE))


def thing(picture: Picture, points: Picture, other: Picture, rng: Generator) -> Layer:
    """Something of any shape and look: a microphone, a cup, a phone, a leaf, a scarf's end."""
    e = eye_distance(points)
    centre = points[rng.integers(468)] + rng.normal(0, 0.25, 2) * e
    angles = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(4, 12))))
    radii = e * rng.uniform(0.12, 0.5) * rng.uniform(0.6, 1.4, len(angles))
    outline = centre + radii[:, None] * np.stack((np.cos(angles), np.sin(angles)), -1)
    coverage = np.zeros((SIZE, SIZE), np.float32)
    cv2.fillPoly(coverage, [np.round(outline * 8).astype(np.int32)], 1.0, cv2.LINE_AA, 3)
    if rng.random() < 0.5:  # round it off
        coverage = np.clip((cv2.GaussianBlur(coverage, (0, 0), 5) - 0.5) * 6 + 0.5, 0, 1)
    colours = _fabric(other, rng) * light_on(picture, rng.uniform(0, 1))
    if rng.random() < 0.5:
        skin, at = rng.random(3) * rng.uniform(0.1, 1), centre
        away = centre + rng.normal(0, 1, 2) * 2 * e
        colours, coverage = _limb(
            colours, coverage, at, away, e * rng.uniform(0.03, 0.2), skin, rng
        )
    return np.clip(colours, 0, 1).astype(np.float32), coverage.astype(np.float32)
