"""Landmarks that do not depend on which way round a picture is.

The networks that find them were trained on both sides of a face, but not to the last pixel: a face
and its mirror image differ by about a hundredth of the eye distance. Finding both and taking the
middle removes that, and some of the noise with it.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.landmarker import Landmarker
from faceswap_gui.faces.topology import mirrored_vertices

_IRISES = (473, 476, 475, 474, 477, 468, 471, 470, 469, 472)
"""The iris landmarks of the other eye for 468 … 477; an iris's edge is counted one way round."""


class MirroredToo:
    """A landmarker that also looks at the mirrored crop and returns the mean of both."""

    def __init__(self, landmarker: Landmarker) -> None:
        self._landmarker = landmarker

    def __call__(self, crop: NDArray[np.uint8]) -> tuple[NDArray[np.float32], float]:
        """Return (478, 3) landmarks in crop pixels and the lesser of both confidences.

        What looks like a face one way round only is none. A network without irises gives (468, 3).
        """
        points, presence = self._landmarker(crop)
        mirrored, mirrored_presence = self._landmarker(np.ascontiguousarray(crop[:, ::-1]))
        back = mirrored[mirrored_landmarks()[: len(mirrored)]]
        back[:, 0] = crop.shape[1] - 1 - back[:, 0]
        middle = np.asarray((points + back) / 2, np.float32)
        return middle, min(presence, mirrored_presence)


@cache
def mirrored_landmarks() -> NDArray[np.int64]:
    """Return (478,) for each landmark the one at the same place on the face's other side."""
    return np.concatenate([mirrored_vertices(), np.array(_IRISES, np.int64)])
