"""The face is as sharp and as noisy as the photograph that it sits in."""

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.compositing import match_texture

Image = NDArray[np.float32]
SKIN = np.ones((160, 160), np.float32)


def _photo(softness: float, noise: float, seed: int) -> Image:
    """Return skin of one tone whose pores a lens of some softness drew, with a sensor's noise."""
    rng = np.random.default_rng(seed)
    pores = cv2.GaussianBlur(rng.normal(0, 1, (160, 160, 3)), (0, 0), 0.6 + softness)
    pores *= 0.02 / (1 + 3 * softness) / pores.std()
    return (0.5 + pores + rng.normal(0, noise, pores.shape)).astype(np.float32)


def _detail(image: Image) -> float:
    return float((image - cv2.GaussianBlur(image, (0, 0), 1.0)).std())


def test_a_crisp_source_becomes_as_soft_as_the_photograph() -> None:
    crisp, soft = _photo(0, 0, 0), _photo(1.5, 0, 1)
    matched = match_texture(crisp, soft, SKIN, 1)
    assert _detail(crisp) > 3 * _detail(soft)
    assert _detail(matched) < 0.5 * _detail(crisp)


def test_a_clean_source_takes_on_the_grain_of_the_photograph() -> None:
    clean, noisy = _photo(1.0, 0, 0), _photo(1.0, 0.04, 1)
    matched = match_texture(clean, noisy, SKIN, 1)
    assert abs(_detail(matched) / _detail(noisy) - 1) < 0.1


def test_equal_textures_stay_and_half_the_amount_is_half_the_change() -> None:
    face, noisy = _photo(0.5, 0.01, 0), _photo(0.5, 0.04, 1)
    assert np.abs(match_texture(face, face, SKIN, 1) - face).max() < 0.01
    whole = match_texture(face, noisy, SKIN, 1) - face
    half = match_texture(face, noisy, SKIN, 0.5) - face
    assert np.abs(whole - 2 * half).max() < 0.002


def test_the_grain_is_the_photographs_own_so_a_mirrored_photograph_has_it_mirrored() -> None:
    face, noisy = _photo(1.0, 0, 0), _photo(1.0, 0.04, 1)
    mirrored = match_texture(
        np.ascontiguousarray(face[:, ::-1]), np.ascontiguousarray(noisy[:, ::-1]), SKIN, 1
    )
    assert np.abs(mirrored[:, ::-1] - match_texture(face, noisy, SKIN, 1)).max() < 0.001


def test_a_wrinkle_of_the_target_is_no_grain() -> None:
    face, noisy = _photo(1.0, 0, 0), _photo(1.0, 0.02, 1)
    noisy[80:82] -= 0.3
    added = np.abs(match_texture(face, noisy, SKIN, 1) - face)
    assert added[80:82].mean() < 2 * added[20:60].mean()


def test_without_skin_to_measure_on_nothing_is_changed() -> None:
    face = _photo(0, 0, 0)
    assert match_texture(face, _photo(2, 0, 1), np.zeros_like(SKIN), 1) is face
