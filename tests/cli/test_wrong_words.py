"""A person types something that cannot be meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from faceswap_command import Command


@pytest.mark.parametrize(
    ("assignment", "said"),
    [
        ("beauty=1", "beauty"),
        ("blend=2", "blend takes 0 to 1"),
        ("blend=nan", "blend takes 0 to 1"),
        ("blend=much", "blend takes a number"),
        ("blend", "NAME=VALUE"),
    ],
)
def test_a_control_that_cannot_be_is_refused(
    assignment: str, said: str, faceswap: Command, source_path: Path, target_path: Path
) -> None:
    outcome = faceswap("swap", source_path, target_path, "-o", "out.png", "--set", assignment)
    outcome.check_refused(2, said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["swap", "a.png", "b.png"], "-o"),
        (["swap", "a.png", "-o", "c.png"], "TARGET"),
        (["swap", "a.png", "b.png", "-o", "c.png", "--beautify"], "--beautify"),
        (["swap", "a.png", "b.png", "-o", "c.png", "--device", "tpu"], "tpu"),
        (["swap", "a.png", "b.png", "-o", "c.png", "--target-face", "both"], "both"),
        (["bench", "a.png"], "SOURCE and TARGET"),
        (["bench", "--repeats", "0"], "--repeats"),
        (["train", "photos", "-o", "run", "--batch", "0"], "batch"),
        (["swop"], "swop"),
        (["a.png", "b.png", "c.png"], "not 3"),
        (["--frobnicate"], "--frobnicate"),
    ],
)
def test_words_that_make_no_sense_are_refused(
    words: list[str], said: str, faceswap: Command, tmp_path: Path
) -> None:
    faceswap(*words).check_refused(2, said)
    assert list(tmp_path.iterdir()) == []


def test_the_target_itself_is_never_overwritten(
    faceswap: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.jpg"
    mine.write_bytes(target_path.read_bytes())
    faceswap("swap", source_path, mine, "-o", "mine.jpg").check_refused(2, "mine.jpg")
    assert mine.read_bytes() == target_path.read_bytes()


def test_the_window_names_a_picture_that_does_not_exist(
    faceswap: Command, source_path: Path
) -> None:
    faceswap(source_path, "gone.jpg").check_refused(3, "gone.jpg")


def test_the_window_says_when_there_is_no_screen(
    faceswap: Command, source_path: Path, target_path: Path
) -> None:
    faceswap(source_path, target_path).check_refused(5, "screen")
