"""Carry the networks' change of appearance to the photograph's own resolution.

The networks see the face at 128 or 256 pixels. Their picture never reaches the result: only the
*change* they make does, as a smooth ratio that multiplies the warped source, whose pores, hairs
and lashes stay as sharp as they were photographed.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.imaging import RATIO_OFFSET
from faceswap_gui.reenactment import FirstFace

SMOOTHING = 0.07
"""σ in sides of the crop of the low-pass that keeps the networks' own texture out of the change.

Finer changes cost the person: at 0.05 the distance to the source is 0.01 larger, at 0.03 0.03, and
the truth under a known light is 0.2 and 0.3 nearer."""
FILLING = 0.084
"""σ in sides of the crop over which brows, eyes and lips take the change of the skin around."""


def appearance_change(
    result: NDArray[np.float32],
    reconstruction: NDArray[np.float32],
    skin: NDArray[np.float32],
) -> NDArray[np.float32]:
    """Return the smooth log-ratio (S, S, 3) of two decoded crops in 0..1.

    The change is read on skin. Light that falls on a brow is the light that falls beside it; a
    brow that the networks would make as dark as the target's would make another person.

    Args:
        result: Y, decoded from the mapped features.
        reconstruction: Y_rr, decoded from the features of X_r as they are. Dividing by it rather
            than by X_r cancels what the decoder cannot reconstruct; equal features change nothing.
        skin: (S, S, 1) 0..1, 0 at brows, eyes and lips and outside the face.
    """
    ratio = np.log(result + RATIO_OFFSET) - np.log(reconstruction + RATIO_OFFSET)
    size = ratio.shape[0]
    fine, coarse = (local_mean(ratio, skin, share * size) for share in (SMOOTHING, FILLING))
    return np.asarray(coarse + skin * (fine - coarse), dtype=np.float32)


def local_mean(
    image: NDArray[np.float32], weight: NDArray[np.float32], sigma: float
) -> NDArray[np.float32]:
    """Return the local mean of (S, S, 3) under an (S, S, 1) weight; far from any weight 0."""
    total = cv2.GaussianBlur(weight, (0, 0), sigma)[..., None]
    mean = cv2.GaussianBlur(image * weight, (0, 0), sigma) / np.maximum(total, 1e-4)
    return np.asarray(mean, dtype=np.float32)


def carry(
    first: FirstFace, change: NDArray[np.float32], matrix: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return the first face image with the change applied, (h, w, 3) working sRGB 0..1.

    Args:
        first: the first face image and its region.
        change: (S, S, 3) log-ratio in the crop.
        matrix: (2, 3) similarity from photo pixels to the crop.
    """
    ratio = at_resolution(first, change, matrix, cv2.INTER_CUBIC)
    changed = (first.image + RATIO_OFFSET) * cv2.exp(ratio) - RATIO_OFFSET
    return np.asarray(np.clip(changed, 0, 1), dtype=np.float32)


def at_resolution(
    first: FirstFace,
    crop: NDArray[np.float32],
    matrix: NDArray[np.float32],
    interpolation: int = cv2.INTER_LINEAR,
) -> NDArray[np.float32]:
    """Return what a crop (S, S, C) shows over the first face's region, (h, w, C)."""
    y0, y1, x0, x1 = first.roi
    # warpAffine with WARP_INVERSE_MAP takes the map from its output (the region) to its input.
    offset = matrix[:, 2] + matrix[:, :2] @ np.array([x0, y0], dtype=np.float32)
    to_crop = np.column_stack([matrix[:, :2], offset]).astype(np.float32)
    laid = cv2.warpAffine(
        crop,
        to_crop,
        (x1 - x0, y1 - y0),
        flags=interpolation | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(laid, np.float32)
