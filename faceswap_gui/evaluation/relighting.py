"""The same photograph under another light: targets whose right answer is known.

A light field is laid over a whole photograph in linear light: a key light and an ambient one over
the head taken as an ellipsoid, and a shadow cast by window slats or by one straight edge. The
generator shares nothing with the one that networks are trained on, which would flatter them: other
shapes, other shadows and no mesh.
"""

from __future__ import annotations

import attrs
import numpy as np

from faceswap_gui.evaluation.arrays import FloatArray
from faceswap_gui.evaluation.window import outer_eye_distance, oval_points
from faceswap_gui.imaging.colour import linear_to_srgb, srgb_to_linear

_ROUNDEST = 0.25  # the ellipsoid's flattest facing; beside the head the field stays as at its rim
_BRIGHTEST = 0.98  # linear value that the face's bright pixels keep under


@attrs.frozen
class LightField:
    """One light over one photograph. Angles in radians, lengths in eye distances.

    `direction` is where the key comes from: azimuth (0 from the right, counter-clockwise as seen)
    and `height` towards the camera. `key` and `ambient` are linear RGB. The shadow lets `passing`
    of the key through; `period` 0 is one edge, else slats of that period; `bend` is how far the
    head's depth carries the shadow along.
    """

    direction: float
    height: float
    key: tuple[float, float, float]
    ambient: tuple[float, float, float]
    shadow_angle: float
    shadow_offset: float
    period: float
    penumbra: float
    passing: float
    bend: float


def light_field(seed: int) -> LightField:
    """Return the light of this seed; even seeds cast slats, odd ones a single edge."""
    random = np.random.default_rng([seed, 2024])
    warmth = random.uniform(-0.35, 0.35)
    strength = random.uniform(0.75, 1.05)
    gloom = random.uniform(0.12, 0.3)
    return LightField(
        direction=random.uniform(0, np.pi),  # from above the horizon
        height=random.uniform(0.4, 1.1),
        key=(strength * (1 + warmth / 2), strength, strength * (1 - warmth)),
        ambient=(gloom * (1 - warmth / 3), gloom, gloom * (1 + warmth / 2)),
        shadow_angle=random.uniform(-0.6, 0.6) + (np.pi / 2 if seed % 2 == 0 else 0.0),
        shadow_offset=random.uniform(-0.35, 0.35),
        period=random.uniform(0.45, 0.8) if seed % 2 == 0 else 0.0,
        penumbra=random.uniform(0.02, 0.07),
        passing=random.uniform(0.05, 0.25),
        bend=random.uniform(0.2, 0.5),
    )


def relight(picture: FloatArray, landmarks: FloatArray, light: LightField) -> FloatArray:
    """Return the picture (H, W, 3), sRGB 0..1, under the light, as (H, W, 3) float32 0..1."""
    linear = srgb_to_linear(picture) * _field(picture.shape[:2], landmarks, light)
    bright = float(np.quantile(linear, 0.995))
    exposed: FloatArray = linear_to_srgb((linear * min(1.0, _BRIGHTEST / bright)).clip(0, 1))
    return exposed


def _field(shape: tuple[int, ...], landmarks: FloatArray, light: LightField) -> FloatArray:
    """Return the light's linear RGB at every pixel, (H, W, 3)."""
    normals = _ellipsoid(shape, oval_points(landmarks))
    level = np.cos(np.arctan(light.height))
    towards = np.array(
        [
            level * np.cos(light.direction),
            -level * np.sin(light.direction),  # y points down
            np.sin(np.arctan(light.height)),
        ],
        np.float32,
    )
    facing = np.maximum(normals @ towards, 0) * _shadow(normals, landmarks, light)
    key, ambient = (np.asarray(colour, np.float32) for colour in (light.key, light.ambient))
    return np.asarray(ambient + facing[..., None] * key * 1.3, np.float32)


def _ellipsoid(shape: tuple[int, ...], oval: FloatArray) -> FloatArray:
    """Return unit normals (H, W, 3), x right, y down, z towards the camera, of a head-sized egg."""
    low, high = oval.min(axis=0), oval.max(axis=0)
    centre, radii = (low + high) / 2, (high - low) / 2 * 1.12
    rows, columns = np.mgrid[: shape[0], : shape[1]].astype(np.float32)
    across = (columns - centre[0]) / radii[0]
    down = (rows - centre[1]) / radii[1]
    beyond = np.maximum(np.hypot(across, down) / np.sqrt(1 - _ROUNDEST**2), 1)
    across, down = across / beyond, down / beyond
    towards = np.sqrt(1 - across**2 - down**2)
    normals = np.stack([across, down, towards], axis=-1)
    unit: FloatArray = normals / np.linalg.norm(normals, axis=-1, keepdims=True)
    return unit


def _shadow(normals: FloatArray, landmarks: FloatArray, light: LightField) -> FloatArray:
    """Return how much of the key arrives at every pixel, (H, W), `passing`..1."""
    eyes = outer_eye_distance(landmarks)
    centre = landmarks[[33, 263], :2].mean(axis=0)
    rows, columns = np.mgrid[: normals.shape[0], : normals.shape[1]].astype(np.float32)
    along = np.cos(light.shadow_angle) * (columns - centre[0])
    along += np.sin(light.shadow_angle) * (rows - centre[1])
    place = along / eyes - light.shadow_offset + light.bend * normals[..., 2]
    if light.period:  # a triangle wave: its distance to the slat's edge, like a single edge's
        place = (np.abs((place / light.period) % 1 - 0.5) - 0.25) * light.period
    step = np.clip(place / light.penumbra + 0.5, 0, 1)
    open_share = step * step * (3 - 2 * step)
    return np.asarray(light.passing + (1 - light.passing) * open_share, np.float32)
