"""Does something that the network sees in front of a face show in the picture at all?

What covers a face has an outline or a colour of its own. Where the network suspects a patch that
has neither (the smooth middle of a chin might be the back of a hand), it is the face.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Float = NDArray[np.float32]
Mask = NDArray[np.bool_]

_LEAST = 12
"""Px of a crop below which a patch is too small to be judged."""
_OUTLINE = 1.2
"""How much stronger than around it a patch's outline must be."""
_FLAT = 0.3
"""Gradient in CIE Lab per px that counts as none."""
_COLOUR = 5.0
"""CIE76 distance from what is around it at which a patch has a colour of its own."""


def with_evidence(matte: Float, crop: Float, region: Mask) -> Float:
    """Return the matte (S, S) 0..1 without patches that the crop (S, S, 3) does not show.

    `region` (S, S) is where the face is; sizes are meant for a crop of 192 px.
    """
    count, patches = cv2.connectedComponents(((matte < 0.5) & region).astype(np.uint8))
    if count == 1:
        return matte
    blurred = cv2.GaussianBlur(crop, (0, 0), 1)
    lab = np.asarray(cv2.cvtColor(blurred, cv2.COLOR_RGB2Lab), np.float32)
    steepness = _steepness(lab)
    within = _drawn_in(region, 5)
    kept = matte.copy()
    for patch in (patches == number for number in range(1, count)):
        if patch.sum() >= _LEAST and not _shows(patch, lab, steepness, within):
            around = _grown(patch, 9) & ~_grown((patches > 0) & ~patch, 3)
            kept[around] = 1
    return kept


def _shows(patch: Mask, lab: Float, steepness: Float, within: Mask) -> bool:
    """Tell whether a patch has an outline or a colour of its own."""
    outline, beside = ((_grown(patch, size) & ~patch) & within for size in (3, 9))
    around = _grown(patch, 19) & ~_grown(patch, 9) & within
    beside &= ~outline
    if not outline.any() or not beside.any() or not around.any():
        return True  # it takes the whole face, or reaches in from its edge by a px or two
    usual = max(float(steepness[around].mean()), _FLAT)
    if float(steepness[outline].mean()) > _OUTLINE * usual:
        return True
    own, others = (np.median(lab[place], axis=0) for place in (patch, beside))
    return float(np.linalg.norm(own - others)) > _COLOUR


def _steepness(lab: Float) -> Float:
    """Return (S, S): the strongest change of colour per px within two px of each place."""
    across, down = (cv2.Sobel(lab, cv2.CV_32F, dx, 1 - dx) / 8 for dx in (1, 0))
    size = np.sqrt((across**2 + down**2).sum(axis=2))
    return np.asarray(cv2.dilate(size, np.ones((5, 5), np.uint8)), np.float32)


def _grown(mask: Mask, size: int) -> Mask:
    return cv2.dilate(mask.astype(np.uint8), np.ones((size, size), np.uint8)) > 0


def _drawn_in(mask: Mask, size: int) -> Mask:
    return cv2.erode(mask.astype(np.uint8), np.ones((size, size), np.uint8)) > 0
