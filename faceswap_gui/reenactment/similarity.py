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

    def tilted_less(self, share: float, at_most: float, centre: NDArray[Any]) -> Similarity:
        """Return this similarity with its turn out of the picture's plane made smaller.

        Args:
            share: of the turn's angle that is taken away.
            at_most: degrees that are taken away.
            centre: (3,), the point before the motion whose place after it stays.
        """
        across = self.rotation[1, 0] - self.rotation[0, 1]
        roll = _about(
            np.array([0.0, 0.0, 1.0]), np.arctan2(across, np.trace(self.rotation[:2, :2]))
        )
        tilt = self.rotation @ roll.T
        axis = np.array([tilt[2, 1] - tilt[1, 2], tilt[0, 2] - tilt[2, 0], tilt[1, 0] - tilt[0, 1]])
        sine = float(np.linalg.norm(axis)) / 2
        if sine < 1e-9:
            return self
        angle = np.arctan2(sine, (np.trace(tilt) - 1) / 2)
        less = angle - min(share * angle, np.radians(at_most))
        rotation = _about(axis / (2 * sine), less) @ roll
        kept = self.points(centre) - self.scale * rotation @ centre
        return Similarity(self.scale, rotation, kept)


def _about(axis: Array, angle: float) -> Array:
    """Return the rotation (3, 3) by `angle` in radians about a unit axis (3,) (Rodrigues)."""
    x, y, z = axis
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    turned = np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross
    return np.asarray(turned, np.float64)


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
