"""Where the source's face lies in the target photograph: its landmarks there, and their normals."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.topology import MESH_POINTS, canonical_vertices, triangles


def vertex_normals(landmarks: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return unit normals (468, 3) of a mesh in photo pixels, towards the outside of the head.

    Axes: x to the right, y up, z towards the camera, so (0, 0, 1) faces the camera.
    """
    vertices = landmarks[:MESH_POINTS] * np.array([1, -1, -1], dtype=np.float32)
    faces = triangles()
    a, b, c = (vertices[faces[:, corner]] for corner in range(3))
    normals = np.zeros_like(vertices)
    of_triangles = np.cross(b - a, c - a)  # as long as twice the area: large triangles count more
    for corner in range(3):
        np.add.at(normals, faces[:, corner], of_triangles)
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    return np.asarray(normals / np.maximum(length, 1e-9), dtype=np.float32)


@cache
def mirrored_vertices() -> NDArray[np.int64]:
    """Return (468,) for each vertex the one at the same place on the face's other side."""
    vertices = canonical_vertices()
    flipped = vertices * np.array([-1, 1, 1], dtype=np.float32)
    distance = np.linalg.norm(flipped[:, None] - vertices[None], axis=2)
    return np.asarray(distance.argmin(axis=1), dtype=np.int64)
