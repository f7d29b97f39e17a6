"""A face that only one network believes in is doubted; a full profile is not overlooked."""

from pathlib import Path

import numpy as np
import pytest

from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.crop import face_crop_matrix, transform_points
from faceswap_gui.faces.edits import Box
from faceswap_gui.faces.face import Face
from faceswap_gui.faces.second_opinion import belief
from faceswap_gui.imaging import Photo, photo_from_array, read_photo
from faceswap_gui.reenactment import lay_groundwork


class Credulous:
    """A network that sees the astronaut's face in everything."""

    def __init__(self, face: Face) -> None:
        self._points = transform_points(face_crop_matrix(face.landmarks, 192, 1.5), face.landmarks)

    def __call__(self, crop: np.ndarray) -> tuple[np.ndarray, float]:
        return self._points.copy(), 1.0


def test_beside_a_face_there_is_none(source_photo: Photo, source_face: Face) -> None:
    pixels = np.ascontiguousarray(source_photo.pixels[..., :3])
    beside = source_face.landmarks + np.float32([source_face.size, source_face.size, 0])
    assert belief(pixels, source_face.landmarks) > 0.9
    assert belief(pixels, beside) < 0.1


def test_a_face_seen_in_sand_is_doubted_in_words(source_photo: Photo, source_face: Face) -> None:
    sand = photo_from_array(
        np.random.default_rng(0).integers(120, 200, (600, 600, 3), dtype=np.uint8)
    )
    found = FaceAnalyser(Credulous(source_face)).find_in(sand, Box(0.2, 0.2, 0.8, 0.8))
    assert found is not None
    assert found.score < 0.1
    warnings = lay_groundwork(source_photo, source_face, sand, found).warnings
    (doubt,) = (warning for warning in warnings if warning.name == "target doubtful")
    assert doubt.number == found.score
    assert "draw a box" in doubt.words


@pytest.mark.parametrize("pointed_out", [False, True])
def test_a_full_profile_is_found_whole_and_doubted(
    analyser: FaceAnalyser, validation: Path, pointed_out: bool
) -> None:
    """Nose tip, ear and chin of this man lie at (105, 235), (440, 190) and (200, 430)."""
    photo = read_photo(validation / "FLUX1_schnell_0010489.jpg")
    drawn = Box(0.2, 0.12, 0.75, 0.92)
    found = analyser.find_in(photo, drawn) if pointed_out else analyser.find(photo)[0]
    assert found is not None
    x0, y0, x1, y1 = found.box
    assert 80 < x0 < 140
    assert 330 < x1 < 440
    assert y0 < 110
    assert 370 < y1 < 440
    assert found.score < 0.5
