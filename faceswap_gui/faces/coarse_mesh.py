"""The plain face mesh: 468 points of the face in a crop, found by LiteRT in a millisecond or two.

It is an older and coarser network than `attention_mesh` and taught apart from it. That is its use:
what both read in a picture is there, and what only one of them reads is that one's own error.
"""

from __future__ import annotations

from functools import cache
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.mirrored import MirroredToo
from faceswap_gui.faces.tflite import TfliteModel
from faceswap_gui.faces.topology import MESH_POINTS


class CoarseMesh:
    """Finds the 468 points of one face in a crop of it; from any thread.

    Raises:
        WeightsError: the model's file is missing or damaged.
    """

    def __init__(self) -> None:
        self._model = TfliteModel("face_landmark.tflite")
        self._lock = Lock()

    @property
    def size(self) -> int:
        """Side of the crop in pixels."""
        return self._model.size

    def __call__(self, crop: NDArray[np.uint8]) -> tuple[NDArray[np.float32], float]:
        """Return (468, 3) landmarks in crop pixels and a confidence, 0..1.

        Args:
            crop: (192, 192, 3), RGB, the face upright and in the middle.
        """
        with self._lock:  # picture in and points out are three calls of one interpreter
            outputs = self._model(np.asarray(crop / 255, np.float32))
        flat = {output.size: output for output in outputs}
        points = flat[3 * MESH_POINTS].reshape(MESH_POINTS, 3)
        points[:, :2] -= 0.5  # the network counts from the corner of the first pixel
        return points, float(1 / (1 + np.exp(-flat[1].item())))


@cache
def coarse_mesh() -> MirroredToo:
    """Return the network, loaded once, which looks at every face both ways round.

    Raises:
        WeightsError: the model's file is missing or damaged.
    """
    return MirroredToo(CoarseMesh())
