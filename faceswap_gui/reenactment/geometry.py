"""Which way the surface of a face's mesh looks at every vertex."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.topology import MESH_POINTS, triangles


def vertex_normals(landmarks: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return unit normals (468, 3) of a mesh in photo pixels, towards the outside of the head.

    Axes: x to the right, y down, z towards the camera, so (0, 0, 1) faces the camera.
    """
    vertices = landmarks[:MESH_POINTS] * np.array([1, 1, -1], dtype=np.float32)
    corners = vertices[triangles()]
    # Twice as long as the triangle's area, so that large triangles count more. The triangles are
    # wound to the outside where y goes up; with y down the cross product is turned around.
    of_triangles = np.cross(corners[:, 2] - corners[:, 0], corners[:, 1] - corners[:, 0])
    normals = np.zeros_like(vertices)
    for corner in range(3):
        np.add.at(normals, triangles()[:, corner], of_triangles)
    return unit(normals)


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (…, 3) vectors scaled to length 1; zero stays zero."""
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(length, 1e-9), dtype=np.float32)
