"""The soft mask with which the face is laid over the target."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.reenactment import FirstFace, smoothstep


def soft_mask(first: FirstFace, *, feather: float, erosion: float) -> NDArray[np.float32]:
    """Return (h, w) 0..1: 1 well inside the face, 0 from its edge outwards.

    Args:
        first: the first face image; its `inside` is the distance to the edge.
        feather: width of the fade in eye distances.
        erosion: how far the edge is drawn inwards, in eye distances.
    """
    start = erosion * first.eye_distance
    width = max(feather * first.eye_distance, 1.0)
    return smoothstep(first.inside, start, start + width) * first.visible
