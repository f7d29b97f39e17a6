"""What a person puts right by hand: the mask, landmarks, a face that was missed."""

from collections.abc import Iterator

import numpy as np
import pytest

from faceswap_gui import Settings, Swapper
from faceswap_gui.compositing import painted_mask
from faceswap_gui.errors import InputError, UsageError
from faceswap_gui.faces.edits import WHOLE, Box, Mask, Move

STAGES = {"reenact", "encode", "map", "decode", "composite"}
MOUTH_CORNER = 61


@pytest.fixture
def swapper(loaded: Swapper) -> Iterator[Swapper]:
    loaded.render()
    loaded._cache.milliseconds.clear()
    yield loaded
    loaded.set_mask(None)
    loaded.correct_target(())
    loaded.correct_source(())
    loaded.point_out_target_faces(())


def grey(swapper: Swapper, value: int) -> np.ndarray:
    return np.full(swapper.target.pixels.shape[:2], value, np.uint8)


def face_pixels(swapper: Swapper) -> np.ndarray:
    """Return (H, W) True well inside the face's mesh."""
    first = swapper.first_face()
    inside = np.zeros(swapper.target.pixels.shape[:2], bool)
    y0, y1, x0, x1 = first.roi
    inside[y0:y1, x0:x1] = first.inside > 3
    return inside


def test_a_black_mask_leaves_the_target_and_costs_only_the_composite(swapper: Swapper) -> None:
    swapper.set_mask(grey(swapper, 0))
    assert (swapper.render() == swapper.target.pixels).all()
    assert swapper._cache.milliseconds.keys() == {"composite"}


@pytest.mark.parametrize("value", [127, 128])
def test_mid_grey_is_as_computed(swapper: Swapper, value: int) -> None:
    without = swapper.render()
    mask = grey(swapper, value)
    mask[:4, :4] = 255  # far from the face
    swapper.set_mask(mask)
    assert (swapper.render() == without).all()


def test_white_shows_the_face_where_the_program_would_not(swapper: Swapper) -> None:
    narrow = Settings(erosion=0.4, feather=0.4)
    without = swapper.render(narrow)
    full = swapper.render(Settings(erosion=0.0, feather=0.0))
    visible = np.ones(without.shape[:2], bool)
    y0, y1, x0, x1 = swapper.first_face().roi
    visible[y0:y1, x0:x1] = swapper.first_face().visible == 1
    swapper.set_mask(grey(swapper, 255))
    shown = swapper.render(narrow)
    inside = face_pixels(swapper) & visible
    assert (shown[inside] == full[inside]).all()
    assert (without[inside] != full[inside]).any()


def test_white_shows_nothing_beyond_the_face(swapper: Swapper) -> None:
    swapper.set_mask(grey(swapper, 255))
    result, target = swapper.render(), swapper.target.pixels
    first = swapper.first_face()
    outside = np.ones(target.shape[:2], bool)
    y0, y1, x0, x1 = first.roi
    outside[y0:y1, x0:x1] = first.region == 0
    assert (result[outside] == target[outside]).all()


def test_a_mask_may_be_smaller_than_the_picture(swapper: Swapper) -> None:
    half = grey(swapper, 128)[::2, ::2].copy()
    half[:, half.shape[1] // 2 :] = 0
    swapper.set_mask(half)
    result, target = swapper.render(), swapper.target.pixels
    middle = target.shape[1] // 2
    assert (result[:, middle + 2 :] == target[:, middle + 2 :]).all()
    assert (result[:, : middle - 2] != target[:, : middle - 2]).any()


def test_softening_blurs_the_edge_between_painted_and_computed(swapper: Swapper) -> None:
    show = grey(swapper, 128)
    show[:, : show.shape[1] // 2] = 0
    nothing, everything = np.zeros_like(show), np.full_like(show, 255)

    def step(soften: np.ndarray) -> float:
        swapper.set_mask(painted_mask(WHOLE, show, soften))
        change = swapper.render().astype(int) - swapper.target.pixels
        edge = change.shape[1] // 2
        return float(np.abs(change[:, edge] - change[:, edge - 1]).mean())

    assert step(everything) < 0.6 * step(nothing)


def test_a_mask_of_other_proportions_is_refused_and_the_former_stays(swapper: Swapper) -> None:
    swapper.set_mask(grey(swapper, 0))
    with pytest.raises(InputError, match="a mask has the target's proportions"):
        swapper.set_mask(np.zeros((100, 30), np.uint8))
    assert (swapper.render() == swapper.target.pixels).all()


def test_a_damaged_mask_is_refused_in_words(swapper: Swapper) -> None:
    swapper.set_mask(Mask(WHOLE, b"no picture"))
    with pytest.raises(InputError, match="painted mask is damaged"):
        swapper.render()


def test_a_moved_landmark_bends_its_neighbourhood_and_runs_no_detection(swapper: Swapper) -> None:
    before, landmarks = swapper.render(), swapper.first_face().landmarks
    swapper.correct_target([Move(MOUTH_CORNER, -0.1, 0.05)])
    after = swapper.render()
    assert swapper._cache.milliseconds.keys() >= STAGES
    assert "detect target" not in swapper._cache.milliseconds
    change = np.abs(before.astype(int) - after).mean(axis=2)
    x, y = landmarks[MOUTH_CORNER, :2]
    rows, columns = np.indices(change.shape)
    away = np.hypot(rows - y, columns - x) / swapper.first_face().eye_distance
    assert change[away < 0.2].mean() > 2 * change[(away > 0.5) & face_pixels(swapper)].mean()


def test_corrections_of_the_source_count_and_can_be_taken_back(swapper: Swapper) -> None:
    before = swapper.render()
    swapper.correct_source([Move(MOUTH_CORNER, 0.1, 0.0)])
    assert (swapper.render() != before).any()
    swapper.correct_source(())
    assert (swapper.render() == before).all()


def test_a_landmark_that_does_not_exist_is_refused(swapper: Swapper) -> None:
    with pytest.raises(UsageError, match="no landmark 478"):
        swapper.correct_target([Move(478, 0.1, 0.0)])


def test_a_face_pointed_out_by_hand_is_used_like_a_found_one(swapper: Swapper) -> None:
    (found,) = swapper.target_faces
    x0, y0, x1, y1 = found.box
    height, width = swapper.target.pixels.shape[:2]
    swapper.point_out_target_faces([Box(x0 / width, y0 / height, x1 / width, y1 / height)])
    again = swapper.target_faces[1]
    apart = np.linalg.norm(again.landmarks[:, :2] - found.landmarks[:, :2], axis=1).mean()
    assert apart < 0.05 * found.eye_distance
    plain = swapper.render()
    swapper.choose_target_face(1)
    assert np.abs(swapper.render().astype(int) - plain).mean() < 3
    swapper.choose_target_face(0)


def test_a_box_without_a_face_says_so(swapper: Swapper) -> None:
    with pytest.raises(InputError, match="no face was found in the box; draw it"):
        swapper.point_out_target_faces([Box(0.0, 0.0, 0.12, 0.12)])
    assert len(swapper.target_faces) == 1
