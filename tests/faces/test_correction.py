"""Move a landmark: its neighbourhood follows, the rest stays."""

import numpy as np

from faceswap_gui.faces.correction import corrected
from faceswap_gui.faces.edits import Move, with_move, without_move
from faceswap_gui.faces.face import Face

UPPER_LIP, LOWER_LIP, CHIN, CHEEK, BESIDE_CHEEK = 13, 14, 152, 205, 50
IRIS, ITS_EYE = 468, (33, 133)


def shifts(face: Face, *moves: Move) -> np.ndarray:
    """Return (478, 2) how far each landmark went, in eye distances."""
    moved = corrected(face, moves).landmarks - face.landmarks
    return moved[:, :2] / face.eye_distance


def test_a_point_goes_where_it_is_put_and_takes_its_neighbours_along(target_face: Face) -> None:
    moved = shifts(target_face, Move(CHEEK, 0.1, -0.05))

    assert np.allclose(moved[CHEEK], (0.1, -0.05), atol=5e-4)
    assert 0.005 < moved[BESIDE_CHEEK, 0] < 0.1
    assert np.abs(moved[CHIN]).max() < 1e-3


def test_lips_can_be_parted(target_face: Face) -> None:
    moved = shifts(target_face, Move(UPPER_LIP, 0.0, -0.04), Move(LOWER_LIP, 0.0, 0.04))

    assert np.allclose(moved[[UPPER_LIP, LOWER_LIP], 1], (-0.04, 0.04), atol=5e-4)
    assert np.abs(moved).max() < 0.05


def test_an_iris_follows_its_eye_or_goes_alone(target_face: Face) -> None:
    with_eye = shifts(target_face, *(Move(point, 0.0, 0.1) for point in ITS_EYE))
    alone = shifts(target_face, Move(IRIS, 0.05, 0.0))

    assert with_eye[IRIS, 1] > 0.02
    assert np.allclose(alone[468:473], (0.05, 0.0), atol=1e-4)
    assert np.abs(alone[:468]).max() == 0


def test_taking_the_last_move_back_gives_the_very_same_face(target_face: Face) -> None:
    moves = with_move((), Move(CHEEK, 0.1, 0.0))
    assert corrected(target_face, without_move(moves, CHEEK)) is target_face
