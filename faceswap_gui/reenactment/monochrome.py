"""A face for a monochrome photograph has no colours of its own either.

Files of monochrome photographs are mostly RGB. The networks take most of the source's colours away
then, but what they leave is seen at once: blue and rose patches on a grey face.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.imaging.colour import rgb_to_lab
from faceswap_gui.reenactment.visibility import smoothstep

_SAMPLES = 64
"""Rows and columns of the face that are looked at."""
_NONE, _PLAIN = 0.5, 2.0
"""CIELAB chroma of the middle pixel below which a face is grey and above which it is in colour;
skin has 8 and more, also in dim light."""
_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)


def colourfulness(picture: NDArray[np.float32], region: NDArray[np.float32]) -> float:
    """Return 0 if the face (h, w, 3), where `region` (h, w) is, is grey, and 1 if it has colours.

    A region of nothing is taken for one with colours.
    """
    rows, columns = (slice(None, None, 1 + side // _SAMPLES) for side in region.shape)
    pixels = picture[rows, columns][region[rows, columns] > 0.5]
    if not len(pixels):
        return 1.0
    chroma = np.hypot(*rgb_to_lab(np.clip(pixels, 0, 1))[:, 1:].T)
    return float(smoothstep(float(np.median(chroma)), _NONE, _PLAIN))


def with_colour(picture: NDArray[np.float32], share: float) -> NDArray[np.float32]:
    """Return a picture (h, w, 3) with only this share, 0..1, of its colour left."""
    if share >= 1:
        return picture
    grey = (picture @ _LUMA)[..., None]
    return np.asarray(grey + share * (picture - grey), np.float32)
