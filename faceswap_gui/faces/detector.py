"""Find faces with BlazeFace's full-range model (MediaPipe, Apache-2.0)."""

from __future__ import annotations

import math

import attrs
import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.tflite import TfliteModel

_GRID = 48  # one anchor in the middle of each cell of a 48×48 grid
_SAME_FACE = 0.3  # boxes that overlap more than this are one face


@attrs.frozen(eq=False)
class Detection:
    """One detected face, in the picture's pixels."""

    centre: tuple[float, float]
    size: float
    """Side of the square box."""
    roll: float
    """Radians; the direction from the right to the left eye."""
    score: float

    @property
    def box(self) -> tuple[float, float, float, float]:
        """x0, y0, x1, y1."""
        (x, y), half = self.centre, self.size / 2
        return x - half, y - half, x + half, y + half


class FaceDetector:
    """BlazeFace, looking at a whole picture or a part of it at 192×192."""

    def __init__(self) -> None:
        self._model = TfliteModel("face_detection_full_range.tflite")

    def detect(
        self,
        image: NDArray[np.uint8],
        *,
        shrink: float = 1.0,
        threshold: float = 0.5,
    ) -> list[Detection]:
        """Return the faces in an (H, W, 3) RGB picture.

        Args:
            image: the upright picture.
            shrink: how much of the model's field the picture fills; below 1 finds faces that
                fill the picture or are cut off by its border.
            threshold: least score, 0..1.
        """
        side, height, width = self._model.size, *image.shape[:2]
        scale = shrink * side / max(height, width)
        offset = np.array([(side - scale * width) / 2, (side - scale * height) / 2])
        matrix = np.array([[scale, 0, offset[0]], [0, scale, offset[1]]])
        small = _shrunk(image, scale)
        matrix[:, :2] *= width / small.shape[1]
        field = cv2.warpAffine(small, matrix, (side, side), flags=cv2.INTER_LINEAR)
        regressors, logits = self._model(field.astype(np.float32) / 127.5 - 1)
        found = _decode(regressors, logits[:, 0], side, threshold)
        return _strongest([_to_picture(detection, scale, offset) for detection in found])


def _shrunk(image: NDArray[np.uint8], scale: float) -> NDArray[np.uint8]:
    """Average pixels first when shrinking more than two times, so that nothing aliases."""
    if scale >= 0.5:
        return image
    size = (max(1, round(image.shape[1] * scale * 2)), max(1, round(image.shape[0] * scale * 2)))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _decode(
    regressors: NDArray[np.float32], logits: NDArray[np.float32], side: int, threshold: float
) -> list[Detection]:
    """Turn the anchors' offsets into boxes in the model's own pixels."""
    scores = 1 / (1 + np.exp(-np.clip(logits, -80, 80)))
    cell = side / _GRID
    found = []
    for index in np.flatnonzero(scores >= threshold):
        anchor = np.array([index % _GRID + 0.5, index // _GRID + 0.5]) * cell
        x, y = anchor + regressors[index, :2]
        right_eye, left_eye = anchor + regressors[index, 4:8].reshape(2, 2)
        dx, dy = left_eye - right_eye
        found.append(
            Detection(
                (float(x), float(y)),
                float(max(regressors[index, 2:4])),
                math.atan2(float(dy), float(dx)),
                float(scores[index]),
            )
        )
    return found


def _to_picture(detection: Detection, scale: float, offset: NDArray[np.float64]) -> Detection:
    x, y = (np.array(detection.centre) - offset) / scale
    return attrs.evolve(detection, centre=(float(x), float(y)), size=detection.size / scale)


def _strongest(detections: list[Detection]) -> list[Detection]:
    """Keep the most certain of every group of overlapping boxes."""
    kept: list[Detection] = []
    for detection in sorted(detections, key=lambda d: -d.score):
        if all(overlap(detection.box, other.box) < _SAME_FACE for other in kept):
            kept.append(detection)
    return kept


def overlap(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    """Return the intersection over the union of two boxes."""
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    both = width * height
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both
    return both / union
