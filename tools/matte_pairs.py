"""Training pairs for the matte: a face with something drawn over it, and what is still visible."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from matte_glasses import glasses
from matte_hair import hair
from matte_hands import hand
from matte_layer import SIZE, Layer, Picture, lay_over, skin_samples
from matte_occluders import cloth, hat, microphone, thing
from matte_scalp import is_hair, own_hair
from numpy.random import Generator

from faceswap_gui.faces.topology import triangles

Draw = Callable[[Picture, Picture, Picture, Generator], Layer]

BORDER = 32
"""Px that a portrait shows around the crop: a fringe is drawn from what grows there."""
OCCLUDERS = {
    own_hair: 0.17,
    hair: 0.13,
    glasses: 0.27,
    hand: 0.25,
    cloth: 0.06,
    hat: 0.05,
    microphone: 0.03,
    thing: 0.04,
}
"""What is drawn, and how often."""
_OFF_COLOUR = 16.0
"""Distance from the skin's colour beyond which the top of a forehead may be hair already."""
_LIGHTNESS_COUNTS = 0.6
"""How much of a distance in lightness counts there: a forehead's shine and shade are no hair."""


def make_pair(
    portrait: Picture, points: Picture, other: Picture, rng: Generator
) -> tuple[Picture, Picture, Picture]:
    """Draw over a face and change its light.

    Args:
        portrait: (256, 256, 3) sRGB 0..1, a crop around an uncovered face with its border.
        points: (478, 2) its landmarks in the crop without the border.
        other: (256, 256, 3), another portrait, for textures and hair.
        rng: the source of all chance.

    Returns:
        The changed picture, the visibility (192, 192) 0..1 and where it counts (192, 192).
    """
    draws, odds = list(OCCLUDERS), list(OCCLUDERS.values())
    count = int(rng.choice([0, 1, 2, 3], p=(0.25, 0.45, 0.22, 0.08)))
    chosen = [draws[i] for i in rng.choice(len(draws), count, p=odds)]
    return draw_over(portrait, points, other, chosen, rng)


def draw_over(
    portrait: Picture, points: Picture, other: Picture, draws: list[Draw], rng: Generator
) -> tuple[Picture, Picture, Picture]:
    """Draw given things over a face; otherwise like `make_pair`."""
    picture, texture = _without_border(portrait), _without_border(other)
    visible = np.ones((SIZE, SIZE), np.float32)
    doubtful = _perhaps_hair(picture, points)
    crown = _crown(portrait, other, picture, points, rng)
    picture = cast_light(picture, rng)
    for draw in draws:
        material = crown if draw in (own_hair, hair) else texture
        layer = _softened(draw(picture, points, material, rng), rng)
        behind = picture if layer.behind is None else layer.behind
        picture = lay_over(_contact_shadow(behind, layer.coverage, rng), layer)
        visible = visible * (1 - layer.coverage)
    picture = cast_light(picture, rng)
    counts = face_region(points) * (1 - doubtful * (visible > 0.5))
    return _moved(_photographed(picture, rng), visible, counts, rng)


def _without_border(portrait: Picture) -> Picture:
    return np.ascontiguousarray(portrait[BORDER:-BORDER, BORDER:-BORDER])


def _crown(
    portrait: Picture, other: Picture, picture: Picture, points: Picture, rng: Generator
) -> Picture:
    """What grows above a face, mostly this one: (h, 192, 3)."""
    end = max(24, BORDER + int(points[10, 1]) - 3)
    crowns = [side[:end, BORDER:-BORDER] for side in (portrait, other)]
    if rng.random() < 0.3:
        crowns.reverse()
    found = [crown for crown in crowns if is_hair(crown, picture, points)]
    return np.ascontiguousarray((found or crowns)[0])


def _perhaps_hair(picture: Picture, points: Picture) -> Picture:
    """Where the top of a forehead is not of the skin's colour: the truth there is not known."""
    lab = cv2.cvtColor(cv2.GaussianBlur(picture, (0, 0), 1), cv2.COLOR_RGB2Lab)
    skin = cv2.cvtColor(skin_samples(picture, points)[None], cv2.COLOR_RGB2Lab)[0]
    weights = np.array([_LIGHTNESS_COUNTS, 1, 1], np.float32)
    off = np.linalg.norm((lab - np.median(skin, axis=0)) * weights, axis=2) > _OFF_COLOUR
    top, brows = points[10, 1], points[[105, 334], 1].min()
    rows = np.arange(SIZE)[:, None] < top + 0.45 * (brows - top)
    return np.asarray(off & rows, np.float32)


def face_region(points: Picture) -> Picture:
    """Where the mesh covers the picture: (192, 192) 0 or 1."""
    region = np.zeros((SIZE, SIZE), np.float32)
    for corners in np.round(points[triangles()] * 8).astype(np.int32):
        cv2.fillConvexPoly(region, corners, 1.0, cv2.LINE_8, 3)
    return region


