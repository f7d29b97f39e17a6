"""Replace what is left of the coarse difference to the target's light.

This is no network: it is the classical answer, the target's low frequencies, applied after the
networks to the remainder. Its size is reported on its own so that it never hides a network that
does nothing.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

_SIGMA = 5.0
"""σ in pixels of the reduced pictures; the blur is far coarser than a pixel, so it may be."""


def light_difference(
    face: NDArray[np.float32],
    target: NDArray[np.float32],
    region: NDArray[np.float32],
    sigma: float,
) -> NDArray[np.float32]:
    """Return the coarse difference target − face, (h, w, 3), taken over the face region alone.

    Args:
        face: (h, w, 3) working sRGB of the swapped face.
        target: (h, w, 3) working sRGB of the target.
        region: (h, w) 0..1; what lies outside must not bleed in (hair, background).
        sigma: of the low-pass, in pixels.
    """
    height, width = region.shape
    scale = min(1.0, _SIGMA / max(sigma, 1e-6))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    weight = cv2.resize(region, size, interpolation=cv2.INTER_AREA)
    difference = (target - face) * region[..., None]
    reduced = cv2.resize(difference, size, interpolation=cv2.INTER_AREA)
    blur = max(sigma * scale, 0.3)
    total = cv2.GaussianBlur(weight, (0, 0), blur, borderType=cv2.BORDER_CONSTANT)
    summed = cv2.GaussianBlur(reduced, (0, 0), blur, borderType=cv2.BORDER_CONSTANT)
    mean = summed / np.maximum(total, 1e-3)[..., None]
    return np.asarray(
        cv2.resize(mean, (width, height), interpolation=cv2.INTER_CUBIC), dtype=np.float32
    )
