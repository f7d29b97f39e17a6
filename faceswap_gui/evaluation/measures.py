"""Measures of a result's pixels against the target's.

Every function takes two pictures of the same face window, (h, w, 3) float32 sRGB 0..1, and a mask
(h, w); `faceswap_gui.evaluation.window` makes both. Smaller is better, 0 is a perfect match, unless
the docstring says otherwise.
"""

from __future__ import annotations

import cv2
import numpy as np
from scipy.stats import wasserstein_distance

from faceswap_gui.evaluation.arrays import BoolImage, FloatArray, Picture
from faceswap_gui.imaging.colour import rgb_to_lab

LIGHT_RADIUS = 0.25
"""σ, as a share of the eye distance, below which variation no longer counts as light."""

_SKIN_SAMPLES = 50_000


def light(result: FloatArray, target: FloatArray, face: BoolImage, eye_distance: float) -> float:
    """Return the mean CIE76 ΔE of the two faces after a low pass of ¼ eye distance."""
    sigma = LIGHT_RADIUS * eye_distance
    smooth = [_blurred(picture, sigma) for picture in (result, target)]
    return colour_difference(smooth[0], smooth[1], face)


def colour_difference(result: FloatArray, target: FloatArray, face: BoolImage) -> float:
    """Return the mean CIE76 ΔE, pixel by pixel: for relit pairs the error to the known truth."""
    difference = rgb_to_lab(result[face]) - rgb_to_lab(target[face])
    return float(np.linalg.norm(difference, axis=-1).mean())


def skin(result: FloatArray, target: FloatArray, face: BoolImage) -> float:
    """Return the 1-D Wasserstein distance of the faces' L, a and b values, mean of the three.

    At the photograph's own scale, so that its noise counts; large faces are sampled evenly.
    """
    step = 1 + int(face.sum()) // _SKIN_SAMPLES
    ours, theirs = (rgb_to_lab(picture[face][::step]) for picture in (result, target))
    channels = zip(ours.T, theirs.T, strict=True)
    return float(np.mean([wasserstein_distance(a, b) for a, b in channels]))


def seam(result: FloatArray, target: FloatArray, edge: BoolImage) -> float:
    """Return the lightness gradient on the face's edge that the target does not have.

    Mean over the edge band of max(0, |∇L result| − |∇L target|), ∇ by 3×3 Sobel kernels (eight
    times the change of L per pixel of the common scale). What the target has itself, such as its
    hairline and jaw, is no seam.
    """
    excess = _gradient(result) - _gradient(target)
    return float(np.maximum(excess[edge], 0).mean())


def sharpness(result: FloatArray, target: FloatArray, face: BoolImage) -> float:
    """Return the detail in the face, output/target: 1 is as sharp, below 1 softer.

    Detail is the deviation of the grey picture's Laplacian, at the photograph's own scale. A target
    without any (a flat colour) gives infinity, or 1 if the result is flat as well.
    """
    ours, theirs = _detail(result, face), _detail(target, face)
    if theirs == 0:
        return 1.0 if ours == 0 else float("inf")
    return ours / theirs


def background(result: Picture, target: Picture, region: BoolImage) -> float:
    """Return the largest difference of any channel outside the region, in 8-bit levels.

    `result` and `target` are whole photographs (H, W, 3|4) of one dtype, `region` is (H, W).
    """
    outside = ~region
    if not outside.any():
        return 0.0
    full = np.iinfo(target.dtype).max if np.issubdtype(target.dtype, np.integer) else 1.0
    difference = result[outside].astype(np.float64) - target[outside].astype(np.float64)
    return float(np.abs(difference).max() * 255 / full)


def _blurred(picture: FloatArray, sigma: float) -> FloatArray:
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma), np.float32)


def _lightness(picture: FloatArray) -> FloatArray:
    return np.ascontiguousarray(rgb_to_lab(picture)[..., 0])


def _gradient(picture: FloatArray) -> FloatArray:
    lightness = _lightness(picture)
    across = cv2.Sobel(lightness, cv2.CV_32F, 1, 0)
    down = cv2.Sobel(lightness, cv2.CV_32F, 0, 1)
    return np.hypot(across, down).astype(np.float32)


def _detail(picture: FloatArray, face: BoolImage) -> float:
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    return float(cv2.Laplacian(grey, cv2.CV_32F)[face].std())
