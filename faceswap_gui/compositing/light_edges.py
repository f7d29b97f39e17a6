"""The edges of the target's light: what a smooth change of appearance cannot carry.

The networks' change is read smoothly (`transfer.SMOOTHING`), so a shadow cast by a window's slats
would arrive as a haze. The relighter's gain knows the edges. Only what the smooth reading leaves
of it is taken, and only where it is strong: a cast shadow takes half of the light away or more,
while the faint rest is where the target's own features hide, their modelling above all.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.compositing.transfer import SMOOTHING, local_mean

FAINT = 0.08
"""Log-gain up to which an edge counts as none; from twice of it on it counts in full."""
_AROUND = 0.012
"""σ in sides of the crop over which an edge's strength is told: a few pixels, not one."""


_FILLING = 0.02
"""σ in sides of the crop over which brows, eyes and lips take the edges of the skin beside them."""


def light_edges(
    gain: NDArray[np.float32], region: NDArray[np.float32], skin: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return the part (S, S, 3) of a log-gain that is added to the smooth log-ratio.

    Like the smooth change it is read on skin: what it says of an eye is half the target's eye.

    Args:
        gain: (S, S, 3) log-gain of the target's light on the source.
        region: (S, S, 1) 0..1, where the gain is meaningful.
        skin: (S, S, 1) 0..1, 0 at brows, eyes and lips and outside the face.
    """
    size = gain.shape[0]
    fine = gain - local_mean(gain, region, SMOOTHING * size)
    strength = np.abs(fine).mean(axis=2, keepdims=True) * region
    strength = cv2.GaussianBlur(strength, (0, 0), _AROUND * size)[..., None]
    trust = np.clip(strength / FAINT - 1.0, 0.0, 1.0)
    edges = np.asarray(trust * fine, np.float32)
    beside = local_mean(edges, skin, _FILLING * size)
    return np.asarray(_inwards(region) * (beside + skin * (edges - beside)), np.float32)


def _inwards(region: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the region drawn in by a pixel and softened, so that no edge starts at its rim."""
    within = cv2.erode(region, np.ones((3, 3), np.uint8))
    return np.asarray(cv2.GaussianBlur(within, (0, 0), 1.0)[..., None], np.float32)
