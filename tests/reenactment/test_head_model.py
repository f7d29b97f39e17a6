"""The head model makes any person's face and any expression."""

import numpy as np
import pytest

from faceswap_gui.faces.topology import (
    CHIN,
    FOREHEAD,
    LEFT_EYE_OUTER,
    RIGHT_EYE_OUTER,
    mirrored_vertices,
)
from faceswap_gui.reenactment.head_model import HeadModel, head_model


@pytest.fixture(scope="module")
def model() -> HeadModel:
    return head_model()


def making(model: HeadModel, **strengths: float) -> np.ndarray:
    """Return the mean person (468, 3) with some of ARKit's units at some strength."""
    expression = np.zeros(len(model.expression_names))
    for name, strength in strengths.items():
        expression[model.expression_names.index(name)] = strength
    return model.shape(np.zeros(len(model.identity)), expression)


def gap(face: np.ndarray, one: int, other: int) -> float:
    return float(np.linalg.norm(face[one] - face[other]))


def test_the_mean_person_is_upright_faces_the_camera_and_has_two_equal_halves(
    model: HeadModel,
) -> None:
    face = making(model)
    assert gap(face, RIGHT_EYE_OUTER, LEFT_EYE_OUTER) == pytest.approx(1, abs=0.1)
    assert face[RIGHT_EYE_OUTER, 0] < face[LEFT_EYE_OUTER, 0]
    assert face[FOREHEAD, 1] < face[CHIN, 1]
    assert face[:, 2].argmin() in {1, 4}  # the tip of the nose is nearest
    mirrored = face[mirrored_vertices()] * [-1, 1, 1]
    assert np.linalg.norm(face - mirrored, axis=1).max() < 0.01


def test_opening_the_jaw_parts_the_lips_and_lowers_the_chin_but_leaves_the_eyes(
    model: HeadModel,
) -> None:
    rest, opened = making(model), making(model, jawOpen=0.7)
    assert gap(opened, 13, 14) > gap(rest, 13, 14) + 0.15
    assert opened[CHIN, 1] > rest[CHIN, 1] + 0.05
    assert (
        np.linalg.norm(opened[[33, 133, 159, 145]] - rest[[33, 133, 159, 145]], axis=1).max()
        < 0.005
    )


def test_a_smile_widens_the_mouth_and_raises_its_corners(model: HeadModel) -> None:
    rest, smile = making(model), making(model, mouthSmileLeft=1, mouthSmileRight=1)
    assert gap(smile, 61, 291) > gap(rest, 61, 291) + 0.05
    assert smile[[61, 291], 1].max() < rest[[61, 291], 1].min()


def test_left_is_the_persons_own_left(model: HeadModel) -> None:
    rest, wink = making(model), making(model, eyeBlinkLeft=1)
    assert gap(wink, 386, 374) < 0.5 * gap(rest, 386, 374)
    assert gap(wink, 159, 145) == pytest.approx(gap(rest, 159, 145), abs=0.003)


def test_identities_differ_in_bone_structure_by_as_much_as_people_do(model: HeadModel) -> None:
    people = np.random.default_rng(0).normal(size=(50, len(model.identity)))
    faces = np.array([model.shape(person, np.zeros(52)) for person in people])
    spread = np.linalg.norm(faces - faces.mean(axis=0), axis=2).mean()
    assert 0.02 < spread < 0.12
    assert np.ptp([gap(face, 129, 358) for face in faces]) > 0.03  # widths of noses
