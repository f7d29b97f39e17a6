"""The low frequencies of a face, blurred within the face only."""

from __future__ import annotations

import cv2
import numpy as np

from faceswap_gui.evaluation.arrays import BoolImage, FloatArray

_WORKING_SIGMA = 6.0  # px; broader blurs run on a smaller picture, where nothing is lost by it


def low_pass(picture: FloatArray, face: BoolImage, sigma: float) -> FloatArray:
    """Return `picture` (h, w, 3) blurred by a Gaussian of `sigma` px that sees only the face.

    Pixels outside the face do not bleed in (normalised convolution); outside the result is an
    extrapolation of the face, and 0 where no face is near.
    """
    height, width = face.shape
    shrink = max(1.0, sigma / _WORKING_SIGMA)
    size = (max(1, round(width / shrink)), max(1, round(height / shrink)))
    weight = face.astype(np.float32)[..., None]
    stack = np.concatenate([picture * weight, weight], axis=2)
    small = cv2.resize(stack, size, interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), sigma / shrink)
    small = small[..., :3] / np.maximum(small[..., 3:], 1e-4)
    smooth = cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(smooth, np.float32)
