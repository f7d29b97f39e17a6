"""Give the face the target photograph's own sharpness and grain.

A crisp studio portrait sits in a soft, noisy photograph like a sticker, and the reverse. Both
pictures are taken apart into the finest band-passes of a Laplacian pyramid without its reductions
(Burt & Adelson, "The Laplacian Pyramid as a Compact Image Code", 1983). On skin, where there are
few edges, the usual strength of a band says how sharp a picture is, and its strength where skin is
smoothest how much grain there is, because there is nothing else (Olsen, "Estimation of noise in
images: an evaluation", 1993). The face's bands are scaled to the target's usual strength, and the
grain that they then lack is laid on as noise. Wrinkles of the target are neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

_SIGMAS = (0.7, 1.4, 2.8)
"""σ in the photograph's pixels of the low-passes between the bands."""
_SOFTEST, _CRISPEST = 0.35, 1.35
"""Limits of a band's factor: more would draw halos around lashes and make pores coarse."""
_WINDOW = 9
"""Side in pixels of the windows that strength is measured in."""
_SMOOTHEST = 0.2
"""Share of the windows that are taken for skin with nothing on it but grain."""
_ENOUGH = 400
"""Pixels of skin below which spreads are not trusted."""
_SAMPLES = 60_000


def match_texture(
    face: NDArray[np.float32],
    target: NDArray[np.float32],
    skin: NDArray[np.float32],
    amount: float,
) -> NDArray[np.float32]:
    """Return the face (h, w, 3) as sharp and as noisy as the target's skin.

    Args:
        face: (h, w, 3) working sRGB 0..1 of the swapped face.
        target: (h, w, 3) working sRGB of the target.
        skin: (h, w) 0..1, 1 on skin that both show; texture is measured there, changed everywhere.
        amount: 0..1, how much of the difference is mended.
    """
    places = _places(skin)
    if len(places) < _ENOUGH or not amount:
        return face
    own, other = (_as_ycrcb(image) for image in (face, target))
    random = np.random.default_rng(0)  # the same grain at every render, or it would crawl
    change = np.zeros_like(own)
    for bands in zip(_bands(own), _bands(other), _bands(_noise(own.shape, random)), strict=True):
        change = change + _band_change(*bands, places)
    mended = cv2.cvtColor(own + np.float32(amount) * change, cv2.COLOR_YCrCb2RGB)
    return np.asarray(np.clip(mended, 0, 1), np.float32)


def _band_change(
    own: NDArray[np.float32],
    other: NDArray[np.float32],
    noise: NDArray[np.float32],
    places: NDArray[np.intp],
) -> NDArray[np.float32]:
    """Return what one band (h, w, 3) of Y, Cr and Cb gains or loses."""
    (usual, grain), (wanted, wanted_grain), (unit, _) = (
        _strengths(band, places) for band in (own, other, noise)
    )
    factor = np.clip(wanted / np.maximum(usual, 1e-5), _SOFTEST, _CRISPEST)
    missing = np.sqrt(np.maximum(wanted_grain**2 - (factor * grain) ** 2, 0))
    change = own * (factor - 1) + noise * (missing / np.maximum(unit, 1e-5))
    return np.asarray(change, np.float32)


def _as_ycrcb(image: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2YCrCb), np.float32)


def _bands(image: NDArray[np.float32]) -> Sequence[NDArray[np.float32]]:
    """Return the band-passes (h, w, 3), finest first; the coarse rest is left out."""
    smoother = [image, *(cv2.GaussianBlur(image, (0, 0), sigma) for sigma in _SIGMAS)]
    return [np.asarray(finer - coarser, np.float32) for finer, coarser in pairwise(smoother)]


def _strengths(
    band: NDArray[np.float32], places: NDArray[np.intp]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return a band's (h, w, 3) usual strength (3,) in windows on skin, and in the smoothest."""
    power = cv2.boxFilter(band * band, -1, (_WINDOW, _WINDOW)).reshape(-1, 3)[places]
    usual, smooth = np.sqrt(np.quantile(power, (0.5, _SMOOTHEST), axis=0))
    return usual.astype(np.float32), smooth.astype(np.float32)


def _noise(shape: tuple[int, ...], random: np.random.Generator) -> NDArray[np.float32]:
    return random.standard_normal(shape, dtype=np.float32)


def _places(skin: NDArray[np.float32]) -> NDArray[np.intp]:
    """Return flat indices of pixels well on skin, evenly taken."""
    places = np.flatnonzero(skin > 0.9)
    return places[:: max(1, len(places) // _SAMPLES)]
