"""The face mesh that every room shares: 468 vertices, their triangles and the canonical head.

The numbering and the canonical head are those of MediaPipe's face geometry module (Apache-2.0);
``tools/extract_canonical_head.py`` writes them to ``resources/canonical_head.npz``. The mesh is
closed at eyes and lips; only the oval is a border.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.assets import resource

MESH_POINTS = 468
"""Vertices of the mesh; landmarks 468..477 are the irises."""
RIGHT_IRIS, LEFT_IRIS = slice(468, 473), slice(473, 478)
RIGHT_EYE_OUTER, RIGHT_EYE_INNER, LEFT_EYE_INNER, LEFT_EYE_OUTER = 33, 133, 362, 263
CHIN, FOREHEAD, NOSE_TIP = 152, 10, 1

# fmt: off
OVAL = (
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152,
    148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
)
RIGHT_EYE = (33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246)
LEFT_EYE = (263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466)
INNER_LIPS = (
    78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191,
)
OUTER_LIPS = (
    61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185,
)
RIGHT_LIDS = (
    247, 30, 29, 27, 28, 56, 190, 243, 112, 26, 22, 23, 24, 110, 25, 130, 226, 113, 225, 224, 223,
    222, 221, 189, 244,
)
RIGHT_BROW = (70, 63, 105, 66, 107, 55, 65, 52, 53, 46)
# fmt: on


@cache
def _canonical_head() -> dict[str, NDArray[Any]]:
    with np.load(resource("canonical_head.npz")) as arrays:
        return {name: arrays[name] for name in arrays.files}


def canonical_vertices() -> NDArray[np.float32]:
    """Return the canonical head, (468, 3) in centimetres: x to its left, y up, z to the front."""
    return np.asarray(_canonical_head()["vertices"], dtype=np.float32)


def procrustes_weights() -> NDArray[np.float32]:
    """Return (468,) weights of the vertices that expressions hardly move, for fitting a pose."""
    return np.asarray(_canonical_head()["procrustes_weights"], dtype=np.float32)


def triangles() -> NDArray[np.int32]:
    """Return (898, 3) vertex indices of the closed mesh, wound alike."""
    return np.asarray(_canonical_head()["triangles"], dtype=np.int32)


def triangles_within(ring: tuple[int, ...]) -> NDArray[np.bool_]:
    """Return (898,) True for the triangles that close an opening: all three corners on `ring`."""
    return np.asarray(np.isin(triangles(), ring).all(axis=1))


@cache
def canonical_coordinates() -> NDArray[np.float32]:
    """Return the canonical head scaled into the unit cube, (468, 3) in 0..1.

    These are the face coordinates (PNCC): the same colour marks the same place on every face.
    Zhu et al., "Face Alignment Across Large Poses: A 3D Solution", CVPR 2016, §3.2.
    """
    vertices = canonical_vertices()
    low, high = vertices.min(axis=0), vertices.max(axis=0)
    return np.asarray((vertices - low) / (high - low), dtype=np.float32)


@cache
def mirrored_vertices() -> NDArray[np.int64]:
    """Return (468,) for each vertex the one at the same place on the face's other side."""
    vertices = canonical_vertices()
    flipped = vertices * np.array([-1, 1, 1], dtype=np.float32)
    distance = np.linalg.norm(flipped[:, None] - vertices[None], axis=2)
    return np.asarray(distance.argmin(axis=1), dtype=np.int64)


@cache
def skin_weight() -> NDArray[np.float32]:
    """Return (468,) 1 where the face is plain skin, 0 at brows, eyes with their lids, and lips.

    What light does is read on skin; a dark brow is no shadow.
    """
    right = [*RIGHT_LIDS, *RIGHT_BROW]
    weight = np.ones(MESH_POINTS, dtype=np.float32)
    weight[[*right, *mirrored_vertices()[right]]] = 0
    weight[[*RIGHT_EYE, *LEFT_EYE, *INNER_LIPS, *OUTER_LIPS]] = 0
    return weight
