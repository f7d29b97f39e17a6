"""A person gives the command a file that cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from faceswap_command import Command


def missing(path: Path, portrait: Path) -> None:
    assert not path.exists()


def empty(path: Path, portrait: Path) -> None:
    path.touch()


def truncated(path: Path, portrait: Path) -> None:
    path.write_bytes(portrait.read_bytes()[:20_000])


def no_picture(path: Path, portrait: Path) -> None:
    path.write_text("Dear diary, today I was saved as a photograph.")


def faceless(path: Path, portrait: Path) -> None:
    rows, columns = np.mgrid[:300, :400]
    cv2.imwrite(str(path), np.dstack([rows % 256, columns % 256, rows * 0 + 90]).astype(np.uint8))


WRONG = [missing, empty, truncated, no_picture, faceless]


@pytest.mark.parametrize("make", WRONG)
def test_a_source_that_cannot_be_used_is_named_and_nothing_is_written(
    make: Callable[[Path, Path], None],
    faceswap: Command,
    source_path: Path,
    target_path: Path,
    tmp_path: Path,
) -> None:
    make(tmp_path / "my face.jpg", source_path)
    before = sorted(tmp_path.iterdir())
    outcome = faceswap("swap", "my face.jpg", target_path, "-o", "out.png", "--report", "r.json")
    outcome.check_refused(3, "my face.jpg")
    assert outcome.out == ""
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("make", [missing, faceless])
def test_a_wrong_target_leaves_the_picture_of_an_earlier_swap_as_it_was(
    make: Callable[[Path, Path], None], faceswap: Command, source_path: Path, tmp_path: Path
) -> None:
    make(tmp_path / "place.jpg", source_path)
    (tmp_path / "out.png").write_bytes(b"the swap of yesterday")
    outcome = faceswap("swap", source_path, "place.jpg", "-o", "out.png")
    outcome.check_refused(3, "place.jpg")
    assert (tmp_path / "out.png").read_bytes() == b"the swap of yesterday"


def test_a_folder_in_place_of_a_picture_is_named(
    faceswap: Command, target_path: Path, tmp_path: Path
) -> None:
    (tmp_path / "holidays").mkdir()
    faceswap("swap", "holidays", target_path, "-o", "out.png").check_refused(3, "holidays")


def test_a_damaged_project_is_named(faceswap: Command, tmp_path: Path) -> None:
    from faceswap_gui.project.project_file import SUFFIX

    (tmp_path / f"mine{SUFFIX}").write_bytes(b"PK nothing")
    faceswap("render", f"mine{SUFFIX}", "-o", "out.png").check_refused(3, "mine")
    assert not (tmp_path / "out.png").exists()


def test_evaluating_a_folder_without_portraits_names_it(faceswap: Command, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    faceswap("evaluate", "bare", "-o", "report").check_refused(3, "bare")
