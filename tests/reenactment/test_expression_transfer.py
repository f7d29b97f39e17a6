"""The reenacted landmarks: the source's bones, the target's expression."""

import numpy as np
import pytest

from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.face import Face, eye_distance
from faceswap_gui.faces.topology import LEFT_EYE, OVAL, RIGHT_EYE
from faceswap_gui.imaging import read_photo
from faceswap_gui.reenactment.expression_transfer import reenacted_landmarks
from faceswap_gui.reenactment.similarity import laid_onto

EXPRESSION = (
    *((61, 291), (13, 14), (159, 145), (386, 374), (105, 159)),
    *((334, 386), (2, 0), (1, 17), (61, 1), (291, 1)),
)


def distances(landmarks: np.ndarray) -> np.ndarray:
    """Return the ten distances (10,) that tell an expression, in % of the eye distance."""
    a, b = np.array(EXPRESSION).T
    across = np.linalg.norm(landmarks[33, :2] - landmarks[263, :2])
    return 100 * np.linalg.norm(landmarks[a, :2] - landmarks[b, :2], axis=1) / across


def lips(landmarks: np.ndarray) -> float:
    return float(distances(landmarks)[1])


@pytest.fixture(scope="module")
def smiling(source_face: Face) -> np.ndarray:
    """The astronaut, who shows her teeth."""
    return source_face.landmarks


@pytest.fixture(scope="module")
def resting(target_face: Face) -> np.ndarray:
    """The admiral, whose lips are shut."""
    return target_face.landmarks


def test_face_shape_0_gives_back_the_targets_landmarks(
    smiling: np.ndarray, resting: np.ndarray
) -> None:
    result = reenacted_landmarks(resting, smiling, face_shape=0)
    assert result[:468] == pytest.approx(smiling[:468], abs=0.01)


def test_the_smile_of_the_target_comes_onto_a_resting_source(
    smiling: np.ndarray, resting: np.ndarray
) -> None:
    result = reenacted_landmarks(resting, smiling, face_shape=1)
    assert lips(result) > 0.6 * lips(smiling) > lips(resting) + 3


def test_a_smiling_source_rests_as_the_target_does(
    smiling: np.ndarray, resting: np.ndarray
) -> None:
    result = reenacted_landmarks(smiling, resting, face_shape=1)
    assert lips(result) < 0.35 * lips(smiling)


def test_with_expression_0_the_source_keeps_its_own(
    smiling: np.ndarray, resting: np.ndarray
) -> None:
    result = reenacted_landmarks(smiling, resting, face_shape=1, expression=0)
    assert lips(result) == pytest.approx(lips(smiling), rel=0.15)
    half = reenacted_landmarks(smiling, resting, face_shape=1, expression=0.5)
    assert lips(reenacted_landmarks(smiling, resting, face_shape=1)) < lips(half) < lips(result)


def test_bone_structure_follows_face_shape(smiling: np.ndarray, resting: np.ndarray) -> None:
    """The nose's length is bone and no expression."""

    def nose(landmarks: np.ndarray) -> float:
        return float(np.linalg.norm(landmarks[168] - landmarks[2])) / eye_distance(landmarks)

    lengths = [
        nose(reenacted_landmarks(resting, smiling, face_shape=shape)) for shape in (0, 0.5, 1)
    ]
    assert lengths == sorted(lengths, reverse=nose(smiling) > nose(resting))
    assert abs(lengths[2] - nose(resting)) < 0.3 * abs(nose(smiling) - nose(resting))


@pytest.mark.parametrize("expression", [0, 1])
def test_the_silhouette_stays_the_targets(
    smiling: np.ndarray, resting: np.ndarray, expression: float
) -> None:
    result = reenacted_landmarks(smiling, resting, face_shape=1, expression=expression)
    assert result[list(OVAL)] == pytest.approx(resting[list(OVAL)], abs=0.01)


@pytest.mark.parametrize("face_shape", [0, 0.5, 1])
def test_a_face_given_its_own_picture_stays_as_it_is(
    smiling: np.ndarray, face_shape: float
) -> None:
    assert reenacted_landmarks(smiling, smiling, face_shape=face_shape) == pytest.approx(
        smiling, abs=0.02
    )


def test_turning_the_target_turns_the_result(smiling: np.ndarray, resting: np.ndarray) -> None:
    def turned(landmarks: np.ndarray) -> np.ndarray:
        x, y, z = landmarks.T
        return np.stack([1000 - y, x, z], axis=1)

    upright = reenacted_landmarks(resting, smiling, face_shape=0.7)
    sideways = reenacted_landmarks(resting, turned(smiling).astype(np.float32), face_shape=0.7)
    assert sideways == pytest.approx(turned(upright), abs=0.05)


def test_when_the_target_blinks_the_result_does(smiling: np.ndarray, resting: np.ndarray) -> None:
    blinking = smiling.copy()
    for ring in (RIGHT_EYE, LEFT_EYE):  # bring every lid most of the way to the eye's middle line
        corners = blinking[[ring[0], ring[8]]]
        along = np.linspace(0, 1, 9)[:, None]
        line = corners[0] + along * (corners[1] - corners[0])
        lower, upper = list(ring[:9]), [ring[0], *ring[:8:-1], ring[8]]
        for lids in (lower, upper):
            blinking[lids] = line + 0.1 * (blinking[lids] - line)
    awake = distances(reenacted_landmarks(resting, smiling, face_shape=1))[2:4]
    asleep = distances(reenacted_landmarks(resting, blinking, face_shape=1))[2:4]
    assert (asleep < 0.3 * awake).all()


def test_the_pose_is_the_targets(smiling: np.ndarray, resting: np.ndarray) -> None:
    result = reenacted_landmarks(resting, smiling, face_shape=1)
    turn = laid_onto(result, smiling).rotation
    assert np.degrees(np.arccos((np.trace(turn) - 1) / 2)) < 1.5


def test_a_neutral_person_with_another_persons_smile(analyser: FaceAnalyser, london) -> None:  # type: ignore[no-untyped-def]
    """Against the truth: what the other person's own neutral picture says the smile was."""

    def landmarks(person: str, face: str) -> np.ndarray:
        return analyser.find(read_photo(london / f"{person}_{face}.jpg"))[0].landmarks

    people = sorted(path.name[:3] for path in london.glob("*_neutral.jpg"))[::4]
    errors: dict[float, list[float]] = {0: [], 1: []}
    for source, target in zip(people, people[1:] + people[:1], strict=True):
        own, smile = landmarks(source, "neutral"), landmarks(target, "smiling")
        truth = distances(own) + distances(smile) - distances(landmarks(target, "neutral"))
        for expression, found in errors.items():
            result = reenacted_landmarks(own, smile, face_shape=1, expression=expression)
            found.append(float(np.abs(distances(result) - truth).mean()))
    assert np.mean(errors[1]) < 2.1
    assert np.mean(errors[1]) < 0.75 * np.mean(errors[0])
