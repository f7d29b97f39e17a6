"""What will spoil a swap is said in words, with the number that says so."""

import attrs
import cv2
import numpy as np
import pytest

from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.face import Face
from faceswap_gui.imaging import Photo, photo_from_array
from faceswap_gui.reenactment import QualityWarning, lay_groundwork

Portrait = tuple[Photo, Face]


@pytest.fixture(scope="module")
def good(target_photo: Photo, target_face: Face) -> Portrait:
    """The admiral: large, sharp, frontal, well lit."""
    return target_photo, target_face


def remade(portrait: Portrait, pixels: np.ndarray, scale: float = 1.0) -> Portrait:
    """Return another picture of the same face at the same place."""
    photo, face = portrait
    assert photo.pixels.ndim == pixels.ndim
    return photo_from_array(pixels), attrs.evolve(face, landmarks=face.landmarks * scale)


def warned(source: Portrait, target: Portrait) -> dict[str, QualityWarning]:
    return {warning.name: warning for warning in lay_groundwork(*source, *target).warnings}


def shrunk(portrait: Portrait, scale: float) -> Portrait:
    small = cv2.resize(portrait[0].pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return remade(portrait, small, scale)


def turned(portrait: Portrait, degrees: float) -> Portrait:
    photo, face = portrait
    angle = np.radians(degrees)
    turn = np.array(
        [[np.cos(angle), 0, np.sin(angle)], [0, 1, 0], [-np.sin(angle), 0, np.cos(angle)]]
    )
    middle = face.landmarks.mean(axis=0)
    landmarks = ((face.landmarks - middle) @ turn.T + middle).astype(np.float32)
    return photo, attrs.evolve(face, landmarks=landmarks)


def test_two_good_portraits_earn_no_warning(good: Portrait) -> None:
    assert warned(good, good) == {}


def test_a_small_source_is_called_small_and_coarse(good: Portrait) -> None:
    found = warned(shrunk(good, 0.2), good)
    assert {"source small", "source coarse"} <= found.keys()
    assert found["source small"].number == pytest.approx(0.2 * good[1].eye_distance)
    assert found["source coarse"].number == pytest.approx(0.2)
    assert "24 pixels" in found["source small"].words
    assert "larger picture" in found["source small"].words


def test_a_small_target_is_called_small(good: Portrait) -> None:
    assert warned(good, shrunk(good, 0.15)).keys() == {"target small"}


def test_a_blurred_source_is_called_blurred(good: Portrait) -> None:
    blurred = cv2.GaussianBlur(good[0].pixels, (0, 0), 0.03 * good[1].eye_distance)
    assert warned(remade(good, blurred), good).keys() == {"source blurred"}


def test_a_dark_source_is_called_dark(good: Portrait) -> None:
    dark = (good[0].pixels * 0.15).astype(np.uint8)
    assert "source dark" in warned(remade(good, dark), good)


@pytest.mark.parametrize("degrees", [-60, 60])
def test_a_face_that_looks_aside_is_called_turned(good: Portrait, degrees: float) -> None:
    aside = turned(good, degrees)
    found = warned(aside, good)
    assert {"source turned", "turned apart"} <= found.keys()
    assert found["source turned"].number == pytest.approx(60, abs=10)
    assert "target turned" in warned(good, aside)
    assert "turned apart" not in warned(aside, aside)


def test_a_face_partly_outside_of_the_picture_is_told(
    analyser: FaceAnalyser, good: Portrait
) -> None:
    photo, face = good
    x0, y0, x1, y1 = (round(v) for v in face.box)
    cut = photo_from_array(photo.pixels[: (y0 + 3 * y1) // 4, (2 * x0 + x1) // 3 :].copy())
    half = cut, analyser.find(cut)[0]
    assert "source cut off" in warned(half, good)
    assert "target cut off" in warned(good, half)


def test_a_covered_face_is_told(good: Portrait) -> None:
    """A board of wood held before the mouth."""
    photo, face = good
    grain = np.random.default_rng(0).normal(0, 6, photo.pixels.shape[:2])
    wood = np.clip([130, 90, 50] + cv2.blur(grain, (61, 1))[..., None] * 6, 0, 255)
    pixels = photo.pixels.copy()
    x0, _, x1, y1 = (round(v) for v in face.box)
    nose = round(float(face.landmarks[2, 1]))
    pixels[nose : y1 + 20, x0 - 20 : x1 + 20] = wood[nose : y1 + 20, x0 - 20 : x1 + 20]
    covered = remade(good, pixels)
    assert warned(covered, good)["source covered"].number > 0.15
    assert "target covered" in warned(good, covered)
