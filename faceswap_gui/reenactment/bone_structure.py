"""The reenacted landmarks: the source's bone structure in the target's pose."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.topology import OVAL, canonical_vertices, procrustes_weights
from faceswap_gui.reenactment.visibility import smoothstep

_FADE = 0.5
"""Over this share of the head's half width the source's shape fades into the target's outline."""


def reenacted_landmarks(
    source: NDArray[np.float32], target: NDArray[np.float32], *, face_shape: float
) -> NDArray[np.float32]:
    """Return (478, 3) landmarks of the reenacted face in the target photograph's pixels.

    The source's mesh is laid rigidly onto the target's (weighted Procrustes in three dimensions)
    and blended with it; at the oval the target's outline stays, so that the head's silhouette
    does not change.

    Args:
        source: (478, 3) in the source photograph.
        target: (478, 3) in the target photograph.
        face_shape: 0 gives the target's landmarks, 1 the source's own shape.
    """
    aligned = rigidly_aligned(source, target)
    return np.asarray(target + face_shape * _inner_weight() * (aligned - target), np.float32)


def rigidly_aligned(
    source: NDArray[np.float32], target: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return the source's (478, 3) landmarks turned, scaled and moved onto the target's.

    Weighted least squares over the vertices that expressions hardly move; Umeyama,
    "Least-squares estimation of transformation parameters between two point patterns", 1991.
    """
    weights = procrustes_weights().astype(np.float64)
    weights = weights / weights.sum()
    a, b = (points[: len(weights)].astype(np.float64) for points in (source, target))
    mean_a, mean_b = weights @ a, weights @ b
    a, b = a - mean_a, b - mean_b
    u, singular, vt = np.linalg.svd((weights[:, None] * b).T @ a)
    flip = np.array([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])
    rotation = (u * flip) @ vt
    scale = (singular * flip).sum() / (weights[:, None] * a * a).sum()
    return np.asarray(scale * (source - mean_a) @ rotation.T + mean_b, dtype=np.float32)


@cache
def _inner_weight() -> NDArray[np.float32]:
    """Return (478, 1): 0 on the oval, rising to 1 towards the middle of the face; irises 1."""
    vertices = canonical_vertices()
    to_oval = np.linalg.norm(vertices[:, None] - vertices[list(OVAL)][None], axis=2).min(axis=1)
    inner = smoothstep(to_oval, 0.0, _FADE * float(vertices[:, 0].max()))
    return np.concatenate([inner, np.ones(10, np.float32)])[:, None].astype(np.float32)
