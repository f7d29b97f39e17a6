"""Replace what is left of the coarse difference to the target's light.

This is no network: it is the classical answer, the target's low frequencies, applied after the
networks to the remainder. Its size is reported on its own so that it never hides a network that
does nothing.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.imaging import RATIO_OFFSET

_SIGMA = 5.0
"""σ in pixels of the reduced pictures; the blur is far coarser than a pixel, so it may be."""
_MOST = 2.5
"""Light multiplies what it falls on, so the match does too, up to this factor and down to one over
it; what is missing beyond is added, because more would blow up noise or flatten what is dark."""


class CoarseLight:
    """The coarse light of one target, taken over the face region alone."""

    def __init__(
        self, target: NDArray[np.float32], region: NDArray[np.float32], sigma: float
    ) -> None:
        """Read the light of the target.

        Args:
            target: (h, w, 3) working sRGB.
            region: (h, w) 0..1; what lies outside must not bleed in (hair, background).
            sigma: of the low-pass, in pixels.
        """
        self._reduced = _Reduced(region, sigma)
        self._light = self._reduced.low_pass(target) + RATIO_OFFSET

    def on(self, face: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the face (h, w, 3), working sRGB, in this light."""
        reduced, offset, of_target = self._reduced, RATIO_OFFSET, self._light
        of_face = reduced.low_pass(face) + offset
        gain = np.clip(of_target / np.maximum(of_face, offset), 1 / _MOST, _MOST)
        # (face + offset) · gain + rest - offset, its smooth terms gathered while they are small.
        rest = of_target - of_face * gain + offset * gain - offset
        matched = np.asarray(cv2.multiply(face, reduced.enlarge(gain)), np.float32)
        matched += reduced.enlarge(rest)
        return np.asarray(np.clip(matched, 0, 1, out=matched), dtype=np.float32)


class _Reduced:
    """A low-pass over the face region, computed on reduced pictures."""

    def __init__(self, region: NDArray[np.float32], sigma: float) -> None:
        height, width = region.shape
        scale = min(1.0, _SIGMA / max(sigma, 1e-6))
        self._full = (width, height)
        self._size = (max(1, round(width * scale)), max(1, round(height * scale)))
        self._blur = max(sigma * scale, 0.3)
        self._region = region[..., None]
        self._total = np.maximum(self._smooth(region), 1e-3)[..., None]

    def low_pass(self, image: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the weighted local mean of an (h, w, 3) picture, at the reduced size."""
        return np.asarray(self._smooth(image * self._region) / self._total, dtype=np.float32)

    def enlarge(self, image: NDArray[np.float32]) -> NDArray[np.float32]:
        """Bring a smooth picture back to the full size."""
        return np.asarray(cv2.resize(image, self._full, interpolation=cv2.INTER_CUBIC), np.float32)

    def _smooth(self, image: NDArray[np.float32]) -> NDArray[np.float32]:
        small = cv2.resize(image, self._size, interpolation=cv2.INTER_AREA)
        blurred = cv2.GaussianBlur(small, (0, 0), self._blur, borderType=cv2.BORDER_CONSTANT)
        return np.asarray(blurred, dtype=np.float32)
