"""The recogniser that identity is measured with: dlib's 128-D face descriptor.

It is used for measuring only, never for making a picture, and comes with the ``evaluation`` extra.
The weights lie in the package ``face-recognition-models`` (CC0), whose own code is not imported:
it needs a part of setuptools that no longer exists.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from faceswap_gui.errors import WeightsError
from faceswap_gui.evaluation.arrays import FloatArray, Picture, as_bytes
from faceswap_gui.faces.crop import face_crop_matrix

_CROP = 256
_HEAD = (0.19, 0.22, 0.81, 0.84)
"""Where dlib's own detector would draw its box in our crop: left, top, right, bottom, of 1."""

_REMEDY = "install the measuring tools: pip install 'faceswap-gui[evaluation]'"


class Recogniser:
    """dlib's shape predictor and descriptor network.

    The face is found by the caller; five points are found anew by dlib inside it, so that a small
    error of our landmarks does not tilt the measure.

    Raises:
        WeightsError: dlib or the weights are not installed.
    """

    def __init__(self) -> None:
        self._dlib = _dlib()
        self._predictor = self._dlib.shape_predictor(str(_model("shape_predictor_5_face")))
        self._network = self._dlib.face_recognition_model_v1(str(_model("face_recognition_resnet")))

    def describe(self, picture: Picture, landmarks: FloatArray) -> FloatArray:
        """Return the descriptor (128,) of the face with these landmarks in an RGB picture.

        Two photographs of one person are about 0.25 apart (Euclidean), two people 0.7.
        """
        matrix = face_crop_matrix(landmarks, _CROP)
        crop = cv2.warpAffine(as_bytes(picture[..., :3]), matrix, (_CROP, _CROP))
        box = self._dlib.rectangle(*(round(side * _CROP) for side in _HEAD))
        points = self._predictor(crop, box)
        return np.asarray(self._network.compute_face_descriptor(crop, points), np.float32)


def identity_distance(first: FloatArray, second: FloatArray) -> float:
    """Return the Euclidean distance of two descriptors."""
    return float(np.linalg.norm(first - second))


def source_is_first(result: FloatArray, source: FloatArray, others: FloatArray) -> bool:
    """Return whether `result` is nearer to the source than to each of the others (K, 128)."""
    nearest = np.linalg.norm(others - result, axis=1).min(initial=np.inf)
    return identity_distance(result, source) < float(nearest)


def _dlib() -> Any:
    if find_spec("dlib") is None:
        raise WeightsError(f"dlib is not installed; {_REMEDY}")
    return import_module("dlib")


def _model(name: str) -> Path:
    package = find_spec("face_recognition_models")
    folders = package.submodule_search_locations if package else None
    for folder in folders or ():
        for path in (Path(folder) / "models").glob(f"*{name}*.dat"):
            return path
    raise WeightsError(f"the weights {name} of face-recognition-models are missing; {_REMEDY}")
