"""The reenacted face is looked at once more, and turned until it reads as the target does."""

import numpy as np
import pytest

from faceswap_gui.faces.face import Face
from faceswap_gui.imaging import Photo, photo_from_array
from faceswap_gui.reenactment import lay_groundwork
from faceswap_gui.reenactment.expression_transfer import inner_weight, reenacted_landmarks
from faceswap_gui.reenactment.second_look import SecondLook
from faceswap_gui.reenactment.similarity import rotation_by, rotation_vector

NOD, TURN = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)


def look_at(source: Photo, source_face: Face, target: Photo, target_face: Face) -> SecondLook:
    return lay_groundwork(source, source_face, target, target_face).look


def turned(landmarks: np.ndarray, axis: tuple[float, float, float], degrees: float) -> np.ndarray:
    """Turn a face about its middle, its outline staying, as far as a mistaken mesh would."""
    centre = landmarks[:468].mean(axis=0)
    rotation = rotation_by(np.radians(degrees) * np.array(axis))
    moved = (landmarks - centre) @ rotation.T + centre
    return np.float32(landmarks + inner_weight() * (moved - landmarks))


def apart(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.sqrt(((a - b)[:, :2] ** 2).mean()))


@pytest.fixture(scope="module")
def own_look(source_photo: Photo, source_face: Face) -> SecondLook:
    """The astronaut's face in her own photograph: every answer is known."""
    return look_at(source_photo, source_face, source_photo, source_face)


@pytest.mark.parametrize("degrees", [-3, 3])
@pytest.mark.parametrize("axis", [NOD, TURN])
def test_a_face_that_was_laid_3_degrees_off_is_brought_back(
    own_look: SecondLook, source_face: Face, axis: tuple[float, float, float], degrees: float
) -> None:
    true = source_face.landmarks
    wrong = turned(true, axis, degrees)
    once = own_look.corrected(wrong, 1.0)
    assert apart(once, true) < 0.7 * apart(wrong, true)
    often = once
    for _ in range(3):
        often = own_look.corrected(often, 1.0)
    assert apart(often, true) < 0.8 / 3 * apart(wrong, true)  # 0.8 of the 3 degrees


def test_a_face_that_lies_right_stays(own_look: SecondLook, source_face: Face) -> None:
    true = source_face.landmarks
    moved = np.abs(own_look.corrected(true, 1.0) - true).max()
    assert moved < 0.01 * source_face.eye_distance


def test_the_targets_own_mesh_is_not_touched(own_look: SecondLook, source_face: Face) -> None:
    wrong = turned(source_face.landmarks, NOD, 3)
    assert (own_look.corrected(wrong, 0.0) == wrong).all()


def test_the_outline_stays(own_look: SecondLook, source_face: Face) -> None:
    wrong = turned(source_face.landmarks, NOD, 3)
    still = inner_weight()[:, 0] == 0
    assert still.sum() == 36
    moved = own_look.corrected(wrong, 1.0) - wrong
    assert np.abs(moved[still]).max() < 0.01 < np.abs(moved).max()


def test_a_face_too_small_to_read_stays_as_it_was_laid(
    source_photo: Photo, source_face: Face, target_photo: Photo, target_face: Face
) -> None:
    step = int(target_face.eye_distance // 20)
    small = photo_from_array(np.ascontiguousarray(target_photo.pixels[::step, ::step]))
    face = Face(
        box=tuple(side / step for side in target_face.box),  # type: ignore[arg-type]
        landmarks=target_face.landmarks / step,
        score=1.0,
    )
    look = look_at(source_photo, source_face, small, face)
    laid = reenacted_landmarks(source_face.landmarks, face.landmarks, face_shape=1.0)
    assert (look.corrected(laid, 1.0) == laid).all()


def test_where_the_network_sees_no_face_the_mesh_stays(
    source_photo: Photo, source_face: Face, target_photo: Photo, target_face: Face
) -> None:
    grey = photo_from_array(np.full_like(target_photo.pixels, 128))
    look = look_at(source_photo, source_face, grey, target_face)
    laid = reenacted_landmarks(source_face.landmarks, target_face.landmarks, face_shape=1.0)
    assert (look.corrected(laid, 1.0) == laid).all()


@pytest.mark.parametrize("vector", [(0, 0, 0), (0.02, -0.05, 0.01), (0, 3.0, 0)])
def test_a_rotation_tells_the_vector_it_was_made_by(vector: tuple[float, float, float]) -> None:
    assert rotation_vector(rotation_by(np.array(vector))) == pytest.approx(vector)
