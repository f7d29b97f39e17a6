"""The dense face mesh and the irises, from MediaPipe's models (Apache-2.0)."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.crop import inverse_similarity, transform_points
from faceswap_gui.faces.tflite import TfliteModel
from faceswap_gui.faces.topology import (
    LEFT_EYE_INNER,
    LEFT_EYE_OUTER,
    MESH_POINTS,
    RIGHT_EYE_INNER,
    RIGHT_EYE_OUTER,
)

SIZE = 192
"""Side of the square crop that a landmarker looks at."""
_EYE_FIELD = 2.3  # side of the iris model's view in widths of the eye


class MeshLandmarker:
    """468 points of the mesh and 10 of the irises from an upright crop of a face."""

    def __init__(self) -> None:
        self._mesh = TfliteModel("face_landmark.tflite")
        self._iris = TfliteModel("iris_landmark.tflite")

    def __call__(self, crop: NDArray[np.uint8]) -> tuple[NDArray[np.float32], float]:
        """Return (478, 3) landmarks in crop pixels and the confidence, 0..1, that it is a face.

        Args:
            crop: (192, 192, 3) RGB, the head upright and filling two thirds of it.
        """
        mesh, logit = self._mesh(crop.astype(np.float32) / 255)
        points = mesh.reshape(MESH_POINTS, 3)
        presence = 1 / (1 + np.exp(-float(np.clip(logit.ravel()[0], -80, 80))))
        right = self._iris_points(crop, points[[RIGHT_EYE_OUTER, RIGHT_EYE_INNER]], mirrored=True)
        left = self._iris_points(crop, points[[LEFT_EYE_INNER, LEFT_EYE_OUTER]], mirrored=False)
        return np.concatenate([points, right, left]).astype(np.float32), presence

    def _iris_points(
        self, crop: NDArray[np.uint8], corners: NDArray[np.float32], *, mirrored: bool
    ) -> NDArray[np.float32]:
        """Return (5, 3) points of one iris; the model knows left eyes, so a right one is mirrored."""
        side = self._iris.size
        scale = side / (_EYE_FIELD * max(float(np.linalg.norm(corners[1] - corners[0])), 1.0))
        centre = corners[:, :2].mean(axis=0)
        matrix = np.column_stack([scale * np.eye(2), (side - 1) / 2 - scale * centre])
        eye = cv2.warpAffine(
            crop, matrix, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        _, iris = self._iris((eye[:, ::-1] if mirrored else eye).astype(np.float32) / 255)
        points = iris.reshape(5, 3)[:, :2]
        if mirrored:
            points = np.column_stack([side - 1 - points[:, 0], points[:, 1]])
        placed = transform_points(inverse_similarity(matrix.astype(np.float32)), points)
        depth = np.full((5, 1), corners[:, 2].mean())
        return np.concatenate([placed, depth], axis=1).astype(np.float32)
