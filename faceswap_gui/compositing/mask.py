"""The soft mask with which the face is laid over the target."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.reenactment import FirstFace, smoothstep

_MOSTLY_SHOWN = 0.5
"""Share of a pixel from which, if the source shows it, it is the face's. What it shows less of the
target lends; its own pixels are there already, in their own light: a stand-in that has gone through
the networks and the matches has been changed there and back, which leaves blue teeth and brows."""


def soft_mask(first: FirstFace, *, feather: float, erosion: float) -> NDArray[np.float32]:
    """Return (h, w) 0..1: 1 well inside the face, 0 from its edge outwards.

    It is 0 as well where something is in front of the target's face.

    Args:
        first: the first face image; its `inside` is the distance to the edge.
        feather: width of the fade in eye distances.
        erosion: how far the edge is drawn inwards, in eye distances.
    """
    start = erosion * first.eye_distance
    width = max(feather * first.eye_distance, 1.0)
    return smoothstep(first.inside, start, start + width) * first.visible


def only_shown(mask: NDArray[np.float32], first: FirstFace) -> NDArray[np.float32]:
    """Return the mask (h, w) 0..1 without what the source shows nothing of, such as its teeth.

    What a person has painted makes no difference to this: there is no more of the face to be shown.
    """
    return np.asarray(mask * np.minimum(first.shown / _MOSTLY_SHOWN, 1), np.float32)