def _softened(layer: Layer, rng: Generator) -> Layer:
    if rng.random() < 0.7:
        return layer
    soft = cv2.GaussianBlur(layer.coverage, (0, 0), rng.uniform(0.4, 1.4))
    return layer._replace(coverage=soft)


def _contact_shadow(picture: Picture, coverage: Picture, rng: Generator) -> Picture:
    shift = np.float32([[1, 0, rng.normal(0, 4)], [0, 1, rng.normal(2, 4)]])
    shadow = cv2.warpAffine(coverage, shift, (SIZE, SIZE))
    shadow = cv2.GaussianBlur(shadow, (0, 0), rng.uniform(0.6, 6))
    return picture * (1 - rng.uniform(0, 0.7) * shadow[..., None])


def cast_light(picture: Picture, rng: Generator) -> Picture:
    """Cast shadows with soft or hard edges, coloured light, highlights: none of it covers."""
    if rng.random() < 0.5:
        return picture
    mask = cv2.GaussianBlur(_shadow_shape(rng), (0, 0), float(np.exp(rng.uniform(-0.7, 2.6))))
    dark = rng.uniform(0.1, 0.85) * np.exp(rng.normal(0, 0.12, 3))
    linear = picture**2.2 * (1 + mask[..., None] * (dark - 1))
    if rng.random() < 0.2:
        glow = cv2.GaussianBlur(_shadow_shape(rng), (0, 0), rng.uniform(3, 20))[..., None]
        linear = linear * (1 + glow * rng.uniform(0, 1.2, 3)) + glow * rng.uniform(0, 0.08)
    return np.clip(linear, 0, 1).astype(np.float32) ** np.float32(1 / 2.2)


def _shadow_shape(rng: Generator) -> Picture:
    kind = rng.choice(["edge", "bars", "blobs", "leaves"])
    turn = rng.uniform(0, np.pi)
    yy, xx = np.mgrid[:SIZE, :SIZE].astype(np.float32)
    along = xx * np.cos(turn) + yy * np.sin(turn)
    if kind == "edge":
        middle = abs(np.cos(turn)) * 96 + np.sin(turn) * 96
        shape = along > rng.normal(middle if np.cos(turn) > 0 else 0, 40)
    elif kind == "bars":
        shape = np.sin(along / rng.uniform(3, 14) + rng.uniform(0, 6)) > rng.uniform(-0.6, 0.6)
    else:
        grain = rng.uniform(4, 9) if kind == "leaves" else rng.uniform(12, 35)
        noise = cv2.GaussianBlur(rng.normal(0, 1, (SIZE, SIZE)), (0, 0), grain)
        shape = noise > rng.normal(0, 0.5) * noise.std()
    return shape.astype(np.float32)


def _photographed(picture: Picture, rng: Generator) -> Picture:
    """Exposure, white balance, saturation, focus, noise, compression."""
    picture = np.clip(picture, 1e-4, 1) ** np.float32(np.exp(rng.normal(0, 0.25)))
    picture = picture * np.exp(rng.normal(0, 0.12)) * np.exp(rng.normal(0, 0.07, 3))
    grey = picture.mean(2, keepdims=True)
    saturation = 0.0 if rng.random() < 0.06 else rng.uniform(0.5, 1.4)
    picture = grey + saturation * (picture - grey)
    if rng.random() < 0.3:
        picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.4, 1.8))
    picture = picture + rng.normal(0, rng.uniform(0, 0.03), picture.shape)
    encoded = (np.clip(picture, 0, 1) * 255).astype(np.uint8)
    if rng.random() < 0.3:
        quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 95))]
        encoded = cv2.imdecode(cv2.imencode(".jpg", encoded, quality)[1], cv2.IMREAD_COLOR)
    return encoded.astype(np.float32) / 255


def _moved(
    picture: Picture, visible: Picture, region: Picture, rng: Generator
) -> tuple[Picture, Picture, Picture]:
    """Turn, scale, shift and mirror a little, and lose what a narrow region does not show."""
    centre = (SIZE - 1) / 2
    matrix = cv2.getRotationMatrix2D((centre, centre), rng.normal(0, 4), rng.uniform(0.9, 1.12))
    matrix[:, 2] += rng.normal(0, 3, 2)
    warped = [
        cv2.warpAffine(plane, matrix, (SIZE, SIZE), borderMode=cv2.BORDER_REPLICATE)
        for plane in (picture, visible, region)
    ]
    if rng.random() < 0.5:
        warped = [plane[:, ::-1] for plane in warped]
    picture, visible, region = warped
    ys, xs = np.nonzero(region > 0.5)
    border = int(rng.integers(4, 30))
    top, left = max(0, ys.min() - border), max(0, xs.min() - border)
    shown = picture[top : ys.max() + border + 1, left : xs.max() + border + 1]
    below, beside = SIZE - top - shown.shape[0], SIZE - left - shown.shape[1]
    picture = cv2.copyMakeBorder(shown, top, below, left, beside, cv2.BORDER_REPLICATE)
    return picture, np.ascontiguousarray(visible), np.ascontiguousarray(region)
