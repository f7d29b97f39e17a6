"""Dark hair that is swept over a forehead is told from the face below it."""

import cv2
import numpy as np
import pytest

from faceswap_gui import assets
from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.crop import crop_photo, face_crop_matrix, transform_points
from faceswap_gui.faces.dark_hair import dark_hair
from faceswap_gui.imaging import read_photo
from faceswap_gui.reenactment.maps import geometry_maps

SKIN, HAIR = (0.75, 0.56, 0.47), (0.10, 0.07, 0.06)


@pytest.fixture(scope="module")
def bald():
    """A sitter's landmarks and region under plain skin with dark brows: crop, landmarks, region."""
    photo = read_photo(assets.resource("demo_source.jpg"))
    face = FaceAnalyser().find(photo)[0]
    matrix = face_crop_matrix(face.landmarks, 192)
    landmarks = transform_points(matrix, face.landmarks)
    region = geometry_maps(landmarks, 192).region[..., 0] > 0.5
    around = crop_photo(photo, matrix, 192)
    crop = np.full_like(around, SKIN) + np.random.default_rng(0).normal(0, 0.02, around.shape)
    for brow in ((70, 63, 105, 66, 107), (300, 293, 334, 296, 336)):
        crop[drawn(landmarks[list(brow), :2]) > 0] = HAIR
    return crop.astype(np.float32), landmarks, region


def drawn(corners):
    mask = np.zeros((192, 192), np.float32)
    cv2.fillPoly(mask, [np.round(corners).astype(np.int32)], 1.0)
    return mask


def swept(landmarks):
    """Hair from the crown over one temple: (192, 192)."""
    centre, temple = landmarks[10, :2], landmarks[356, :2]
    corners = [(centre[0], 0), (191, 0), (191, temple[1]), temple, landmarks[333, :2], centre]
    return drawn(np.array(corners))


def test_a_lock_swept_over_the_temple_is_hair_and_nothing_else_is(bald):
    crop, landmarks, region = bald
    hair = swept(landmarks)
    styled = np.where(hair[..., None] > 0, np.float32(HAIR), crop)

    found = dark_hair(styled, landmarks, region)

    lock = cv2.erode(hair, np.ones((5, 5))) * region
    rest = region & (cv2.dilate(hair, np.ones((9, 9))) == 0)
    assert lock.sum() > 0.02 * region.sum()
    assert found[lock > 0].mean() > 0.9
    assert not found[rest].any()


def test_dark_brows_under_a_bare_skull_are_no_hair(bald):
    assert not dark_hair(*bald).any()


def test_a_dark_spot_that_grows_from_nowhere_is_the_face(bald):
    crop, landmarks, region = bald
    styled = np.where(swept(landmarks)[..., None] > 0, np.float32(HAIR), crop)
    mole = landmarks[108, :2].astype(int)
    cv2.circle(styled, (int(mole[0]), int(mole[1])), 4, HAIR, -1)

    assert not dark_hair(styled, landmarks, region)[mole[1], mole[0]]


def test_fair_hair_is_left_to_the_network(bald):
    crop, landmarks, region = bald
    fair = np.where(swept(landmarks)[..., None] > 0, np.float32((0.72, 0.6, 0.42)), crop)

    assert not dark_hair(fair, landmarks, region).any()
