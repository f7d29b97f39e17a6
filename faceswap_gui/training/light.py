"""One light field, to be laid over two people.

A field is a function of the place on the picture, the face's relief and its normals, in linear
light: what it does to a pixel does not depend on whose pixel it is. Laid over the target it makes
X_t; laid over the source on the target's geometry it makes the known answer. A network trained on
such pairs can only win by telling light from person.
"""

from __future__ import annotations

import attrs
import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from faceswap_gui.training.shadows import cast_shadow

Array = NDArray[np.float32]

_LUMINANCE = np.array([0.2126, 0.7152, 0.0722], np.float32)


@attrs.frozen(eq=False)
class Relief:
    """The geometry that a field falls on, all (S, S, …) float32.

    `depth` grows towards the camera, in pixels; `normals` point out of the face (x right, y down,
    z towards the camera) and are zero outside; `inside` is 1 on the mesh; `eye_distance` in pixels.
    """

    depth: Array
    normals: Array
    inside: Array
    eye_distance: float


@attrs.frozen(eq=False)
class LightField:
    """gain (S, S, 3) multiplies, glint (S, S, 3) adds, both linear; then tone over all pixels."""

    gain: Array
    glint: Array
    contrast: float
    saturation: float

    def faded(self, share: float) -> LightField:
        """Return the field with its colour and strength kept and `share` 0..1 of its shape."""
        if share == 1.0:
            return self
        mean = self.gain.mean(axis=(0, 1))
        shape = np.power(self.gain / mean, share)
        return attrs.evolve(
            self, gain=(mean * shape).astype(np.float32), glint=self.glint * np.float32(share)
        )

    def lay_over(self, linear: Array) -> Array:
        """Return `linear` (S, S, 3) linear sRGB in this light, clipped to 0..1."""
        lit = linear * self.gain + self.glint
        if self.contrast != 1.0:
            lit = 0.18 * np.power(np.maximum(lit, 1e-5) / 0.18, self.contrast)
        if self.saturation != 1.0:
            grey = (lit @ _LUMINANCE)[..., None]
            lit = grey + self.saturation * (lit - grey)
        return np.asarray(np.clip(lit, 0.0, 1.0), np.float32)


def random_light(rng: Generator, relief: Relief) -> LightField:
    """Draw a field: lamps, exposure, colour temperature, cast shadow, glints, tone."""
    gain = _lamps(rng, relief) if rng.random() < 0.8 else np.ones_like(relief.normals)
    gain = gain * np.exp(rng.normal(0.0, 0.35)) * _temperature(rng, 0.15)
    if rng.random() < 0.65:
        gain = gain * cast_shadow(rng, relief.depth, relief.inside, relief.eye_distance)
    glint = _glint(rng, relief) if rng.random() < 0.25 else np.zeros_like(gain)
    monochrome = rng.random() < 0.06
    return LightField(
        gain=gain.astype(np.float32),
        glint=glint.astype(np.float32),
        contrast=float(np.exp(rng.normal(0.0, 0.15))) if rng.random() < 0.5 else 1.0,
        saturation=0.0 if monochrome else float(np.clip(rng.normal(1.0, 0.15), 0.4, 1.4)),
    )


def _direction(rng: Generator, *, widest: float = 80.0) -> Array:
    """Draw a unit vector towards a lamp, up to `widest` degrees off the camera's axis."""
    tilt, turn = np.radians(rng.uniform(15.0, widest)), rng.uniform(0.0, 2.0 * np.pi)
    vector = [np.sin(tilt) * np.cos(turn), np.sin(tilt) * np.sin(turn) * 0.8, np.cos(tilt)]
    return np.asarray(np.array(vector) / np.linalg.norm(vector), np.float32)


def _temperature(rng: Generator, spread: float) -> Array:
    """Draw gains of R, G, B along warm-cool (mostly) and green-magenta (a little)."""
    warm, green = rng.normal(0.0, spread), rng.normal(0.0, spread / 4.0)
    return np.exp(np.array([warm, green, -warm], np.float32))


def _lamps(rng: Generator, relief: Relief) -> Array:
    """Ambient light plus one or two lamps of their own size and colour, 1 on average."""
    light = np.full_like(relief.normals, rng.uniform(0.15, 1.0)) * _temperature(rng, 0.1)
    for _ in range(rng.integers(1, 3)):
        size = rng.uniform(0.0, 0.6)  # 0 a point, towards 1 a sky: how far light wraps around
        facing = (relief.normals @ _direction(rng) + size) / (1.0 + size)
        colour = _temperature(rng, 0.25) * rng.uniform(0.3, 1.6)
        light += np.maximum(facing, 0.0)[..., None] * colour
    return _spread_outside(light, relief) / max(_mean_inside(light, relief), 1e-3)


def _glint(rng: Generator, relief: Relief) -> Array:
    """Return a broad highlight of oily skin under one lamp (Blinn–Phong), added to any skin."""
    half = _direction(rng, widest=50.0) + np.array([0.0, 0.0, 1.0], np.float32)
    half /= np.linalg.norm(half)
    shine = np.maximum(relief.normals @ half, 0.0) ** rng.uniform(8.0, 40.0)
    strength = rng.uniform(0.02, 0.2) * np.ones(3)
    return np.asarray((shine * relief.inside)[..., None] * strength, np.float32)


def _mean_inside(values: Array, relief: Relief) -> float:
    return float((values.mean(axis=-1) * relief.inside).sum() / max(relief.inside.sum(), 1.0))


def _spread_outside(light: Array, relief: Relief) -> Array:
    """Continue a shading, which knows normals on the face only, smoothly around it."""
    inside = relief.inside
    sigma = 0.3 * relief.eye_distance
    weight = cv2.GaussianBlur(inside, (0, 0), sigma)
    around = cv2.GaussianBlur(light * inside[..., None], (0, 0), sigma)
    average = (light * inside[..., None]).sum(axis=(0, 1)) / max(float(inside.sum()), 1.0)
    around = (around + 0.02 * average) / (weight + 0.02)[..., None]
    return np.where(inside[..., None] > 0.5, light, around).astype(np.float32)
