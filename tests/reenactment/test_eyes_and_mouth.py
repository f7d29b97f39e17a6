"""Who opens the eyes, who opens the mouth, and where the eyes look."""

import attrs
import numpy as np
import pytest

from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.face import Face
from faceswap_gui.faces.topology import LEFT_EYE, RIGHT_EYE
from faceswap_gui.imaging import Photo, photo_from_array
from faceswap_gui.reenactment import FirstFace, reenact
from faceswap_gui.reenactment.expression_transfer import reenacted_landmarks
from faceswap_gui.reenactment.eye_frame import EYES, aspect_ratio
from faceswap_gui.reenactment.mouth import lip_gap, sources_teeth

Portrait = tuple[Photo, Face]
BETWEEN_THE_LIPS = ([13, 82, 312], [14, 87, 317])


@pytest.fixture(scope="module")
def smiling(source_photo: Photo, source_face: Face) -> Portrait:
    """The astronaut, who shows her teeth."""
    return source_photo, source_face


@pytest.fixture(scope="module")
def resting(target_photo: Photo, target_face: Face) -> Portrait:
    """The admiral, whose lips are shut."""
    return target_photo, target_face


def swapped(source: Portrait, target: Portrait, **controls: float) -> FirstFace:
    return reenact(*source, *target, face_shape=0.75, **controls)


def colour_between_lips(picture: np.ndarray, landmarks: np.ndarray) -> np.ndarray:
    upper, lower = (landmarks[places, :2] for places in BETWEEN_THE_LIPS)
    columns, rows = np.round((upper + lower) / 2).astype(int).T
    return np.asarray(picture[rows, columns, :3].mean(axis=0))


def colour_between_own_lips(portrait: Portrait) -> np.ndarray:
    photo, face = portrait
    return colour_between_lips(photo.pixels / 255, face.landmarks)


def colour_between_new_lips(first: FirstFace) -> np.ndarray:
    y0, _, x0, _ = first.roi
    return colour_between_lips(first.image, first.landmarks - np.float32([x0, y0, 0]))


def openness(landmarks: np.ndarray) -> list[float]:
    return [aspect_ratio(landmarks.astype(np.float64), eye) for eye in EYES]


@pytest.mark.parametrize("who", ["smiling on resting", "resting on smiling"])
def test_the_lips_open_from_the_sources_way_to_the_targets(
    who: str, smiling: Portrait, resting: Portrait
) -> None:
    source, target = (smiling, resting) if who[0] == "s" else (resting, smiling)
    shapes = [
        reenacted_landmarks(source[1].landmarks, target[1].landmarks, face_shape=0.75, mouth=mouth)
        for mouth in (0, 0.25, 0.5, 0.75, 1)
    ]
    gaps = [lip_gap(shape) for shape in shapes]
    assert gaps[0] == pytest.approx(lip_gap(source[1].landmarks), abs=0.01)
    assert gaps == sorted(gaps, reverse=who[0] == "s")
    assert abs(gaps[4] - lip_gap(target[1].landmarks)) < 0.03


def test_a_smile_kept_by_the_source_shows_its_own_teeth(
    smiling: Portrait, resting: Portrait
) -> None:
    own = colour_between_own_lips(smiling)
    assert colour_between_new_lips(swapped(smiling, resting, mouth=0)) == pytest.approx(
        own, abs=0.08
    )
    closed = colour_between_new_lips(swapped(smiling, resting, mouth=1))
    assert np.abs(closed - own).max() > 0.12  # lips, not teeth


def test_lips_kept_shut_cover_the_targets_teeth(smiling: Portrait, resting: Portrait) -> None:
    teeth = colour_between_own_lips(smiling)
    opened = colour_between_new_lips(swapped(resting, smiling, mouth=1))
    assert opened == pytest.approx(teeth, abs=0.08)
    shut = colour_between_new_lips(swapped(resting, smiling, mouth=0))
    assert np.abs(shut - teeth).max() > 0.2


def test_teeth_are_those_of_who_opens_the_mouth_more(smiling: Portrait, resting: Portrait) -> None:
    teeth, lips = smiling[1].landmarks, resting[1].landmarks
    assert [sources_teeth(teeth, lips, share=share) for share in (0, 0.5, 1)] == [True, True, False]
    assert [sources_teeth(lips, teeth, share=share) for share in (0, 0.5, 1)] == [
        True,
        False,
        False,
    ]


def test_without_the_targets_expression_the_mouth_is_the_sources(
    smiling: Portrait, resting: Portrait
) -> None:
    own = colour_between_own_lips(smiling)
    kept = colour_between_new_lips(swapped(smiling, resting, expression=0))
    assert kept == pytest.approx(own, abs=0.08)


def test_eyes_that_the_target_shuts_can_stay_open(smiling: Portrait, resting: Portrait) -> None:
    blinking = smiling[1].landmarks.copy()
    for ring in (RIGHT_EYE, LEFT_EYE):  # bring every lid most of the way to the eye's middle line
        corners = blinking[[ring[0], ring[8]]]
        line = corners[0] + np.linspace(0, 1, 9)[:, None] * (corners[1] - corners[0])
        for lids in (list(ring[:9]), [ring[0], *ring[:8:-1], ring[8]]):
            blinking[lids] = line + 0.1 * (blinking[lids] - line)
    shapes = [
        reenacted_landmarks(resting[1].landmarks, blinking, face_shape=0.75, eyes=eyes)
        for eyes in (0, 0.5, 1)
    ]
    awake, half, asleep = (np.array(openness(shape)) for shape in shapes)
    assert awake == pytest.approx(openness(resting[1].landmarks), abs=0.01)
    assert (asleep < 0.3 * awake).all()
    assert ((asleep < half) & (half < awake)).all()


def test_the_eyes_look_where_gaze_says(analyser: FaceAnalyser, smiling: Portrait) -> None:
    """Read off the picture: the astronaut on herself, but a target that looks aside."""
    photo, face = smiling
    aside = face.landmarks.copy()
    aside[468:478, 0] += 0.04 * face.eye_distance
    target = photo, attrs.evolve(face, landmarks=aside)

    def found(gaze: float) -> np.ndarray:
        first = swapped(smiling, target, gaze=gaze)
        pixels = photo.pixels.copy()
        y0, y1, x0, x1 = first.roi
        pixels[y0:y1, x0:x1, :3] = np.round(np.clip(first.image, 0, 1) * 255)
        seen = analyser.find(photo_from_array(pixels))[0].landmarks
        return np.asarray(seen[[468, 473], 0] - face.landmarks[[468, 473], 0])

    ahead, half, fully = (found(gaze) / face.eye_distance for gaze in (0, 0.5, 1))
    assert np.abs(ahead).max() < 0.01
    assert ((fully > 0.02) & (fully < 0.055)).all()
    assert ((ahead < half) & (half < fully)).all()


def test_the_gaze_turns_nothing_but_the_eyes(smiling: Portrait, resting: Portrait) -> None:
    ahead, turned = (swapped(smiling, resting, gaze=gaze) for gaze in (0, 1))
    changed = np.abs(ahead.image - turned.image).max(axis=2) > 1 / 255
    assert changed.any()
    y0, _, x0, _ = ahead.roi
    rows, columns = np.nonzero(changed)
    places = np.column_stack([columns + x0, rows + y0])
    eyes = [ahead.landmarks[list(eye.lids), :2] for eye in EYES]
    inside = [
        ((places > lids.min(axis=0) - 2) & (places < lids.max(axis=0) + 2)).all(axis=1)
        for lids in eyes
    ]
    assert np.any(inside, axis=0).all()
