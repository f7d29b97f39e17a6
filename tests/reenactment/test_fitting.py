"""The head model is fitted to one photograph's landmarks."""

import numpy as np
import pytest

from faceswap_gui.faces.face import Face
from faceswap_gui.reenactment.bounded import bounded_least_squares
from faceswap_gui.reenactment.fitting import fit_head
from faceswap_gui.reenactment.head_model import head_model


def photographed(face: np.ndarray, *, roll: float = 0.0, yaw: float = 0.0) -> np.ndarray:
    """Return a head's mesh (468, 3) as it lies in a photograph, turned by degrees."""
    a, b = np.radians([roll, yaw])
    rolled = np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]])
    turned = np.array([[np.cos(b), 0, np.sin(b)], [0, 1, 0], [-np.sin(b), 0, np.cos(b)]])
    return 180 * face @ (rolled @ turned).T + [640, 480, 0]


def made(**strengths: float) -> np.ndarray:
    model = head_model()
    expression = np.zeros(len(model.expression_names))
    for name, strength in strengths.items():
        expression[model.expression_names.index(name)] = strength
    return model.shape(np.random.default_rng(3).normal(0, 0.5, len(model.identity)), expression)


@pytest.mark.parametrize("yaw", [0, 30])
def test_a_person_with_an_open_mouth_is_read_as_such(yaw: float) -> None:
    fit = fit_head(photographed(made(jawOpen=0.6), yaw=yaw))
    assert fit.residual < 0.7
    read = fit.expression_by_name()
    assert read["jawOpen"] > 0.3
    assert read["mouthSmileLeft"] + read["mouthSmileRight"] < 0.3


def test_the_pose_is_read_whoever_it_is() -> None:
    fit = fit_head(photographed(made(), roll=20, yaw=25))
    yaw = np.degrees(np.arcsin(-fit.pose.rotation[2, 0]))
    assert yaw == pytest.approx(25, abs=3)
    assert fit.pose.scale == pytest.approx(180, rel=0.05)


def test_turning_moving_and_enlarging_the_photograph_changes_the_pose_only() -> None:
    landmarks = photographed(made(mouthSmileLeft=0.8, mouthSmileRight=0.8))
    turned = landmarks @ np.array([[0.0, 2, 0], [-2, 0, 0], [0, 0, 2]]) + [30, 900, 0]
    first, second = fit_head(landmarks), fit_head(turned)
    assert second.expression == pytest.approx(first.expression, abs=1e-6)
    assert second.identity == pytest.approx(first.identity, abs=1e-6)
    assert second.pose.scale == pytest.approx(2 * first.pose.scale)
    assert second.residual == pytest.approx(first.residual)


def test_photographs_are_fitted_closely_and_the_smile_is_the_astronauts(
    source_face: Face, target_face: Face
) -> None:
    astronaut, admiral = fit_head(source_face.landmarks), fit_head(target_face.landmarks)
    for fit, face in ((astronaut, source_face), (admiral, target_face)):
        assert fit.residual < 2.5
        assert 0 <= fit.expression.min() <= fit.expression.max() <= 1
        assert 1 < fit.conditioning < 1e5
        misses = np.linalg.norm((fit.landmarks() - face.landmarks[:468])[:, :2], axis=1)
        assert 100 * misses.mean() / face.eye_distance < 2.5

    def smile(strengths: dict[str, float]) -> float:
        units = ("mouthSmile", "mouthUpperUp", "mouthDimple", "mouthLowerDown")
        return sum(strengths[unit + side] for unit in units for side in ("Left", "Right"))

    ours, theirs = astronaut.expression_by_name(), admiral.expression_by_name()
    assert smile(ours) > smile(theirs) + 0.5


def test_bounds_are_kept_and_what_is_free_is_best() -> None:
    """The minimum of a bowl whose free optimum (2, −1, 0.5) lies outside of the box 0..1."""
    normal = np.array([[2.0, 0.3, 0.1], [0.3, 1.0, 0.2], [0.1, 0.2, 1.5]])
    right = normal @ [2, -1, 0.5]
    x = bounded_least_squares(normal, right, np.zeros(3), np.ones(3))
    slope = normal @ x - right
    assert x[0] == 1
    assert slope[0] < 0
    assert x[1] == 0
    assert slope[1] > 0
    assert 0 < x[2] < 1
    assert slope[2] == pytest.approx(0, abs=1e-9)
