"""The head's own frame, in which faces of all photographs can be compared.

It is that of MediaPipe's canonical head, but with x to the right of the picture, y down, z away
from the camera, and the canonical outer eye corners 1 apart.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.topology import (
    LEFT_EYE_OUTER,
    MESH_POINTS,
    RIGHT_EYE_OUTER,
    canonical_vertices,
)
from faceswap_gui.reenactment.similarity import Array, Similarity, laid_onto


@cache
def canonical_head() -> Array:
    """Return MediaPipe's canonical head (468, 3) in the head's own frame."""
    vertices = canonical_vertices().astype(np.float64) * [1, -1, -1]
    across = vertices[LEFT_EYE_OUTER] - vertices[RIGHT_EYE_OUTER]
    return np.asarray(vertices / np.linalg.norm(across), np.float64)


def in_own_frame(landmarks: NDArray[Any]) -> tuple[Array, Similarity]:
    """Return a face's mesh (468, 3) in the head's own frame, and its pose in the photograph."""
    pose = laid_onto(canonical_head(), landmarks)
    return pose.inverse().points(landmarks[:MESH_POINTS]), pose
