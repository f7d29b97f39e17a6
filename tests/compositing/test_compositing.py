"""The face is laid over the photograph at the photograph's own resolution."""

import attrs
import numpy as np
import pytest
from numpy.typing import NDArray

from faceswap_gui.compositing import (
    CoarseLight,
    appearance_change,
    carry,
    composite,
    only_shown,
    soft_mask,
)
from faceswap_gui.faces.crop import face_crop_matrix
from faceswap_gui.faces.face import Face
from faceswap_gui.imaging import Photo, photo_from_array
from faceswap_gui.reenactment import FirstFace, reenact


@pytest.fixture(scope="module")
def first(
    source_photo: Photo, source_face: Face, target_photo: Photo, target_face: Face
) -> FirstFace:
    return reenact(source_photo, source_face, target_photo, target_face, face_shape=0.5)


def test_equal_decodings_change_nothing_whatever_the_decoder_gets_wrong(first: FirstFace) -> None:
    wrong = np.random.default_rng(0).random((128, 128, 3), dtype=np.float32)
    change = appearance_change(wrong, wrong, np.ones((128, 128, 1), np.float32))
    carried = carry(first, change, face_crop_matrix(first.landmarks, 128))
    assert np.abs(carried - first.image).max() < 1e-6


def test_a_brow_takes_the_light_of_the_skin_around_it_not_the_targets_brow() -> None:
    before = np.full((128, 128, 3), 0.5, np.float32)
    after = np.full((128, 128, 3), 0.4, np.float32)
    brow = np.s_[40:46, 50:80]
    after[brow] = 0.05
    skin = np.ones((128, 128, 1), np.float32)
    skin[brow] = 0
    change = appearance_change(after, before, skin)
    around = change[20, 20]
    assert np.abs(change[brow] - around).max() < 0.02


def test_half_the_light_in_the_crop_is_half_the_light_at_full_resolution(first: FirstFace) -> None:
    half = np.full((128, 128, 3), np.log(0.5), np.float32)
    carried = carry(first, half, face_crop_matrix(first.landmarks, 128))
    bright = first.image.min(axis=2) > 0.3
    ratio = carried[bright] / first.image[bright]
    assert abs(np.median(ratio) - 0.5) < 0.06


def test_a_shadow_in_the_crop_falls_on_the_same_half_of_the_face(first: FirstFace) -> None:
    change = np.zeros((128, 128, 3), np.float32)
    change[:, :64] = np.log(0.5)
    darker = first.image - carry(first, change, face_crop_matrix(first.landmarks, 128))
    _, _, x0, _ = first.roi
    nose = round(float(first.landmarks[1, 0])) - x0
    rows = slice(first.image.shape[0] // 2, None)
    assert darker[rows, : nose - 40].mean() > 10 * abs(darker[rows, nose + 40 :].mean())


def test_the_pores_stay_as_sharp_as_they_were(first: FirstFace) -> None:
    """A smooth change multiplies the warped source; it does not replace it by 128-pixel texture."""
    import cv2

    change = np.full((128, 128, 3), 0.2, np.float32)
    carried = carry(first, change, face_crop_matrix(first.landmarks, 128))
    before, after = (
        np.abs(cv2.Laplacian(image, cv2.CV_32F)).mean() for image in (first.image, carried)
    )
    assert after > before


def _square() -> NDArray[np.float32]:
    region = np.zeros((200, 200), np.float32)
    region[40:160, 40:160] = 1
    return region


def test_light_match_takes_the_coarse_light_of_the_target_and_multiplies_detail() -> None:
    """Twice the light shows freckles twice as strong, as a lamp would."""
    detail = np.random.default_rng(0).normal(0, 0.02, (200, 200, 3)).astype(np.float32)
    face, target = 0.3 + detail, np.full((200, 200, 3), 0.6, np.float32)
    inside = _square() > 0
    matched = CoarseLight(target, _square(), sigma=20).on(face)[inside]
    assert abs(matched.mean() - 0.6) < 0.005
    assert 1.7 < matched.std() / detail[inside].std() < 2.1


def test_light_match_reaches_a_light_too_far_to_multiply() -> None:
    face, target = np.full((200, 200, 3), 0.05, np.float32), np.full((200, 200, 3), 0.9, np.float32)
    matched = CoarseLight(target, _square(), sigma=20).on(face)
    assert np.abs(matched[_square() > 0] - 0.9).max() < 0.01


def test_light_outside_of_the_face_does_not_bleed_in() -> None:
    face = np.full((200, 200, 3), 0.3, np.float32)
    target = np.where(_square()[..., None] > 0, face, 1.0).astype(np.float32)
    matched = CoarseLight(target, _square(), sigma=20).on(face)
    assert np.abs(matched - face)[60:140, 60:140].max() < 0.02


def test_a_wider_feather_fades_longer_and_erosion_draws_the_edge_in(first: FirstFace) -> None:
    def solid(**controls: float) -> float:
        return float((soft_mask(first, **controls) > 0.99).mean())

    assert solid(feather=0.1, erosion=0) > solid(feather=0.4, erosion=0)
    assert solid(feather=0.1, erosion=0) > solid(feather=0.1, erosion=0.3)
    mask = soft_mask(first, feather=0.2, erosion=0)
    assert (mask[first.region == 0] == 0).all()


def test_what_the_source_does_not_show_stays_the_targets_own(first: FirstFace) -> None:
    """Teeth between lips that the source has closed: in the target's light, untouched."""
    shown = np.ones_like(first.region)
    shown[:, : shown.shape[1] // 2] = 0
    painted_white = np.ones_like(first.region)
    mask = only_shown(painted_white, attrs.evolve(first, shown=shown))
    assert (mask[:, : shown.shape[1] // 2] == 0).all()
    assert (mask[:, shown.shape[1] // 2 :] == 1).all()


def test_what_lies_in_front_of_the_face_stays_in_front(first: FirstFace) -> None:
    visible = np.ones_like(first.region)
    visible[:, : visible.shape[1] // 2] = 0
    mask = soft_mask(attrs.evolve(first, visible=visible), feather=0.1, erosion=0)
    assert (mask[:, : visible.shape[1] // 2] == 0).all()
    assert mask.max() == 1


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32])
def test_outside_of_the_mask_the_photograph_stays_bit_for_bit(
    first: FirstFace, target_photo: Photo, dtype: type
) -> None:
    rng = np.random.default_rng(1)
    white = 1 if dtype == np.float32 else np.iinfo(dtype).max
    pixels = (rng.random((*target_photo.pixels.shape[:2], 4)) * white).astype(dtype)
    photo = photo_from_array(pixels)
    mask = soft_mask(first, feather=0.2, erosion=0.05)
    patch = composite(photo, first, np.zeros_like(first.image), mask)
    result = pixels.copy()
    patch.paste(result)
    y0, y1, x0, x1 = first.roi
    changed = np.zeros(pixels.shape[:2], bool)
    changed[y0:y1, x0:x1] = mask > 0
    assert (result[~changed] == pixels[~changed]).all()
    assert (result[..., 3] == pixels[..., 3]).all()
    assert (result[changed][:, :3] != pixels[changed][:, :3]).any()
