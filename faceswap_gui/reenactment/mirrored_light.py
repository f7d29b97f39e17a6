"""What is borrowed from the face's other side is brought into the light of the place it goes to.

A portrait is rarely lit the same from both sides: a temple borrowed from the bright one would shine
on the dark one like a patch. Where both sides are seen, their ratio says how the light differs.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.imaging import RATIO_OFFSET
from faceswap_gui.reenactment.texture import FaceTexture

_STEP = 4
"""Every so many pixels of the coarser grid are compared; light is smoother than that."""
_SIGMA = 0.3
"""σ in eye distances over which the light's ratio is averaged."""
_MOST = 0.7
"""Largest logarithm of the gain: a factor of two."""
_TRUST = 0.003
"""Share of seen neighbours at which they count as much as the whole face."""

Float = NDArray[np.float32]


def mirrored_gain(texture: FaceTexture, maps: Float, both: Float, eye_distance: float) -> Float:
    """Return the gains (h, w, 3) on the coarser grid that bring mirrored colours into local light.

    Args:
        texture: the source's colours.
        maps: (h, w, 6): x, y and confidence of each place, and of its mirrored place.
        both: (h, w) 0..1, how well both places are seen.
        eye_distance: in pixels of the coarser grid.
    """
    places, weight = maps[::_STEP, ::_STEP], both[::_STEP, ::_STEP, None]
    colours = (
        texture.colours(texture.places(np.ascontiguousarray(places[..., at])))
        for at in (slice(0, 2), slice(3, 5))
    )
    own, twin = (np.log(found + RATIO_OFFSET) for found in colours)
    sigma = max(0.5, _SIGMA * eye_distance / _STEP)
    share = cv2.GaussianBlur(np.ascontiguousarray(weight), (0, 0), sigma)[..., None]
    difference = cv2.GaussianBlur((own - twin) * weight, (0, 0), sigma)
    # Far from where both are seen the whole face's ratio is the best guess.
    overall = ((own - twin) * weight).sum(axis=(0, 1)) / max(float(weight.sum()), 1.0)
    ratio = (difference + _TRUST * overall) / (share + _TRUST)
    gain = np.exp(np.clip(ratio, -_MOST, _MOST)).astype(np.float32)
    height, width = both.shape
    return np.asarray(cv2.resize(gain, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)
