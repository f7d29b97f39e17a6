"""Give the face the target photograph's own sharpness and grain.

A crisp studio portrait sits in a soft, noisy photograph like a sticker, and the reverse. Both
pictures are taken apart into the finest band-passes of a Laplacian pyramid without its reductions
(Burt & Adelson, "The Laplacian Pyramid as a Compact Image Code", 1983). On skin, where there are
few edges, the usual strength of a band says how sharp a picture is, and its strength where skin is
smoothest how much grain there is, because there is nothing else (Olsen, "Estimation of noise in
images: an evaluation", 1993). The face's bands are scaled to the target's usual strength. The grain
that they then lack is the photograph's own, from the same place: a turned or mirrored photograph
gets its turned or mirrored grain, and there is no seam in it. What stands out from the grain,
wrinkles and lashes of the target, is held back (Wiener's filter, the other way round).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs
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
_LIVELIEST = 2.0
"""Power of a window, in the smoothest skin's, that may still be grain alone."""
_ENOUGH = 400
"""Pixels of skin below which strengths are not trusted."""
_MEASURED = 320
"""Longest side in pixels of the middle of the skin that is measured on."""
_STRIP = 1024
"""Rows of the face that are worked on at once."""
REACH = 24
"""Pixels from which the bands and windows of a pixel know its surroundings."""
_UNSEEN = 0.0005
"""Grain in parts of white that nobody sees."""

Float = NDArray[np.float32]


@attrs.frozen(eq=False)
class Texture:
    """What one band needs, each (3,) for Y, Cr and Cb."""

    factor: Float
    """What the face's band is multiplied by."""
    grain: Float
    """How strong the target's grain is."""
    missing: Float
    """How much of it the face lacks."""


def match_texture(face: Float, target: Float, skin: Float, amount: float) -> Float:
    """Return the face (h, w, 3) as sharp and as noisy as the target's skin.

    Args:
        face: (h, w, 3) working sRGB 0..1 of the swapped face.
        target: (h, w, 3) working sRGB of the target.
        skin: (h, w) 0..1, 1 on skin that both show; texture is measured there, changed everywhere.
        amount: 0..1, how much of the difference is mended.
    """
    textures = measured_texture(face, target, skin)
    return with_texture(face, target, textures, amount)


def measured_texture(face: Float, target: Float, skin: Float) -> tuple[Texture, ...]:
    """Return what each band of the face (h, w, 3) needs, finest first; () for too little skin."""
    middle = _middle(skin)
    places = np.flatnonzero(skin[middle] > 0.9)
    if len(places) < _ENOUGH:
        return ()
    bands = [_bands(_as_ycrcb(image[middle])) for image in (face, target)]
    return tuple(_wanted(own, other, places) for own, other in zip(*bands, strict=True))


def with_texture(face: Float, target: Float, textures: Sequence[Texture], amount: float) -> Float:
    """Return the face (h, w, 3) with `amount` (0..1) of the textures' difference mended.

    It is done a strip at a time: the bands of a large face would take several times its memory.
    """
    if not textures or not amount:
        return face
    height = len(face)
    mended = np.empty_like(face)
    for top in range(0, height, _STRIP):
        bottom = min(top + _STRIP, height)
        around = slice(max(0, top - REACH), min(height, bottom + REACH))
        strip = _mended(face[around], target[around], textures, amount)
        mended[top:bottom] = strip[top - around.start :][: bottom - top]
    return mended


def _mended(face: Float, target: Float, textures: Sequence[Texture], amount: float) -> Float:
    whole = _as_ycrcb(face)
    change = np.zeros_like(whole)
    for band, texture in zip(_bands(whole), textures, strict=True):
        change += band * (texture.factor - 1)
    if any(float(texture.missing.max()) > _UNSEEN for texture in textures):
        grains = zip(_bands(_as_ycrcb(target)), textures, strict=True)
        change += sum(_grain(band, texture) for band, texture in grains)
    mended = cv2.cvtColor(whole + np.float32(amount) * change, cv2.COLOR_YCrCb2RGB)
    return np.asarray(np.clip(mended, 0, 1), np.float32)


def _wanted(own: Float, other: Float, places: NDArray[np.intp]) -> Texture:
    """Compare one band (h, w, 3) of both pictures."""
    usual, grain = _strengths(own, places)
    aim, aim_of_grain = _strengths(other, places)
    factor = np.clip(aim / np.maximum(usual, 1e-5), _SOFTEST, _CRISPEST)
    missing = np.sqrt(np.maximum(aim_of_grain**2 - (factor * grain) ** 2, 0))
    return Texture(factor.astype(np.float32), aim_of_grain, missing.astype(np.float32))


def _strengths(band: Float, places: NDArray[np.intp]) -> tuple[Float, Float]:
    """Return a band's (h, w, 3) usual strength (3,) in windows on skin, and in the smoothest."""
    power = cv2.boxFilter(band * band, -1, (_WINDOW, _WINDOW)).reshape(-1, 3)[places]
    usual, smooth = np.sqrt(np.quantile(power, (0.5, _SMOOTHEST), axis=0))
    return usual.astype(np.float32), smooth.astype(np.float32)


def _grain(band: Float, texture: Texture) -> Float:
    """Return the missing share of a target's band (h, w, 3), without what is more than grain."""
    power = cv2.boxFilter(band * band, -1, (_WINDOW, _WINDOW))
    noise = np.maximum(texture.grain**2, 1e-10)
    kept = np.minimum(_LIVELIEST * noise / np.maximum(power, 1e-10), 1)
    return np.asarray(band * kept * (texture.missing / np.sqrt(noise)), np.float32)


def _bands(image: Float) -> Sequence[Float]:
    """Return the band-passes (h, w, 3), finest first; the coarse rest is left out."""
    smoother = [image]
    for before, sigma in zip((0.0, *_SIGMAS), _SIGMAS, strict=False):
        # Two low-passes in turn are one of the root of the sum of their squares.
        more = cv2.GaussianBlur(smoother[-1], (0, 0), float(np.sqrt(sigma**2 - before**2)))
        smoother.append(np.asarray(more, np.float32))
    return [finer - coarser for finer, coarser in pairwise(smoother)]


def _as_ycrcb(image: Float) -> Float:
    return np.asarray(cv2.cvtColor(np.ascontiguousarray(image), cv2.COLOR_RGB2YCrCb), np.float32)


def _middle(skin: Float) -> tuple[slice, slice]:
    """Return the middle of the skin's bounding box, enough to measure on."""
    rows, columns = np.flatnonzero(skin.max(axis=1) > 0.9), np.flatnonzero(skin.max(axis=0) > 0.9)
    return _around(rows), _around(columns)


def _around(indices: NDArray[np.intp]) -> slice:
    if not len(indices):
        return slice(0, 0)
    first, last = int(indices[0]), int(indices[-1])
    start = max(first, (first + last + 1 - _MEASURED) // 2)
    return slice(start, min(last + 1, start + _MEASURED))
