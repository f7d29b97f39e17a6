"""How well the source photograph shows each place of its face."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.reenactment.geometry import vertex_normals

_UNSEEN, _SEEN = 0.12, 0.40
"""Cosines of the angle between surface and camera: below the first a texel is a smear, above the
second it is as good as any (about 83° and 66°)."""


def vertex_confidence(landmarks: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (468,) 0..1: how far the surface at each vertex faces the camera.

    Args:
        landmarks: (478, 3) of the face in its own photograph.
    """
    facing = vertex_normals(landmarks)[:, 2]
    return smoothstep(facing, _UNSEEN, _SEEN)


def smoothstep(
    values: NDArray[np.floating[Any]] | float, low: float, high: float
) -> NDArray[np.float32]:
    """Return 0 up to `low`, 1 from `high`, and 3t² − 2t³ in between."""
    t = np.clip((values - low) / max(high - low, 1e-9), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), dtype=np.float32)
