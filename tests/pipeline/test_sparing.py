"""A sparing swapper paints the result into the target itself, and gives the target back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from faceswap_gui import Settings, Swapper
from faceswap_gui.compositing import Change, LayerStack
from faceswap_gui.errors import UsageError
from faceswap_gui.imaging import photo_from_array, read_photo
from faceswap_gui.pipeline.canvas import TargetItself


@pytest.fixture(scope="module")
def sparing(source_path: Path, target_path: Path) -> Swapper:
    swapper = Swapper(device="cpu", sparing=True)
    swapper.set_source(source_path)
    swapper.set_target(target_path)
    return swapper


@pytest.fixture(scope="module")
def photograph(target_path: Path) -> NDArray[Any]:
    return read_photo(target_path).pixels


def test_the_result_is_the_same_without_memory_of_its_own(
    sparing: Swapper, swapper: Swapper
) -> None:
    usual = swapper.render()

    result = sparing.render()

    assert np.array_equal(result, usual)
    assert np.shares_memory(result, sparing.target.pixels)
    facts = ("settings", "faces", "levels", "network_change", "sha256")
    mine, theirs = sparing.report(), swapper.report()
    assert {name: mine[name] for name in facts} == {name: theirs[name] for name in facts}
    assert sparing.warnings() == swapper.warnings()


def test_the_next_result_is_made_from_the_target_and_not_from_the_last_result(
    sparing: Swapper, swapper: Swapper
) -> None:
    sparing.render(Settings(blend=1.0))
    again = sparing.render(Settings(blend=0.5))
    assert np.array_equal(again, swapper.render(Settings(blend=0.5)))


def test_a_picture_that_is_used_again_as_source_is_the_photograph(
    sparing: Swapper, photograph: NDArray[Any], source_path: Path
) -> None:
    target = sparing.target
    assert not np.array_equal(sparing.render(), photograph)

    sparing.set_source(target)

    assert np.array_equal(target.pixels, photograph)
    sparing.set_source(source_path)


def test_changes_that_overlap_are_taken_back_in_turn() -> None:
    photo = photo_from_array(np.zeros((4, 6, 3), np.uint16))
    canvas = TargetItself(photo)
    for left, value in ((0, 700), (2, 900)):
        seen = np.ones((4, 4), bool)
        seen[0] = False
        canvas.add(Change((0, 4, left, left + 4), np.full((4, 4, 3), value, np.uint16), seen))
    assert not photo.pixels.any()

    result = canvas.finish()

    assert result[1, :, 0].tolist() == [700, 700, 900, 900, 900, 900]
    assert not result[0].any()
    canvas.take_back()
    assert not photo.pixels.any()


def test_every_face_of_a_group_is_made_from_the_target_as_it_was(
    source_path: Path, photograph: NDArray[Any]
) -> None:
    group = np.hstack([photograph, photograph])
    results = []
    for sparing in (True, False):
        swapper = Swapper(device="cpu", sparing=sparing)
        swapper.set_source(source_path)
        swapper.set_target(group.copy())
        results.append(swapper.render_all().copy())
        swapper.set_source(source_path)
        assert np.array_equal(swapper.target.pixels, group)
    assert np.array_equal(*results)


def test_layers_have_the_original_beside_the_result(
    sparing: Swapper, photograph: NDArray[Any]
) -> None:
    stack = LayerStack(sparing.target)
    result = sparing.render(each_face=stack.add)
    original = stack.layers(result)[0]
    assert np.array_equal(original.pixels, photograph)
    assert not np.array_equal(result, photograph)


def test_an_array_that_must_not_be_written_is_left_alone(
    sparing: Swapper, photograph: NDArray[Any], target_path: Path
) -> None:
    held = photograph.copy()
    held.flags.writeable = False
    sparing.set_target(photo_from_array(held))
    result = sparing.render()
    assert np.array_equal(held, photograph)
    assert not np.array_equal(result, photograph)
    sparing.set_target(target_path)


def test_stages_that_were_not_kept_are_refused_in_words(sparing: Swapper) -> None:
    sparing.render()
    with pytest.raises(UsageError, match="sparing"):
        sparing.first_face()
