"""Where the reenacted face's lips are."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.topology import OUTER_LIPS
from faceswap_gui.reenactment import FirstFace

_EDGE = 0.03
"""σ in eye distances of the soft border between lips and skin."""
_SUBPIXEL = 4
"""Binary digits of the fractions of a pixel that the outline is drawn with."""


def lips(first: FirstFace) -> NDArray[np.float32]:
    """Return (h, w) 0..1 over the first face's region: 1 on the lips and between them."""
    y0, _, x0, _ = first.roi
    outline = first.landmarks[list(OUTER_LIPS), :2] - np.array([x0, y0], np.float32)
    drawn = np.zeros(first.region.shape, np.uint8)
    corners = np.round(outline * 2**_SUBPIXEL).astype(np.int32)
    cv2.fillPoly(drawn, [corners], 1, shift=_SUBPIXEL)
    sigma = max(_EDGE * first.eye_distance, 0.5)
    return np.asarray(cv2.GaussianBlur(drawn.astype(np.float32), (0, 0), sigma), np.float32)
