"""Landmark, expression and pose measures on the canonical head, moved by known amounts."""

import numpy as np
import pytest

from faceswap_gui.evaluation import geometry
from faceswap_gui.evaluation.window import outer_eye_distance
from faceswap_gui.faces.topology import canonical_vertices


@pytest.fixture
def head() -> np.ndarray:
    """The canonical head as a photograph shows it: y down, z away, 20 px a centimetre."""
    return (canonical_vertices() * [20, -20, -20] + [300, 400, 0]).astype(np.float32)


def turned(points: np.ndarray, degrees: float, axis: int) -> np.ndarray:
    angle = np.radians(degrees)
    first, second = [i for i in range(3) if i != axis]
    rotation = np.eye(3)
    rotation[first, first] = rotation[second, second] = np.cos(angle)
    rotation[first, second], rotation[second, first] = -np.sin(angle), np.sin(angle)
    return (points @ rotation.T).astype(np.float32)


def test_a_shift_of_a_tenth_of_the_eye_distance_is_ten_percent(head):
    shifted = head + np.float32([0.1 * outer_eye_distance(head), 0, 0])
    assert geometry.landmark_error(shifted, head) == pytest.approx(10, abs=0.01)


@pytest.mark.parametrize("axis", [0, 1, 2])
@pytest.mark.parametrize("degrees", [0, 3, 40])
def test_a_turn_of_the_head_is_measured_in_degrees(head, axis, degrees):
    assert geometry.pose_error(turned(head, degrees, axis), head) == pytest.approx(
        degrees, abs=0.05
    )


def test_moving_and_enlarging_a_head_is_no_turn(head):
    assert geometry.pose_error(head * 1.7 + np.float32([50, -20, 9]), head) < 0.05


def test_expression_is_free_of_the_pictures_size(head):
    assert geometry.expression(head * 3) == pytest.approx(geometry.expression(head), rel=1e-4)


def test_a_source_that_smiles_as_the_target_does_has_no_error(head):
    neutral_target = head * np.float32([1.1, 1, 1])
    smile = np.zeros_like(head)
    smile[61, 0], smile[291, 0] = -12, 12
    right = head + smile
    eyes = outer_eye_distance(neutral_target) / outer_eye_distance(head)
    target = neutral_target + smile * np.float32(eyes)
    exact = geometry.expression_error(right, head, target, neutral_target)
    assert exact < 0.1
    kept = geometry.expression_error(head, head, target, neutral_target)
    # The mouth's width is one of ten distances, its corners to the nose two more.
    assert kept > 100 * 24 / outer_eye_distance(head) / 10
