"""Another network's opinion: is there a face where the refined mesh found one, or elsewhere?

The refined mesh was only ever shown faces, and lays one into a coin, a clock or the surroundings of
an eye without a doubt. `coarse_mesh` was taught apart from it and does not share its mistakes: of
what is a face it is sure, of what is none as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.coarse_mesh import coarse_mesh
from faceswap_gui.faces.crop import (
    crop_image,
    face_crop_matrix,
    inverse_similarity,
    similarity_scale,
    transform_points,
)
from faceswap_gui.faces.detector import Detection

CROP_SIZE = 192
DETECTION_MARGIN = 1.5
"""Side of the view over the box: what the mesh networks were trained on."""
_SIZES, _STEPS = (0.8, 1.0, 1.25), (-0.12, 0.0, 0.12)
"""How much larger a face may be than its detection says, and how far beside it, in its size."""
_LOOKS = 3
_BELIEVED = 0.5

Image = NDArray[np.uint8]
View = NDArray[np.float32]
"""(2, 3): from the picture's pixels to those of the crop that a network is shown."""


def belief(image: Image, landmarks: NDArray[np.float32]) -> float:
    """Return how sure the coarse mesh is, 0..1, that there is a face at landmarks (478, 3).

    Args:
        image: (H, W, 3), RGB.
        landmarks: in its pixels.
    """
    return _look(image, landmark_view(landmarks))[1]


def largest_believed(image: Image, detections: Sequence[Detection]) -> tuple[View, float] | None:
    """Return the view of the largest face near detections that the coarse mesh believes in.

    Full profiles are seen as faces from a few views only, and looking again leads away from them:
    so views all around each detection are tried. A part of a face is believed to be one too,
    hence the largest.

    Args:
        image: (H, W, 3), RGB, upright.
        detections: where something like a face is.

    Returns:
        The view and how sure the network is; None if it believes in none.
    """
    best, extent = None, 0.0
    for start in _starts(detections):
        landmarks, _ = _look(image, detection_view(start))
        for _ in range(_LOOKS):
            view = landmark_view(landmarks)
            landmarks, sure = _look(image, view)
            size = CROP_SIZE / similarity_scale(view)
            if sure >= _BELIEVED and size > extent:
                best, extent = (view, sure), size
    return best


def detection_view(detection: Detection) -> View:
    """Return the view of a detection, upright as its eyes say."""
    scale = CROP_SIZE / (DETECTION_MARGIN * detection.size)
    cosine, sine = np.cos(detection.roll), np.sin(detection.roll)
    linear = scale * np.array([[cosine, sine], [-sine, cosine]])
    offset = (CROP_SIZE - 1) / 2 - linear @ np.array(detection.centre)
    return np.column_stack([linear, offset]).astype(np.float32)


def landmark_view(landmarks: NDArray[np.float32]) -> View:
    """Return the view of a face whose landmarks (478, 3) are known."""
    return face_crop_matrix(landmarks, CROP_SIZE, DETECTION_MARGIN)


def _starts(detections: Sequence[Detection]) -> Iterator[Detection]:
    """Yield detections of other sizes and places; the eyes of a profile say nothing of its roll."""
    for detection in detections:
        for size, across, down in product(_SIZES, _STEPS, _STEPS):
            x, y = detection.centre
            centre = x + across * detection.size, y + down * detection.size
            yield attrs.evolve(detection, centre=centre, size=size * detection.size, roll=0.0)


def _look(image: Image, view: View) -> tuple[NDArray[np.float32], float]:
    """Return landmarks (468, 3) in the picture's pixels, and how sure the network is, 0..1."""
    points, sure = coarse_mesh()(crop_image(image, view, CROP_SIZE))
    return transform_points(inverse_similarity(view), points), sure
