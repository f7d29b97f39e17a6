"""Measures of where a face's points are: landmarks, expression and pose.

Landmarks are (≥ 468, 3) float32: x right, y down, z in the same unit and smaller nearer, in pixels.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.evaluation.arrays import FloatArray
from faceswap_gui.evaluation.window import outer_eye_distance
from faceswap_gui.faces.topology import MESH_POINTS, canonical_vertices, procrustes_weights

EXPRESSION_DISTANCES = (
    (61, 291),  # the mouth's width
    (13, 14),  # how far the lips are open
    (159, 145),  # the lids of the one eye
    (386, 374),  # and of the other
    (105, 159),  # the brows above them
    (334, 386),
    (2, 0),  # nose to upper lip
    (1, 17),  # nose to lower lip
    (61, 1),  # the mouth's corners to the nose
    (291, 1),
)
"""Pairs of mesh points whose distances tell an expression."""


def landmark_error(result: FloatArray, target: FloatArray) -> float:
    """Return the mean distance of the mesh's points to the target's, in % of its eye distance."""
    offsets = result[:MESH_POINTS, :2] - target[:MESH_POINTS, :2]
    return 100 * float(np.linalg.norm(offsets, axis=1).mean()) / outer_eye_distance(target)


def expression(landmarks: FloatArray) -> FloatArray:
    """Return the ten distances of `EXPRESSION_DISTANCES`, in % of the outer-eye distance."""
    first, second = np.asarray(EXPRESSION_DISTANCES).T
    lengths = np.linalg.norm(landmarks[first, :2] - landmarks[second, :2], axis=1)
    return np.asarray(100 * lengths / outer_eye_distance(landmarks), np.float32)


def expression_error(
    result: FloatArray, source: FloatArray, target: FloatArray, target_neutral: FloatArray
) -> float:
    """Return how far the result is from the source's person with the target's expression.

    The right answer is *source neutral + (target − the target's person neutral)*, distance by
    distance; the error is the mean over the ten, in % of the outer-eye distance.
    """
    change = expression(target) - expression(target_neutral)
    return float(np.abs(expression(result) - expression(source) - change).mean())


def pose_error(result: FloatArray, target: FloatArray) -> float:
    """Return the angle in degrees of the one rotation between the two heads' poses."""
    between = head_rotation(result) @ head_rotation(target).T
    return float(np.degrees(np.arccos(np.clip((np.trace(between) - 1) / 2, -1, 1))))


def head_rotation(landmarks: FloatArray) -> FloatArray:
    """Return the rotation (3, 3) that turns the canonical head into the landmarks' pose.

    Weighted Procrustes over the points that expressions hardly move.
    """
    weights = procrustes_weights()[:, None].astype(np.float64)
    model = _centred(canonical_vertices() * [1, -1, -1], weights)  # y down, z away, as landmarks
    seen = _centred(landmarks[:MESH_POINTS, :3], weights)
    left, _, right = np.linalg.svd((seen * weights).T @ model)
    proper = np.diag([1.0, 1.0, np.sign(np.linalg.det(left @ right))])
    return np.asarray(left @ proper @ right, np.float32)


def _centred(points: NDArray[Any], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    moved: NDArray[np.float64] = points - (points * weights).sum(axis=0) / weights.sum()
    return moved
