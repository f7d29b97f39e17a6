"""A photograph comes in; every face in it is found, whichever way it is turned."""

from pathlib import Path

import numpy as np
import pytest

from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.face import Face
from faceswap_gui.imaging import Photo, photo_from_array, read_photo

EYE_AND_MOUTH_CORNERS = (33, 133, 362, 263, 61, 291)


def test_a_portrait_has_one_face_with_its_eyes_above_its_mouth(source_face: Face) -> None:
    right_eye, left_eye, mouth = (source_face.landmarks[k] for k in (33, 263, 13))
    assert right_eye[0] < left_eye[0]
    assert max(right_eye[1], left_eye[1]) < mouth[1]
    assert source_face.score > 0.9


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_picture_on_its_side_gives_the_same_landmarks_turned(
    analyser: FaceAnalyser, source_photo: Photo, source_face: Face, turns: int
) -> None:
    turned = analyser.find(photo_from_array(np.rot90(source_photo.pixels, turns).copy()))[0]
    expected = source_face.landmarks[:, :2]
    height, width = source_photo.height, source_photo.width
    for _ in range(turns):
        expected = np.column_stack([expected[:, 1], width - 1 - expected[:, 0]])
        height, width = width, height
    error = np.linalg.norm(turned.landmarks[:, :2] - expected, axis=1).mean()
    assert error < 0.005 * source_face.eye_distance


def test_two_people_are_found_the_larger_first(
    analyser: FaceAnalyser, source_photo: Photo, target_photo: Photo
) -> None:
    both = np.zeros((1000, 1400, 3), np.uint8)
    for photo, left in ((source_photo, 0), (target_photo, 700)):
        part = photo.pixels[:1000, :700, :3]
        both[: part.shape[0], left : left + part.shape[1]] = part
    faces = analyser.find(photo_from_array(both))
    assert len(faces) == 2
    assert faces[0].size > faces[1].size
    assert abs(faces[0].box[0] - faces[1].box[0]) > 200


def test_a_face_that_fills_the_picture_is_found(
    analyser: FaceAnalyser, source_photo: Photo, source_face: Face
) -> None:
    x0, y0, x1, y1 = (round(v) for v in source_face.box)
    close_up = analyser.find(photo_from_array(source_photo.pixels[y0:y1, x0:x1].copy()))
    moved = close_up[0].landmarks[:, :2] + [x0, y0]
    error = np.linalg.norm(moved - source_face.landmarks[:, :2], axis=1).mean()
    assert error < 0.05 * source_face.eye_distance


def test_a_forty_pixel_face_in_a_large_picture_is_found(
    analyser: FaceAnalyser, source_photo: Photo, source_face: Face
) -> None:
    import cv2

    scale = 40 / source_face.size
    small = cv2.resize(source_photo.pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    scene = np.full((1500, 2000, 3), 127, np.uint8)
    scene[900 : 900 + small.shape[0], 1300 : 1300 + small.shape[1]] = small
    faces = analyser.find(photo_from_array(scene))
    assert len(faces) == 1
    assert 30 < faces[0].size < 55


def test_a_picture_without_a_face_gives_none(analyser: FaceAnalyser) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (600, 800, 3), dtype=np.uint8)
    assert analyser.find(photo_from_array(noise)) == []


def test_corners_of_eyes_and_mouth_lie_on_the_hand_made_templates(
    analyser: FaceAnalyser, london: Path
) -> None:
    """The 189-point templates were placed by people; ours must agree within 2 % on average."""
    errors = []
    for picture in sorted(london.glob("*_neutral.jpg"))[::5]:
        face = analyser.find(read_photo(picture))[0]
        lines = picture.with_suffix(".tem").read_text().splitlines()[1:190]
        template = np.array([[float(v) for v in line.split()] for line in lines])
        for corner in EYE_AND_MOUTH_CORNERS:
            nearest = np.linalg.norm(template - face.landmarks[corner, :2], axis=1).min()
            errors.append(100 * nearest / face.eye_distance)
    assert np.mean(errors) < 2.0
