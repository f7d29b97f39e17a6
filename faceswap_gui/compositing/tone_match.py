"""Bring the spread of the face's colours to the target's: dark to light, pale to saturated.

What light match leaves is contrast: two faces of the same coarse light still differ in how deep
their shadows and how red their cheeks are. Per axis of CIELAB the optimal transport between two
sets of numbers is the monotone curve that joins equal quantiles (Villani, "Topics in Optimal
Transportation", 2003, theorem 2.18); here its slope is held within limits, so that a beard or a
pair of sunglasses in only one of the pictures bends no curve into a step.

The curve is read at a slightly blurred face and what it adds there is added to the sharp one. The
shades of cheeks and shadows get the target's spread; pores and the glint of single hairs, which
are finer than the blur, are moved as they are: a steep curve would make them grit and sweat.

Lips stand out from skin by their colour, and skin's colours are spread by light: a curve that
spreads them more would paint lips purple. They move along with the skin, and stand out as they did.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

_QUANTILES = np.linspace(0, 1, 25)
_GENTLEST, _STEEPEST = 0.7, 1.6
"""Limits of a curve's slope: flatter would wipe out pores, steeper would make noise of them."""
_STEEPEST_ON_LIPS = 1.0
_COLOURED = 0.4
"""Share of the skin's median L below which colour fades out with L: what is nearly black has next
to none in any light, and skin's would turn pupils, lashes and the inside of a mouth blue."""
_NO_BLUR = 0.3
"""σ in pixels below which a Gaussian has one coefficient."""
_SAMPLES = 10_000
_ENTRIES = 4096
"""Entries of the table that a curve is looked up in: 0.03 of L, far below what is seen."""
_ENOUGH = 200
"""Pixels of visible face below which there is nothing to learn from."""

Curve = tuple[NDArray[np.float64], NDArray[np.float64]]
"""Knots (x, y), both rising."""


def match_tone(
    face: NDArray[np.float32],
    target: NDArray[np.float32],
    region: NDArray[np.float32],
    texture: float = 0.0,
    lips: NDArray[np.float32] | None = None,
) -> NDArray[np.float32]:
    """Return the face (h, w, 3) with the target's distribution of L, a and b in the region.

    Args:
        face: (h, w, 3) working sRGB 0..1 of the swapped face.
        target: (h, w, 3) working sRGB of the target.
        region: (h, w) 0..1, where both are seen; colours are learned there and changed everywhere.
        texture: pixels; what is finer keeps its own contrast.
        lips: (h, w) 0..1, where colour stands out from the skin's no more than before.
    """
    places = np.flatnonzero(region > 0.5)
    if len(places) < _ENOUGH:
        return face
    seen = np.unravel_index(_sampled(places), region.shape)
    colours = _as_lab(face)
    ours, theirs = colours[seen], _as_lab(target[seen][None])[0]
    # One plane after the other: what lies side by side in memory is read three times as fast.
    smooth = cv2.split(_without_texture(colours, texture))
    shades = [np.asarray(plane, np.float32) for plane in smooth]
    coloured = np.clip(colours[..., 0] / (_COLOURED * np.median(ours[:, 0])), 0, 1)
    for axis, share in enumerate((1.0, coloured, coloured)):
        curve = transport_curve(ours[:, axis], theirs[:, axis])
        change = _added(shades[axis], curve)
        if axis and lips is not None:
            _soften(change, shades[axis], lips, _on_lips(curve, ours[:, axis]))
        colours[..., axis] += share * change
    del smooth, shades, coloured  # of a large face they take hundreds of megabytes
    toned = np.asarray(cv2.cvtColor(colours, cv2.COLOR_Lab2RGB), np.float32)
    return np.clip(toned, 0, 1, out=toned)


def transport_curve(ours: NDArray[np.float32], theirs: NDArray[np.float32]) -> Curve:
    """Return the monotone curve that carries one set of numbers onto another, gently.

    Beyond its ends the offset of the nearest end is to be kept. The mean of the numbers arrives
    at the other's mean however much the slopes are limited.
    """
    knots, goals = np.quantile(ours, _QUANTILES), np.quantile(theirs, _QUANTILES)
    steps = np.maximum(np.diff(knots), 1e-4)
    slopes = np.clip(np.diff(goals) / steps, _GENTLEST, _STEEPEST)
    knots = knots[0] + np.concatenate([[0.0], np.cumsum(steps)])
    values = np.concatenate([[0.0], np.cumsum(slopes * steps)])
    return knots, values - values.mean() + goals.mean()


def _on_lips(curve: Curve, ours: NDArray[np.float32]) -> Curve:
    """Return the curve nowhere steeper than lips bear; it meets the other at the skin's median."""
    knots, values = curve
    steps = np.diff(knots)
    slopes = np.minimum(np.diff(values) / steps, _STEEPEST_ON_LIPS)
    gentle = np.concatenate([[0.0], np.cumsum(slopes * steps)])
    skin = np.median(ours)
    return knots, gentle + np.interp(skin, knots, values) - np.interp(skin, knots, gentle)


def _soften(
    change: NDArray[np.float32],
    shades: NDArray[np.float32],
    lips: NDArray[np.float32],
    curve: Curve,
) -> None:
    """Put what the curve adds to the shades (h, w) in the change's place, on the lips alone."""
    rows, columns = (np.flatnonzero(lips.max(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return
    around = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    change[around] += lips[around] * (_added(shades[around], curve) - change[around])


def _added(places: NDArray[np.float32], curve: Curve) -> NDArray[np.float32]:
    knots, values = curve
    return _at(places, knots, values - knots)


def _at(
    places: NDArray[np.float32], knots: NDArray[np.float64], values: NDArray[np.float64]
) -> NDArray[np.float32]:
    """Interpolate values at many places by a table; `np.interp` would search for each."""
    low, high = float(places.min()), float(places.max())
    table = np.interp(np.linspace(low, high, _ENTRIES), knots, values).astype(np.float32)
    scale = np.float32((_ENTRIES - 1) / max(high - low, 1e-6))
    return table[((places - np.float32(low)) * scale).astype(np.int32)]


def _without_texture(colours: NDArray[np.float32], sigma: float) -> NDArray[np.float32]:
    if sigma < _NO_BLUR:
        return colours
    return np.asarray(cv2.GaussianBlur(colours, (0, 0), sigma), np.float32)


def _as_lab(image: NDArray[np.float32]) -> NDArray[np.float32]:
    """Convert (h, w, 3) sRGB 0..1 to CIELAB."""
    return np.asarray(cv2.cvtColor(np.clip(image, 0, 1), cv2.COLOR_RGB2Lab), np.float32)


def _sampled(places: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return evenly taken places of (N,), few enough to sort their colours in a millisecond."""
    return places[:: max(1, len(places) // _SAMPLES)]
