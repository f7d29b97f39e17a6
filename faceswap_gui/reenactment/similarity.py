"""The rigid motion with scale that lays one face's points onto another's."""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.topology import MESH_POINTS, procrustes_weights

Array = NDArray[np.float64]


@attrs.frozen(eq=False)
class Similarity:
    """``scale · rotation · point + translation`` in three dimensions."""

    scale: float
    rotation: Array
    """(3, 3)."""
    translation: Array
    """(3,), in the unit of the points that it leads to."""

    def points(self, points: NDArray[Any]) -> Array:
        """Return points (N, 3) moved."""
        return np.asarray(self.scale * points @ self.rotation.T + self.translation, np.float64)

    def offsets(self, offsets: NDArray[Any]) -> Array:
        """Return differences of points (N, 3) turned and scaled, but not moved."""
        return np.asarray(self.scale * offsets @ self.rotation.T, np.float64)

    def inverse(self) -> Similarity:
        """Return the similarity that undoes this one."""
        back = self.rotation.T / self.scale
        return Similarity(1 / self.scale, self.rotation.T, -back @ self.translation)


def rotation_by(vector: Array) -> Array:
    """Return the rotation (3, 3) by |vector| radians about a vector (3,) (Rodrigues)."""
    angle = float(np.linalg.norm(vector))
    x, y, z = vector / max(angle, 1e-12)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    turned = np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross
    return np.asarray(turned, np.float64)


def rotation_vector(rotation: Array) -> Array:
    """Return the vector (3,) that `rotation_by` turns into this rotation (3, 3), below 180°."""
    twice_sine = np.array(
        [
            rotation[2, 1] - rotation[1, 2],
            rotation[0, 2] - rotation[2, 0],
            rotation[1, 0] - rotation[0, 1],
        ]
    )
    sine = float(np.linalg.norm(twice_sine)) / 2
    angle = np.arctan2(sine, (np.trace(rotation) - 1) / 2)
    return np.asarray(twice_sine * (angle / max(2 * sine, 1e-12)), np.float64)


def laid_onto(source: NDArray[Any], target: NDArray[Any]) -> Similarity:
    """Return the similarity that brings `source` nearest to `target`, both (468+, 3).

    Weighted least squares over the mesh's vertices that expressions hardly move; Umeyama,
    "Least-squares estimation of transformation parameters between two point patterns", 1991.
    """
    weights = procrustes_weights().astype(np.float64)
    weights = weights / weights.sum()
    a, b = (np.asarray(points[:MESH_POINTS], np.float64) for points in (source, target))
    mean_a, mean_b = weights @ a, weights @ b
    a, b = a - mean_a, b - mean_b
    u, singular, vt = np.linalg.svd((weights[:, None] * b).T @ a)
    flip = np.array([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])
    rotation = (u * flip) @ vt
    scale = float((singular * flip).sum() / (weights[:, None] * a * a).sum())
    return Similarity(scale, rotation, mean_b - scale * rotation @ mean_a)
