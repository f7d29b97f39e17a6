"""The matte: what is in front of a face stays there, and what belongs to a face is the face."""

import cv2
import numpy as np
import pytest

from faceswap_gui import assets
from faceswap_gui.errors import WeightsError
from faceswap_gui.faces.bundled import filled
from faceswap_gui.faces.guided_filter import guided_filter
from faceswap_gui.faces.matte import ON_SOURCE, FaceMatte, face_matte
from faceswap_gui.faces.matte_evidence import with_evidence
from faceswap_gui.faces.matte_network import MatteNetwork
from faceswap_gui.faces.topology import OVAL

MOUTH_AND_CHIN = (234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397)
MOUTH_AND_CHIN += (288, 361, 323, 454, 347, 277, 197, 47, 118)


@pytest.fixture(scope="module")
def portrait():
    """An astronaut whose forehead a fair fringe covers in part: picture, landmarks, region."""
    from faceswap_gui.faces.analyser import FaceAnalyser
    from faceswap_gui.imaging import read_photo

    photo = read_photo(assets.resource("demo_source.jpg"))
    face = FaceAnalyser().find(photo)[0]
    landmarks = face.landmarks.copy()
    margin = 0.15 * face.eye_distance
    x0, y0 = np.floor(landmarks[:468, :2].min(0) - margin).astype(int)
    x1, y1 = np.ceil(landmarks[:468, :2].max(0) + margin).astype(int)
    landmarks[:, :2] -= (x0, y0)
    image = photo.pixels[y0:y1, x0:x1, :3].astype(np.float32) / 255
    return image, landmarks, outline(image, landmarks, OVAL)


def outline(image, landmarks, points):
    mask = np.zeros(image.shape[:2], np.float32)
    cv2.fillPoly(mask, [np.round(landmarks[list(points), :2]).astype(np.int32)], 1.0)
    return mask


def mean_over(matte, mask):
    return float((matte * mask).sum() / mask.sum())


def below(matte, landmarks, point):
    """(h, 1): the rows below a landmark; the fringe ends at 151, 9 lies between the brows."""
    return np.arange(len(matte))[:, None] > landmarks[point, 1]


def test_a_face_is_all_visible_but_for_the_fringe(portrait):
    image, landmarks, region = portrait

    matte = face_matte(image, landmarks, region)

    assert matte.shape == region.shape and matte.dtype == np.float32
    assert mean_over(matte, region * below(matte, landmarks, 151)) > 0.95
    assert mean_over(matte, region * below(matte, landmarks, 9)) > 0.995


def test_a_fair_fringe_does_not_pass_for_forehead(portrait):
    image, landmarks, region = portrait
    hair = (103, 67, 109, 10, 338, 297, 332, 333, 299, 337, 151, 108, 69, 104)
    fringe = cv2.erode(outline(image, landmarks, hair), np.ones((5, 5))) * region
    face = outline(image, landmarks, (105, 9, 334, 280, 152, 50))

    matte = face_matte(image, landmarks, region, ON_SOURCE)

    assert mean_over(matte, fringe) < 0.1
    assert mean_over(matte, face) > 0.99


def test_a_hard_shadow_across_the_face_is_still_the_face(portrait):
    image, landmarks, region = portrait
    shadow = np.ones_like(region)
    shadow[:, : int(landmarks[4, 0])] = 0.3

    matte = face_matte(image * shadow[..., None], landmarks, region)

    assert mean_over(matte, region * below(matte, landmarks, 151)) > 0.95


@pytest.mark.parametrize("colour", [(0.25, 0.5, 0.75), (0.03, 0.03, 0.03), (0.9, 0.9, 0.92)])
def test_a_mask_over_the_mouth_stays_in_front(portrait, colour):
    image, landmarks, region = portrait
    mask = outline(image, landmarks, MOUTH_AND_CHIN)
    masked = np.where(mask[..., None] > 0, np.float32(colour), image)

    matte = face_matte(masked, landmarks, region)

    assert mean_over(matte, cv2.erode(mask * region, np.ones((9, 9)))) < 0.2
    bare = cv2.erode(region * (1 - mask), np.ones((15, 15)))
    assert mean_over(matte, bare * below(matte, landmarks, 151)) > 0.9


def test_a_dark_lock_over_the_cheek_is_cut_out_along_its_edge(portrait):
    image, landmarks, region = portrait
    lock = np.zeros_like(region)
    start, end = landmarks[103, :2] - (0, 60), landmarks[172, :2]
    cv2.line(lock, np.intp(start), np.intp(end), 1.0, 16)
    covered = np.where(lock[..., None] > 0, np.float32((0.1, 0.06, 0.04)), image)

    matte = face_matte(covered, landmarks, region)

    beside = cv2.dilate(lock, np.ones((25, 25))) - cv2.dilate(lock, np.ones((13, 13)))
    assert mean_over(matte, lock * region) < 0.35
    assert mean_over(matte, beside * region) > 0.8


