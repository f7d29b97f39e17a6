"""Glasses of every kind, drawn over a face; see ``matte_occluders``.

A frame covers whatever its colour: of skin-coloured plastic, of thin metal, or only the edge of a
rimless lens. A clear lens covers nothing, but it bends, tints and brightens what is behind it.
"""

from __future__ import annotations

import attrs
import cv2
import numpy as np
from matte_layer import SIZE, XX, YY, Layer, Picture, eye_distance, light_on, skin_tone
from numpy.random import Generator

_LIDS = ((33, 7, 163, 144, 145, 153, 154, 155, 133), (263, 249, 390, 373, 374, 380, 381, 382, 362))
_STYLES = ("plastic", "browline", "metal", "rimless", "sun")
_ODDS = (0.28, 0.18, 0.18, 0.12, 0.24)


@attrs.frozen(eq=False)
class _Shape:
    """The outlines of both lenses."""

    distance: Picture
    """(192, 192): px to the nearer lens's edge, negative within."""
    height: Picture
    """(192, 192): -1 at a lens's upper edge, 1 at its lower one."""
    bars: Picture
    """(192, 192): lines of the bridge and the arms, one px wide."""


def glasses(picture: Picture, points: Picture, other: Picture, rng: Generator) -> Layer:
    """Clear glasses, of which only the frame covers, or sunglasses, which hide the eyes."""
    style = rng.choice(_STYLES, p=_ODDS)
    shape = _shape(points, style == "sun", rng)
    thick = _thickness(style, shape, eye_distance(points), rng)
    frame = np.clip(thick / 2 + 0.5 - np.abs(shape.distance), 0, 1)
    if style == "rimless":
        frame = frame * np.float32(rng.uniform(0.35, 0.8))
    bars = cv2.dilate(shape.bars, np.ones((max(1, round(float(thick.min()))),) * 2))
    frame = np.maximum(frame, cv2.GaussianBlur(bars, (0, 0), 0.5) if style == "rimless" else bars)
    lens = np.clip(0.5 - shape.distance, 0, 1)
    colours = _frame_colours(style, shape, picture, points, rng)
    if style == "sun":
        glass = _dark_glass(picture, other, rng)
        colours = glass + frame[..., None] * (colours - glass)
        return Layer(np.float32(np.clip(colours, 0, 1)), np.maximum(frame, lens))
    return Layer(np.float32(np.clip(colours, 0, 1)), frame, _behind(picture, points, lens, rng))


def _shape(points: Picture, dark: bool, rng: Generator) -> _Shape:
    e, largest = eye_distance(points), 0.4 if dark else 0.35
    wide = e * rng.uniform(0.2, largest)
    high = min(wide, e * rng.uniform(0.13, largest - 0.04))
    roundness = rng.uniform(2, 5)
    along = (points[263] - points[33]) / np.float32(e)
    down = np.array([-along[1], along[0]])
    drop, tilt = down * e * rng.uniform(-0.02, 0.1), rng.uniform(-0.05, 0.2)
    distances, heights, inner = [], [], []
    for side, lids in zip((-1, 1), _LIDS, strict=True):
        centre = points[list(lids)].mean(0) + drop
        turned = np.stack((XX - centre[0], YY - centre[1]), -1)
        u, v = turned @ along / wide, turned @ down / high
        v = v + tilt * side * u * (v < 0)  # a cat's eye: its upper edge rises outwards
        radius = (np.abs(u) ** roundness + np.abs(v) ** roundness) ** (1 / roundness)
        distances.append((radius - 1) * high)
        heights.append(v)
        inner.append(centre)
    nearer = distances[0] < distances[1]
    height = np.where(nearer, heights[0], heights[1])
    bars = _bridge_and_arms(points, inner, along * wide, down * high * rng.uniform(-0.8, 0.1))
    return _Shape(np.minimum(*distances).astype(np.float32), height.astype(np.float32), bars)


def _bridge_and_arms(
    points: Picture, centres: list[Picture], half: Picture, up: Picture
) -> Picture:
    canvas = np.zeros((SIZE, SIZE), np.float32)
    right, left = centres
    arch = (right + left) / 2 + 1.3 * up
    lines = (
        (right + half + up, arch, left - half + up),
        (right - half + up, points[127]),
        (left + half + up, points[356]),
    )
    for line in lines:
        path = [np.round(np.stack(line) * 8).astype(np.int32)]
        cv2.polylines(canvas, path, False, 1.0, 1, cv2.LINE_AA, 3)
    return canvas


