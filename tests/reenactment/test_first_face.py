"""The source's face is brought into the target's place."""

import cv2
import numpy as np
import pytest

from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.face import Face, eye_distance
from faceswap_gui.faces.topology import OVAL
from faceswap_gui.imaging import Photo, photo_from_array
from faceswap_gui.reenactment import FirstFace, geometry_maps, lay_groundwork, reenact


@pytest.fixture(scope="module")
def first(
    source_photo: Photo, source_face: Face, target_photo: Photo, target_face: Face
) -> FirstFace:
    return reenact(source_photo, source_face, target_photo, target_face, face_shape=0.0)


def test_outside_of_the_face_region_it_is_the_target(first: FirstFace) -> None:
    outside = first.region == 0
    assert outside.any()
    assert (first.image[outside] == first.target[outside]).all()
    assert np.abs(first.image - first.target)[first.region == 1].mean() > 0.02


def test_with_face_shape_0_a_detector_finds_the_targets_landmarks_in_it(
    analyser: FaceAnalyser, first: FirstFace, target_photo: Photo, target_face: Face
) -> None:
    y0, y1, x0, x1 = first.roi
    pixels = target_photo.pixels.copy()
    pixels[y0:y1, x0:x1, :3] = np.round(first.image * 255)
    found = analyser.find(photo_from_array(pixels))[0]
    error = np.linalg.norm(found.landmarks[:468, :2] - target_face.landmarks[:468, :2], axis=1)
    assert 100 * error.mean() / target_face.eye_distance < 3.0


def test_a_face_laid_onto_itself_stays_itself(source_photo: Photo, source_face: Face) -> None:
    own = reenact(source_photo, source_face, source_photo, source_face, face_shape=0.5)
    # Her fringe is seen as lying before her face: it neither travels nor is painted over.
    difference = np.abs(own.image - own.target) * own.visible[..., None]
    assert difference[own.region > 0].mean() < 2 / 255


def test_mirroring_both_photographs_mirrors_the_result(
    analyser: FaceAnalyser, first: FirstFace, source_photo: Photo, target_photo: Photo
) -> None:
    def mirrored(photo: Photo) -> tuple[Photo, Face]:
        other = photo_from_array(np.ascontiguousarray(photo.pixels[:, ::-1]))
        return other, analyser.find(other)[0]

    twin = reenact(*mirrored(source_photo), *mirrored(target_photo), face_shape=0.0)
    whole, back = (np.zeros((*target_photo.pixels.shape[:2], 3), np.float32) for _ in range(2))
    for picture, one in ((whole, first), (back, twin)):
        y0, y1, x0, x1 = one.roi
        picture[y0:y1, x0:x1] = one.image * one.region[..., None]
    colours = [cv2.cvtColor(x, cv2.COLOR_RGB2LAB) for x in (whole, back[:, ::-1].copy())]
    apart = np.linalg.norm(colours[0] - colours[1], axis=2)
    y0, y1, x0, x1 = first.roi
    assert apart[y0:y1, x0:x1][first.inside > 2].mean() < 2


def test_full_face_shape_brings_the_sources_proportions(
    source_photo: Photo, source_face: Face, target_photo: Photo, target_face: Face
) -> None:
    def nose_length(landmarks: np.ndarray) -> float:
        return float(np.linalg.norm(landmarks[168] - landmarks[2])) / eye_distance(landmarks)

    own, other = (nose_length(face.landmarks) for face in (source_face, target_face))
    shaped = reenact(source_photo, source_face, target_photo, target_face, face_shape=1.0)
    reached = nose_length(shaped.landmarks)
    assert abs(reached - own) < 0.35 * abs(other - own)


def test_the_silhouette_stays_the_targets_at_every_face_shape(
    source_photo: Photo, source_face: Face, target_photo: Photo, target_face: Face
) -> None:
    shaped = reenact(source_photo, source_face, target_photo, target_face, face_shape=1.0)
    moved = np.abs(shaped.landmarks - target_face.landmarks)[list(OVAL), :2]
    assert moved.max() < 0.01 * target_face.eye_distance


def test_between_open_lips_the_target_is_seen(
    source_photo: Photo, source_face: Face, target_photo: Photo, target_face: Face
) -> None:
    """The astronaut shows her teeth: laid under another face's lips, they stay hers."""
    smile = reenact(target_photo, target_face, source_photo, source_face, face_shape=0.0)
    y0, _, x0, _ = smile.roi
    x, y = source_face.landmarks[[13, 14], :2].mean(axis=0)
    column, row = round(float(x)) - x0, round(float(y)) - y0
    assert np.abs(smile.image - smile.target)[row, column].max() < 0.1
    cheek_x, cheek_y = source_face.landmarks[205, :2].round().astype(int)
    assert np.abs(smile.image - smile.target)[cheek_y - y0, cheek_x - x0].max() > 0.1


def test_a_face_cut_off_by_the_border_is_reenacted(
    analyser: FaceAnalyser,
    source_photo: Photo,
    source_face: Face,
    target_photo: Photo,
    target_face: Face,
) -> None:
    x0, y0, x1, y1 = (round(v) for v in target_face.box)
    cut = photo_from_array(target_photo.pixels[: (y0 + 3 * y1) // 4, (x0 * 2 + x1) // 3 :].copy())
    face = analyser.find(cut)[0]
    first = reenact(source_photo, source_face, cut, face, face_shape=0.5)
    top, bottom, left, right = first.roi
    assert 0 <= top < bottom <= cut.height
    assert 0 <= left < right <= cut.width
    assert first.region.max() == 1


def test_normals_point_out_of_the_face_and_coordinates_name_the_place(target_face: Face) -> None:
    from faceswap_gui.faces.crop import face_crop_matrix, transform_points

    marks = transform_points(face_crop_matrix(target_face.landmarks, 128), target_face.landmarks)
    maps = geometry_maps(marks, 128)
    inside = maps.region[..., 0] > 0
    assert np.allclose(np.linalg.norm(maps.normals[inside], axis=1), 1, atol=1e-3)
    assert maps.normals[inside][:, 2].mean() > 0.6
    nose, right, left, chin = (np.round(marks[k, :2]).astype(int) for k in (1, 205, 425, 175))
    assert maps.normals[nose[1], nose[0], 2] > 0.5
    assert maps.normals[right[1], right[0], 0] < maps.normals[left[1], left[0], 0]
    assert maps.normals[chin[1], chin[0], 1] > maps.normals[nose[1], nose[0], 1]
    assert maps.coordinates[right[1], right[0], 0] < maps.coordinates[left[1], left[0], 0]


def test_with_the_groundwork_laid_before_the_picture_is_the_same(
    source_photo: Photo, source_face: Face, target_photo: Photo, target_face: Face
) -> None:
    pair = source_photo, source_face, target_photo, target_face
    ground = lay_groundwork(*pair)
    for shape in (0.0, 1.0):
        fresh, again = (reenact(*pair, face_shape=shape, groundwork=g) for g in (None, ground))
        assert (again.image == fresh.image).all()
        assert (again.visible == fresh.visible).all()
        assert again.roi == fresh.roi
