"""Look for a face where a person says that there is one: in a box drawn by hand."""

from __future__ import annotations

import math
from collections.abc import Iterator

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.detector import Detection, FaceDetector
from faceswap_gui.faces.edits import Box
from faceswap_gui.faces.face import Face, bounding_box
from faceswap_gui.imaging import Photo

_AROUND = 0.35
"""Of the box's longer side: how much around it is looked at, too. Boxes are drawn tight."""
_THRESHOLD = 0.12
"""Far below what a search of a whole picture could use: the person has ruled the rest out."""
_OF_BOX = 0.9
"""A detector's box, from brows to chin, over one that a person draws around the face."""
_LEAST, _MOST = 0.35, 2.0
"""A face's size over that of the box drawn around it."""


@attrs.frozen(eq=False)
class Part:
    """The part of a photograph that is looked at."""

    photo: Photo
    origin: tuple[int, int]
    """x, y of its first pixel in the whole photograph."""
    inner: NDArray[np.float64]
    """x0, y0, x1, y1 of the person's box in the part."""


def cut_out(photo: Photo, box: Box) -> Part:
    """Return the box of the photograph with something around it."""
    drawn = np.array(box.pixels(photo.width, photo.height))
    around = _AROUND * max(drawn[2] - drawn[0], drawn[3] - drawn[1])
    limits = np.array([photo.width, photo.height] * 2)
    x0, y0 = np.clip(np.floor(drawn[:2] - around), 0, limits[:2] - 1).astype(int)
    x1, y1 = np.clip(np.ceil(drawn[2:] + around), [x0 + 1, y0 + 1], limits[2:]).astype(int)
    pixels = np.ascontiguousarray(photo.pixels[y0:y1, x0:x1])
    inner = drawn - np.array([x0, y0, x0, y0])
    return Part(attrs.evolve(photo, pixels=pixels), (int(x0), int(y0)), inner)


def candidates(
    detector: FaceDetector, image: NDArray[np.uint8], box: NDArray[np.float64]
) -> Iterator[Detection]:
    """Yield where the face may be, the likeliest first; at last the box itself, in four turns.

    Args:
        detector: looks at the image upright.
        image: (h, w, 3), the part that is looked at.
        box: x0, y0, x1, y1 of the person's box in it.
    """
    for shrink in (1.0, 0.5):
        found = detector.detect(image, shrink=shrink, threshold=_THRESHOLD)
        yield from sorted(found, key=lambda detection: -detection.score)
    for turns in (0, 1, 3, 2):
        yield of_box(box, turns)


def of_box(box: NDArray[np.float64], turns: int = 0) -> Detection:
    """Return what a detector would say of a box with a face in it, turned by quarters."""
    x0, y0, x1, y1 = (float(value) for value in box)
    size = _OF_BOX * max(x1 - x0, y1 - y0)
    return Detection(((x0 + x1) / 2, (y0 + y1) / 2), size, turns * math.pi / 2, 0.0)


def within(face: Face, box: NDArray[np.float64]) -> bool:
    """Whether the face's middle lies in the box, and the two are about equally large."""
    middle = face.landmarks[:, :2].mean(axis=0)
    inside = (box[:2] <= middle).all() and (middle <= box[2:]).all()
    drawn = max(box[2] - box[0], box[3] - box[1])
    return bool(inside and _LEAST * drawn < face.size < _MOST * drawn)


def put_back(face: Face, origin: tuple[int, int]) -> Face:
    """Return a face found in a part in the whole photograph's pixels."""
    landmarks = face.landmarks + np.array([*origin, 0], dtype=np.float32)
    return attrs.evolve(face, box=bounding_box(landmarks), landmarks=landmarks)