def _thickness(style: str, shape: _Shape, e: float, rng: Generator) -> Picture:
    """Px of the frame at every place; at the brows of some more than below."""
    thin = max(0.9, e * rng.uniform(0.008, 0.02))
    if style in ("metal", "rimless"):
        return np.full_like(shape.height, thin)
    thick = max(1.2, e * rng.uniform(0.015, 0.06))
    if style in {"plastic", "sun"}:
        return np.full_like(shape.height, thick)
    above = np.clip(0.3 - 3 * shape.height, 0, 1)
    return np.asarray(thin + above * (e * rng.uniform(0.04, 0.1) - thin), np.float32)


def _frame_colours(
    style: str, shape: _Shape, picture: Picture, points: Picture, rng: Generator
) -> Picture:
    dark = rng.random(3) * rng.uniform(0.02, 0.35)
    base = np.tile(np.float32(dark), (SIZE, SIZE, 1))
    fair = _fair_plastic(picture, points, rng)
    metal = np.float32(
        rng.uniform(0.3, 0.95) * np.array([1, rng.uniform(0.75, 1), rng.uniform(0.4, 1)])
    )
    if style in ("metal", "rimless"):
        base = np.tile(metal, (SIZE, SIZE, 1))
    elif style == "browline":
        lower = np.clip(3 * shape.height + 0.3, 0, 1)[..., None]
        base = base + lower * ((fair if rng.random() < 0.6 else metal) - base)
    elif style == "plastic" and rng.random() < 0.55:
        base = fair
    lit = base * light_on(picture, 0.6)
    lit = lit * (1 + 0.3 * cv2.GaussianBlur(rng.normal(0, 4, (SIZE, SIZE)), (0, 0), 4)[..., None])
    gloss = np.exp(-(((shape.distance - rng.normal(0, 0.8)) / 0.7) ** 2))
    gloss = gloss * (np.sin(XX / 9 + rng.uniform(0, 6)) > rng.uniform(-0.2, 0.9))
    return np.asarray(lit + rng.uniform(0, 0.4) * gloss[..., None], np.float32)


def _fair_plastic(picture: Picture, points: Picture, rng: Generator) -> Picture:
    """Horn and plastic in the skin's own tones, some of it letting the skin shine through."""
    tone = skin_tone(picture, points) * np.exp(rng.normal(0, 0.22)) * np.exp(rng.normal(0, 0.12, 3))
    through = rng.uniform(0, 0.6)
    blurred = cv2.GaussianBlur(picture, (0, 0), 3)
    return np.asarray(through * blurred * rng.uniform(0.75, 1.1) + (1 - through) * tone, np.float32)


def _dark_glass(picture: Picture, other: Picture, rng: Generator) -> Picture:
    tint = (rng.random(3) * rng.uniform(0.02, 0.45)).astype(np.float32)
    slope = 1 + rng.uniform(-1, 1.5) * (YY / SIZE - 0.4)
    glass = tint * slope[..., None] + rng.uniform(0, 0.5) * cv2.GaussianBlur(other, (0, 0), 3)
    return np.asarray(glass + rng.uniform(0, 0.3) * picture, np.float32)


def _behind(picture: Picture, points: Picture, lens: Picture, rng: Generator) -> Picture:
    """What clear lenses show: made smaller or larger, tinted, a pale reflection over it."""
    middle = points[[33, 263]].mean(0)
    power = 1 + rng.normal(0, 0.035)
    x, y = (
        centre + (plane - centre) * power for plane, centre in zip((XX, YY), middle, strict=True)
    )
    seen = cv2.remap(picture, np.float32(x), np.float32(y), cv2.INTER_LINEAR)
    seen = seen * (1 - rng.uniform(0, 0.12) * rng.random(3))
    glare = cv2.GaussianBlur(rng.normal(0, 1, (SIZE, SIZE)), (0, 0), rng.uniform(4, 12))
    glare = np.clip(glare / glare.std() - 1, 0, 1) * (rng.random() < 0.4) * rng.uniform(0, 0.5)
    seen = seen + glare[..., None] * (0.9 - seen)
    return np.asarray(picture + lens[..., None] * (seen - picture), np.float32)
