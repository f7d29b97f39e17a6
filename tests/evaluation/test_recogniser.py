"""The recogniser tells people apart."""

import numpy as np
import pytest

from faceswap_gui.errors import WeightsError
from faceswap_gui.evaluation import recogniser
from faceswap_gui.evaluation.recogniser import Recogniser, identity_distance, source_is_first


@pytest.fixture(scope="module")
def known() -> Recogniser:
    try:
        return Recogniser()
    except WeightsError as error:
        pytest.skip(str(error))


def test_a_brighter_larger_picture_shows_the_same_person(known, source_photo, source_face):
    pixels, landmarks = source_photo.pixels, source_face.landmarks
    plain = known.describe(pixels, landmarks)
    bright = (pixels[..., :3].astype(np.float32) * 0.8 + 40).astype(np.uint8)
    large = bright.repeat(2, axis=0).repeat(2, axis=1)
    assert identity_distance(plain, known.describe(large, landmarks * 2)) < 0.2


def test_two_people_are_far_apart(known, source_photo, source_face, target_photo, target_face):
    one = known.describe(source_photo.pixels, source_face.landmarks)
    other = known.describe(target_photo.pixels, target_face.landmarks)
    assert identity_distance(one, other) > 0.6


def test_two_photographs_of_one_person_are_nearer_than_anyone_else(known, analyser, london):
    from faceswap_gui.imaging import read_photo

    def describe(name: str) -> np.ndarray:
        photo = read_photo(london / name)
        return known.describe(photo.pixels, analyser.find(photo)[0].landmarks)

    people = ["001", "003", "005", "007"]
    neutral = [describe(f"{person}_neutral.jpg") for person in people]
    for place, person in enumerate(people):
        smiling = describe(f"{person}_smiling.jpg")
        others = np.stack([*neutral[:place], *neutral[place + 1 :]])
        assert source_is_first(smiling, neutral[place], others)
        assert identity_distance(smiling, neutral[place]) < 0.45


def test_the_source_is_first_only_when_nobody_is_nearer():
    source, other = np.zeros(128, np.float32), np.zeros((1, 128), np.float32)
    other[0, 0] = 1
    near, far = source.copy(), source.copy()
    near[0], far[0] = 0.4, 0.6
    assert source_is_first(near, source, other)
    assert not source_is_first(far, source, other)


def test_without_the_extra_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setattr(recogniser, "find_spec", lambda name: None)
    with pytest.raises(WeightsError, match=r"pip install 'faceswap-gui\[evaluation\]'"):
        Recogniser()
