"""The pixel measures, on pictures whose right answer is known."""

import numpy as np
import pytest

from faceswap_gui.evaluation import measures

SHAPE = (120, 100)
EYES = 40.0


@pytest.fixture
def texture() -> np.ndarray:
    """A picture with detail everywhere, (120, 100, 3) in 0.2..0.8."""
    return np.random.default_rng(1).uniform(0.2, 0.8, (*SHAPE, 3)).astype(np.float32)


@pytest.fixture
def face() -> np.ndarray:
    mask = np.zeros(SHAPE, bool)
    mask[30:90, 25:75] = True
    return mask


def grey(value: float) -> np.ndarray:
    return np.full((*SHAPE, 3), value, np.float32)


def test_a_picture_has_no_distance_to_itself(texture, face):
    assert measures.light(texture, texture, face, EYES) == 0
    assert measures.colour_difference(texture, texture, face) == 0
    assert measures.skin(texture, texture, face) == 0
    assert measures.seam(texture, texture, face) == 0
    assert measures.sharpness(texture, texture, face) == 1


def test_black_and_white_differ_by_a_hundred_steps_of_lightness(face):
    assert measures.colour_difference(grey(0), grey(1), face) == pytest.approx(100, abs=0.01)
    assert measures.light(grey(0), grey(1), face, EYES) == pytest.approx(100, abs=0.01)
    # Skin is the mean over L, a and b, and greys differ in L alone.
    assert measures.skin(grey(0), grey(1), face) == pytest.approx(100 / 3, abs=0.01)


def test_light_sees_a_coarse_change_and_hardly_a_fine_one(face):
    stripes = grey(0.5)
    stripes[:, ::2] += 0.1
    stripes[:, 1::2] -= 0.1
    fine = measures.light(stripes, grey(0.5), face, EYES)
    coarse = measures.light(grey(0.6), grey(0.5), face, EYES)
    assert fine < 0.1
    assert coarse > 9


def test_skin_compares_colours_wherever_they_lie(texture, face):
    shuffled = texture.copy()
    pixels = texture[face]
    shuffled[face] = np.random.default_rng(2).permutation(pixels)
    assert measures.skin(shuffled, texture, face) == pytest.approx(0, abs=1e-5)
    assert measures.colour_difference(shuffled, texture, face) > 10


def test_a_step_on_the_edge_is_a_seam_unless_the_target_has_it(face):
    step = grey(0.4)
    step[face] = 0.6
    edge = face & ~np.roll(face, 3, axis=1)
    assert measures.seam(step, grey(0.4), edge) > 10
    assert measures.seam(step, step, edge) == 0
    assert measures.seam(grey(0.4), step, edge) == 0


def test_a_blurred_face_is_less_sharp_and_a_noisy_one_sharper(texture, face):
    blurred = (texture + np.roll(texture, 1, 0) + np.roll(texture, 1, 1)) / 3
    half = (texture - 0.5) * 0.5 + 0.5
    assert measures.sharpness(blurred, texture, face) < 0.8
    assert measures.sharpness(half, texture, face) == pytest.approx(0.5, abs=1e-3)
    assert measures.sharpness(texture, half, face) == pytest.approx(2, abs=1e-2)


def test_detail_over_a_flat_target_has_no_bound(texture, face):
    assert measures.sharpness(texture, grey(0.5), face) == np.inf
    assert measures.sharpness(grey(0.4), grey(0.5), face) == 1


@pytest.mark.parametrize(("dtype", "step"), [(np.uint8, 3), (np.uint16, 771)])
def test_background_is_the_largest_change_outside_in_8_bit_levels(dtype, step, face):
    target = np.full((*SHAPE, 3), 100, dtype)
    result = target.copy()
    result[face] = 250
    assert measures.background(result, target, face) == 0
    result[0, 0, 1] = 100 + step
    assert measures.background(result, target, face) == pytest.approx(3)


def test_without_any_background_nothing_can_change(face):
    everywhere = np.ones(SHAPE, bool)
    black, white = np.zeros((*SHAPE, 3), np.uint8), np.full((*SHAPE, 3), 255, np.uint8)
    assert measures.background(black, white, everywhere) == 0
