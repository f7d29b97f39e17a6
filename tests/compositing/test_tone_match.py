"""The spread of the face's colours is brought to the target's, gently."""

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.compositing import match_colours, match_tone
from faceswap_gui.compositing.tone_match import transport_curve

Image = NDArray[np.float32]
WHOLE = np.ones((120, 120), np.float32)


def _skin(mean: float, spread: float, seed: int) -> Image:
    rng = np.random.default_rng(seed)
    tone = np.array([1.0, 0.75, 0.6], np.float32)
    light = (
        mean + spread * cv2.GaussianBlur(rng.normal(0, 1, (120, 120)), (0, 0), 3)[..., None] * 10
    )
    return np.clip(light * tone, 0, 1).astype(np.float32)


def _lab(image: Image) -> Image:
    return np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2Lab).reshape(-1, 3), np.float32)


def _coarse(image: Image) -> Image:
    return cv2.GaussianBlur(_lab(image)[:, 0].reshape(120, 120), (0, 0), 1)


def _fine(image: Image) -> Image:
    return _lab(image)[:, 0].reshape(120, 120) - _coarse(image)


def test_a_flat_face_gets_the_depth_of_the_targets_shadows() -> None:
    face, target = _skin(0.45, 0.03, 0), _skin(0.45, 0.04, 0)
    before, goal, after = (_lab(i)[:, 0] for i in (face, target, match_tone(face, target, WHOLE)))
    assert goal.std() > 1.2 * before.std()
    assert abs(after.std() / goal.std() - 1) < 0.06
    assert abs(after.mean() - goal.mean()) < 0.3


def test_a_face_with_the_targets_tone_stays_as_it_is() -> None:
    face = _skin(0.5, 0.03, 0)
    assert np.abs(match_tone(face, face, WHOLE) - face).max() < 0.01


def test_dark_stays_darker_than_light_and_no_step_is_torn_by_a_beard() -> None:
    """A third of the target is a black beard; the shaven face's curve stays a gentle one."""
    ours = np.random.default_rng(0).normal(60, 5, 5000).astype(np.float32)
    theirs = np.where(np.arange(5000) % 3 == 0, 15, ours).astype(np.float32)
    knots, values = transport_curve(ours, theirs)
    slopes = np.diff(values) / np.diff(knots)
    assert slopes.min() > 0.69 and slopes.max() < 1.61


def test_a_deeper_shadow_makes_no_grit_of_pores() -> None:
    """The shades of the face get the target's depth; what is finer than they keeps its contrast."""
    pores = np.random.default_rng(3).normal(0, 0.01, (120, 120, 1)).astype(np.float32)
    face, target = _skin(0.45, 0.03, 0) + pores, _skin(0.45, 0.042, 0) + pores
    blunt = match_tone(face, target, WHOLE)
    gentle = match_tone(face, target, WHOLE, texture=2)
    grit, before, after = (_fine(image).std() for image in (blunt, face, gentle))
    assert grit > 1.2 * before
    assert after < 1.06 * before
    goal = _coarse(target).std() / _coarse(face).std()
    assert _coarse(gentle).std() / _coarse(face).std() > 1 + 0.7 * (goal - 1)


def test_a_dark_mouth_and_pupils_stay_black_when_skin_turns_pale() -> None:
    """A warm skin is brought to a bluish one's tone; what is black has no colour to turn."""
    face, cold = _skin(0.6, 0.03, 0), _skin(0.6, 0.03, 1) * np.float32([0.8, 1.0, 1.3])
    face[50:60, 40:80] = 0.02
    after = match_tone(face, cold, WHOLE)
    assert np.abs(_lab(after[50:60, 40:80])[:, 1:]).max() < 5
    skin = _lab(after[:40]).mean(axis=0)
    assert np.abs(skin - _lab(cold[:40]).mean(axis=0))[1:].max() < 1.5


def test_lips_stand_out_from_skin_as_they_did_however_far_light_spreads_skins_colours() -> None:
    """A warm lamp spreads the target's yellow twice as far; rosy lips would turn purple by that."""
    mouth, lips = np.s_[80:95, 45:75], np.zeros_like(WHOLE)
    lamp = cv2.GaussianBlur(np.random.default_rng(5).normal(0, 1, (120, 120)), (0, 0), 3) * 10
    face, target = (_skin(0.5, 0.01, 0) for _ in range(2))
    face[..., 2] *= 1 + 0.1 * lamp
    target[..., 2] *= 1 + 0.16 * lamp
    face[mouth] = (0.5, 0.35, 0.34)
    lips[mouth] = 1

    def rosiness(image: Image) -> Image:
        lab = _lab(image).reshape(120, 120, 3)
        return np.asarray(lab[mouth][..., 1:].mean((0, 1)) - np.median(lab[..., 1:], (0, 1)))

    purple, rosy = match_tone(face, target, WHOLE), match_tone(face, target, WHOLE, lips=lips)
    before = float(np.linalg.norm(rosiness(face)))
    assert np.linalg.norm(rosiness(purple)) > 1.1 * before
    assert np.linalg.norm(rosiness(rosy)) < 1.02 * before
    assert np.abs(rosy - purple)[:60].max() < 1e-6


def test_what_is_hidden_takes_no_part() -> None:
    face = _skin(0.5, 0.03, 0)
    target = face.copy()
    target[:, :60] = 0.02  # a hand in a black glove
    seen = WHOLE.copy()
    seen[:, :60] = 0
    assert np.abs(match_tone(face, target, seen) - face)[:, 60:].max() < 0.02


def test_a_face_of_which_nothing_is_seen_is_left_alone() -> None:
    face = _skin(0.5, 0.03, 0)
    assert match_tone(face, _skin(0.2, 0.01, 1), np.zeros_like(WHOLE)) is face


def test_light_and_tone_together_reach_both_and_at_nought_change_nothing() -> None:
    face, target = _skin(0.55, 0.03, 0), _skin(0.45, 0.03, 1)
    matched = match_colours(face, target, WHOLE, eye_distance=80, radius=0.25, light=1, tone=1)
    ours, goal = _lab(matched), _lab(target)
    assert np.abs(ours.mean(axis=0) - goal.mean(axis=0)).max() < 0.5
    assert np.abs(ours.std(axis=0) - goal.std(axis=0)).max() < 0.8
    assert match_colours(face, target, WHOLE, eye_distance=80, radius=0.25, light=0, tone=0) is face
