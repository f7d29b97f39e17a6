"""A face and its mirror image are the same face."""

import numpy as np
import pytest

from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.face import Face
from faceswap_gui.faces.mirrored import MirroredToo, mirrored_landmarks
from faceswap_gui.faces.topology import LEFT_IRIS, RIGHT_IRIS
from faceswap_gui.imaging import Photo, photo_from_array


def mirror(landmarks: np.ndarray, width: int) -> np.ndarray:
    back = landmarks[mirrored_landmarks()]
    back[:, 0] = width - 1 - back[:, 0]
    return np.asarray(back)


def lopsided(crop: np.ndarray) -> tuple[np.ndarray, float]:
    """Find a face's points, all of them a little too far to the right of the picture."""
    points = np.tile(np.float32([[crop[..., 0].argmax() % 192 + 5, 96, 0]]), (478, 1))
    return points, 1.0


def test_an_error_to_one_side_is_gone() -> None:
    crop = np.zeros((192, 192, 3), np.uint8)
    crop[96, 70] = 255
    points, _ = MirroredToo(lopsided)(crop)
    assert points == pytest.approx(np.tile([[70, 96, 0]], (478, 1)))


def test_right_and_left_change_places_in_the_mirror(source_face: Face) -> None:
    twice = mirrored_landmarks()[mirrored_landmarks()]
    assert (twice == np.arange(478)).all()
    assert set(mirrored_landmarks()[RIGHT_IRIS]) == set(range(478)[LEFT_IRIS])
    irises = source_face.landmarks[468:, :2]
    there = mirror(source_face.landmarks, 1000)[468:, :2]
    # The point of an iris's edge that lay furthest to the right lies furthest to the right again.
    for eye in (slice(0, 5), slice(5, 10)):
        assert irises[eye, 0].argmax() == there[eye, 0].argmax()
        assert irises[eye, 1].argmax() == there[eye, 1].argmax()


def test_a_mirrored_portrait_has_mirrored_landmarks(
    analyser: FaceAnalyser, source_photo: Photo, source_face: Face
) -> None:
    mirrored = photo_from_array(np.ascontiguousarray(source_photo.pixels[:, ::-1]))
    found = mirror(analyser.find(mirrored)[0].landmarks, mirrored.width)
    apart = np.linalg.norm((found - source_face.landmarks)[:, :2], axis=1)
    assert 100 * apart.mean() / source_face.eye_distance < 0.7
