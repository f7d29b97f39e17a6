"""Hair in front of faces, drawn strand by strand; see ``matte_occluders``."""

from __future__ import annotations

import cv2
import numpy as np
from matte_layer import SIZE, Layer, Picture, eye_distance
from numpy.random import Generator

_FINE = 4  # strands are drawn at this many times the resolution
_COLOURS = (
    (0.07, 0.05, 0.04),
    (0.22, 0.14, 0.09),
    (0.45, 0.3, 0.17),
    (0.8, 0.66, 0.45),
    (0.6, 0.6, 0.6),
)


def hair(picture: Picture, points: Picture, crown: Picture, rng: Generator) -> Layer:
    """A fringe, locks that hang from the side, or a few stray strands.

    Some are textured like the `crown` (h, 192, 3) of a head, what a picture shows above a face.
    """
    kind = rng.choice(["fringe", "lock", "stray"], p=(0.45, 0.35, 0.2))
    strands = {"fringe": _fringe, "lock": _lock, "stray": _stray}[kind](points, rng)
    colour = _hair_colour(picture, points, rng)
    thickness = int(rng.integers(1, 5) if kind == "stray" else rng.integers(3, 10))
    texture = crown if rng.random() < 0.4 else None
    return _draw_strands(strands, colour, thickness, texture, rng)


def _hair_colour(picture: Picture, points: Picture, rng: Generator) -> Picture:
    top = points[10]
    x, y = int(np.clip(top[0], 8, 183)), int(np.clip(top[1], 0, SIZE - 1))
    above = picture[max(0, y - 24) : max(1, y - 4), x - 8 : x + 8].reshape(-1, 3)
    if rng.random() < 0.6 and len(above):
        return np.median(above, axis=0).astype(np.float32)
    natural = np.array(_COLOURS, np.float32)[rng.integers(len(_COLOURS))] * rng.uniform(0.6, 1.3)
    dyed = rng.random(3) if rng.random() < 0.15 else natural
    return np.clip(dyed, 0, 1).astype(np.float32)


def _curve(start: Picture, middle: Picture, end: Picture) -> Picture:
    t = np.linspace(0, 1, 14, dtype=np.float32)[:, None]
    return (1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t**2 * end


def _fringe(points: Picture, rng: Generator) -> list[Picture]:
    e, top = eye_distance(points), points[10]
    left, right = sorted(rng.uniform(-0.85, 0.85, 2))
    if right - left < 0.6:
        left, right = left - 0.35, right + 0.35
    if full := rng.random() < 0.4:  # from temple to temple, hardly any forehead in between
        left, right = -0.9, 0.9
    depth, lean, bend = rng.uniform(0.2, 0.75), rng.normal(0, 0.25), rng.normal(0, 0.15)
    parting = rng.uniform(left, right) if rng.random() < 0.5 else None
    found = []
    for _ in range(int(rng.integers(500, 1200) if full else rng.integers(120, 900))):
        at = rng.uniform(left, right)
        apart = 0.0 if parting is None else np.sign(at - parting) * 0.4
        length = depth * rng.uniform(0.55, 1.0)
        if parting is not None:
            length *= 0.35 + min(1.0, abs(at - parting) * 1.6)
        start = top + e * np.array([at, -0.3 - 0.1 * rng.random()])
        end = top + e * np.array([at + lean + apart * length + rng.normal(0, 0.05), length])
        middle = (start + end) / 2 + e * np.array([bend + rng.normal(0, 0.04), 0])
        found.append(_curve(start, middle, end))
    return found


def _lock(points: Picture, rng: Generator) -> list[Picture]:
    e, side = eye_distance(points), rng.choice([-1, 1])
    edge = points[454 if side > 0 else 234]
    into, width = rng.uniform(-0.1, 0.5), rng.uniform(0.06, 0.5)
    top = points[10] + e * np.array([side * rng.uniform(0.05, 0.6), rng.uniform(-0.4, 0.0)])
    low = edge + e * np.array([-side * into * rng.uniform(0, 1), rng.uniform(0.1, 1.3)])
    bulge = edge + e * np.array([-side * into, rng.uniform(-0.5, 0.3)])
    found = []
    for _ in range(int(rng.integers(60, 600))):
        shift = e * width * np.array([rng.normal(0, 0.5), rng.normal(0, 0.15)])
        spread = rng.uniform(0.6, 1.2)
        found.append(_curve(top + shift * 0.6, bulge + shift, low + shift * spread))
    return found


def _stray(points: Picture, rng: Generator) -> list[Picture]:
    e = eye_distance(points)
    found = []
    for _ in range(int(rng.integers(3, 30))):
        start = points[10] + e * np.array([rng.normal(0, 0.5), -0.3])
        end = start + e * np.array([rng.normal(0, 0.5), rng.uniform(0.4, 1.6)])
        middle = (start + end) / 2 + e * rng.normal(0, 0.25, 2)
        found.append(_curve(start, middle, end))
    return found


def _draw_strands(
    strands: list[Picture],
    colour: Picture,
    thickness: int,
    texture: Picture | None,
    rng: Generator,
) -> Layer:
    fine = SIZE * _FINE
    colours = np.tile(colour, (fine, fine, 1)).astype(np.float32)
    coverage = np.zeros((fine, fine), np.float32)
    contrast = rng.uniform(0.1, 0.5)
    for strand in strands:
        path = [np.round(strand * _FINE * 8).astype(np.int32)]
        shade = colour * np.float32(np.exp(rng.normal(0, contrast)))
        shade = shade + np.float32(rng.random() < 0.08) * 0.15
        wide = max(1, thickness + int(rng.integers(-2, 2)))
        cv2.polylines(colours, path, False, shade.tolist(), wide, cv2.LINE_AA, 3)
        cv2.polylines(coverage, path, False, 1.0, wide, cv2.LINE_AA, 3)
    colours = cv2.resize(colours, (SIZE, SIZE), interpolation=cv2.INTER_AREA)
    coverage = cv2.resize(coverage, (SIZE, SIZE), interpolation=cv2.INTER_AREA)
    if texture is not None:
        colours = 0.4 * colours + 0.6 * cv2.resize(texture, (SIZE, SIZE))
    return Layer(np.clip(colours, 0, 1), coverage)