def test_the_matte_does_not_depend_on_the_pictures_size(portrait):
    image, landmarks, region = portrait
    mask = outline(image, landmarks, MOUTH_AND_CHIN)
    masked = np.where(mask[..., None] > 0, np.float32((0.25, 0.5, 0.75)), image)
    twice = cv2.resize(masked, None, fx=2, fy=2)
    moved = landmarks * np.float32(2)
    moved[:, :2] += 0.5

    small = face_matte(masked, landmarks, region)
    large = face_matte(twice, moved, cv2.resize(region, None, fx=2, fy=2))

    assert (
        np.abs(cv2.resize(large, small.shape[::-1], interpolation=cv2.INTER_AREA) - small).mean()
        < 0.02
    )


def test_outside_the_face_nothing_is_cut_out(portrait):
    image, landmarks, region = portrait

    matte = face_matte(image, landmarks, region)

    assert (matte[region == 0] == 1).all()


def test_a_damaged_weights_file_is_named_with_the_remedy(tmp_path):
    damaged = tmp_path / "matte.safetensors"
    damaged.write_bytes(b"not weights")

    with pytest.raises(WeightsError, match=r"matte\.safetensors.*pip install"):
        filled(MatteNetwork(), damaged, "the matte's")


def test_two_mattes_of_one_picture_are_the_same(portrait):
    image, landmarks, region = portrait

    np.testing.assert_array_equal(
        FaceMatte()(image, landmarks, region), face_matte(image, landmarks, region)
    )


def test_the_guided_filter_moves_a_maps_edge_to_the_pictures():
    """The map's edge is four pixels off and soft; the picture's is where it belongs."""
    picture = np.zeros((80, 80, 3), np.float32)
    picture[:, 40:] = (0.8, 0.6, 0.5)
    ramp = np.clip((np.arange(80, dtype=np.float32) - 40) / 8, 0, 1)
    coarse_map = np.tile(ramp, (80, 1))

    found = guided_filter(picture, coarse_map, picture, radius=8, smoothness=0.03)

    assert found[40, 39] < 0.1 and found[40, 41] > found[40, 39] + 0.3


def test_brows_and_lips_stay_when_dark_glasses_frames_are_cut_out(portrait):
    image, landmarks, region = portrait
    frame = np.zeros_like(region)
    eye = float(np.linalg.norm(landmarks[263, :2] - landmarks[33, :2]))
    right, left = (landmarks[list(lids), :2].mean(0) for lids in ((33, 133), (263, 362)))
    drop = np.array([0, 0.06 * eye])
    for centre in (right, left):
        axes = np.intp((0.24 * eye, 0.17 * eye))
        cv2.ellipse(frame, np.intp(centre + drop), axes, 0, 0, 360, 1.0, 3)
    inner = np.array([0.24 * eye, -0.06 * eye])
    cv2.line(frame, np.intp(right + abs(inner)), np.intp(left - inner), 1.0, 3)
    worn = np.where(frame[..., None] > 0, np.float32(0.05), image)

    matte = face_matte(worn, landmarks, region)

    brows = outline(image, landmarks, (70, 63, 105, 66, 107))
    brows += outline(image, landmarks, (300, 293, 334, 296, 336))
    lips = outline(image, landmarks, (61, 40, 37, 0, 267, 270, 291, 321, 314, 17, 84, 91))
    clear = cv2.dilate(frame, np.ones((7, 7))) == 0
    assert mean_over(matte, frame * region) < 0.5
    assert mean_over(matte, np.minimum(brows, 1) * clear) > 0.9
    assert mean_over(matte, lips) > 0.98


def suspected(colour, at=(60, 110)):
    """A plain face, a patch of it in a colour, and a matte that takes the patch for a cover."""
    crop = np.tile(np.float32((0.7, 0.55, 0.45)), (192, 192, 1))
    patch = np.zeros((192, 192), np.float32)
    cv2.circle(patch, at, 20, 1.0, -1)
    crop = np.where(patch[..., None] > 0, np.float32(colour), crop).astype(np.float32)
    region = np.zeros((192, 192), bool)
    region[20:170, 30:160] = True
    return 1 - patch, crop, region


def test_a_patch_that_the_picture_does_not_show_is_the_face():
    matte, crop, region = suspected(colour=(0.7, 0.55, 0.45))

    assert (with_evidence(matte, crop, region) == 1).all()


def test_a_patch_with_a_colour_of_its_own_is_in_front():
    matte, crop, region = suspected(colour=(0.6, 0.4, 0.3))

    np.testing.assert_array_equal(with_evidence(matte, crop, region), matte)


def test_a_patch_with_an_outline_is_in_front_though_it_has_the_faces_colour():
    matte, crop, region = suspected(colour=(0.7, 0.55, 0.45))
    cv2.circle(crop, (60, 110), 20, (0.5, 0.35, 0.3), 2, cv2.LINE_AA)

    np.testing.assert_array_equal(with_evidence(matte, crop, region), matte)
