"""Targets under another light: the light is known, so the right answer is."""

import numpy as np
import pytest

from faceswap_gui.evaluation.relighting import light_field, relight
from faceswap_gui.faces.topology import canonical_vertices
from faceswap_gui.imaging.colour import srgb_to_linear

SEEDS = range(6)


@pytest.fixture
def landmarks() -> np.ndarray:
    return (canonical_vertices() * [10, -10, -10] + [150, 150, 0]).astype(np.float32)


def white_wall(value: float = 0.6) -> np.ndarray:
    return np.full((300, 300, 3), value, np.float32)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_light_varies_over_the_face_and_casts_an_edge(seed, landmarks):
    lit = relight(white_wall(), landmarks, light_field(seed))
    face = lit[80:220, 90:210].mean(axis=-1)
    assert lit.min() >= 0
    assert lit.max() <= 1
    assert face.max() > 1.25 * face.min()
    steps = np.hypot(*np.gradient(face))
    assert steps.max() > 8 * np.median(steps)


@pytest.mark.parametrize("seed", SEEDS)
def test_light_multiplies_what_is_there(seed, landmarks):
    light = light_field(seed)
    dark = srgb_to_linear(relight(white_wall(0.2), landmarks, light))
    brighter = srgb_to_linear(relight(white_wall(0.3), landmarks, light))
    share = srgb_to_linear(white_wall(0.3)) / srgb_to_linear(white_wall(0.2))
    assert brighter == pytest.approx(dark * share, rel=1e-3)


def test_a_seed_is_one_light_and_another_seed_another(landmarks):
    wall = white_wall()
    first = relight(wall, landmarks, light_field(0))
    assert np.array_equal(first, relight(wall, landmarks, light_field(0)))
    assert np.abs(first - relight(wall, landmarks, light_field(1))).mean() > 0.02


def test_even_seeds_cast_slats_and_odd_ones_a_single_edge():
    assert all((light_field(seed).period > 0) == (seed % 2 == 0) for seed in range(10))
