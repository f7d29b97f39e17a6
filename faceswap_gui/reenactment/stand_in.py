"""What the source does not show at all, the target lends, in the source's own tone and light.

The networks change the source's tone into the target's over the whole face. A forehead that the
target lends as it is would be changed once too often, and stay behind as a patch or a ghost of
what covered the source's.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.imaging import RATIO_OFFSET

_EYES_APART = 24
"""Eye distance in px of the copy in which tones are compared; light is smoother than that."""
_SIGMA = 8.0
"""σ in the copy's px over which the ratio of tones is averaged."""
_MOST = 1.0
"""Largest logarithm of the gain."""
_TRUST = 0.003
"""Share of seen neighbours at which they count as much as the whole face."""
_SOON = 4
"""One over the share that is lent at which its tone is the source's alone."""
_WORTH_FILLING = 0.01
"""Share of a pixel below which nothing is lent for it."""

Float = NDArray[np.float32]


def stand_in_tone(
    target: Float,
    face: Float,
    *,
    missing: Float,
    seen: Float,
    visible: Float,
    eye_distance: float,
) -> Float | None:
    """Return (h, w, 3), by how much of itself to brighten the target where it stands in.

    All planes have the same extent, but need not have the same resolution.

    Args:
        target: (H, W, 3) working sRGB 0..1.
        face: (H, W, 3), the source's colours in place.
        missing: (h, w) 0..1, how much of a pixel the target lends because the source shows it
            nowhere.
        seen: (h, w) 0..1, how much of a pixel the source shows.
        visible: (H, W) 0..1, where nothing is in front of the target's face.
        eye_distance: in pixels of the target.

    Returns:
        0 where nothing is missing; None where that is everywhere.
    """
    if missing.max() <= _WORTH_FILLING:
        return None
    shrink = min(1.0, _EYES_APART / max(eye_distance, 1.0))
    size = (max(1, round(target.shape[1] * shrink)), max(1, round(target.shape[0] * shrink)))
    before, after, shown, bare = (
        np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA), np.float32)
        for plane in (target, face, seen, visible)
    )
    gain = cv2.resize(_gain(before, after, shown * bare), (missing.shape[1], missing.shape[0]))
    share = np.minimum(missing * _SOON, 1)[..., None]
    return np.asarray(share * (gain - 1), np.float32)


def _gain(target: Float, face: Float, known: Float) -> Float:
    """Return (h, w, 3), the face's tone over the target's as the known places around show it."""
    weight = known[..., None]
    theirs, own = (np.log(np.maximum(side, 0) + RATIO_OFFSET) for side in (target, face))
    difference = (own - theirs) * weight
    overall = difference.sum(axis=(0, 1)) / max(float(weight.sum()), 1.0)
    share = cv2.GaussianBlur(known, (0, 0), _SIGMA)[..., None]
    ratio = cv2.GaussianBlur(difference, (0, 0), _SIGMA) + _TRUST * overall
    gain = np.exp(np.clip(ratio / (share + _TRUST), -_MOST, _MOST))
    return np.asarray(gain, np.float32)
