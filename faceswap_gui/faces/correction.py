"""Move landmarks by hand: a point takes its neighbourhood along, smoothly.

A moved point spreads over the mesh with Gaussian weights. Distances run along the mesh with eyes
and mouth open, so that the upper lip never drags the lower one though they touch.
"""

from __future__ import annotations

from functools import cache

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.edits import Moves
from faceswap_gui.faces.face import Face, bounding_box, eye_distance
from faceswap_gui.faces.topology import (
    INNER_LIPS,
    LEFT_EYE,
    LEFT_EYE_OUTER,
    LEFT_IRIS,
    MESH_POINTS,
    RIGHT_EYE,
    RIGHT_EYE_OUTER,
    RIGHT_IRIS,
    canonical_vertices,
    triangles,
    triangles_within,
)

REACH = 0.11
"""σ of the Gaussian, in eye distances: a moved corner of the mouth bends the cheek, not the jaw."""
_CALM = 1e-3
"""Keeps points that lie close together and are pulled apart from bending all around them."""


def corrected(face: Face, moves: Moves) -> Face:
    """Return the face with its landmarks moved; the same object if there are no moves."""
    if not moves:
        return face
    landmarks = moved_landmarks(face.landmarks, moves)
    return attrs.evolve(face, landmarks=landmarks, box=bounding_box(landmarks))


def moved_landmarks(landmarks: NDArray[np.float32], moves: Moves) -> NDArray[np.float32]:
    """Return (478, 3) landmarks with each moved point where it was put and the rest in between.

    Depth stays. An iris follows its eye, unless it was moved itself.

    Args:
        landmarks: (478, 3) as found, in pixels.
        moves: in eye distances of these landmarks.
    """
    shifts = np.zeros((len(landmarks), 2))
    mesh = [move for move in moves if move.landmark < MESH_POINTS]
    if mesh:
        shifts[:MESH_POINTS] = _spread(
            [move.landmark for move in mesh], np.array([(move.dx, move.dy) for move in mesh])
        )
    for iris, eye in ((RIGHT_IRIS, RIGHT_EYE), (LEFT_IRIS, LEFT_EYE)):
        shifts[iris] = shifts[list(eye)].mean(axis=0)
        for move in moves:
            if iris.start <= move.landmark < iris.stop:
                shifts[iris] = move.dx, move.dy
    result = landmarks.copy()
    result[:, :2] += (shifts * eye_distance(landmarks)).astype(np.float32)
    return result


def _spread(points: list[int], shifts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (468, 2) shifts of the whole mesh that are `shifts` (N, 2) at the N points."""
    weights = np.exp(-0.5 * (distances_on_mesh()[:, points] / REACH) ** 2)
    among = weights[points] + _CALM * np.eye(len(points))
    return np.asarray(weights @ np.linalg.solve(among, shifts), np.float64)


@cache
def distances_on_mesh() -> NDArray[np.float64]:
    """Return (468, 468) the ways along the canonical mesh's edges, in eye distances."""
    vertices = canonical_vertices().astype(np.float64)
    vertices /= np.linalg.norm(vertices[LEFT_EYE_OUTER] - vertices[RIGHT_EYE_OUTER])
    start, end = _edges().T
    ways = np.full((MESH_POINTS, MESH_POINTS), np.inf)
    np.fill_diagonal(ways, 0.0)
    ways[start, end] = ways[end, start] = np.linalg.norm(vertices[start] - vertices[end], axis=1)
    for between in range(MESH_POINTS):  # Floyd and Warshall: a tenth of a second, without scipy
        np.minimum(ways, ways[:, between, None] + ways[between], out=ways)
    return ways


def _edges() -> NDArray[np.int64]:
    """Return (N, 2) the mesh's edges, each once, without those that close eyes and mouth."""
    closing = sum(triangles_within(ring) for ring in (RIGHT_EYE, LEFT_EYE, INNER_LIPS)) > 0
    corners = triangles()[~closing].astype(np.int64)
    edges = np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [2, 0]]])
    return np.asarray(np.unique(np.sort(edges, axis=1), axis=0), np.int64)
