"""The picture cannot go where it should: told before the work, not after."""

from __future__ import annotations

from pathlib import Path

import pytest
from faceswap_command import Command
from PIL import Image


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("nowhere/out.png", "nowhere"),
        ("album", "album"),
        ("out.xyz", "out.xyz"),
        ("out", "out"),
        (f"{'n' * 300}.png", "too long"),
    ],
)
def test_a_place_that_cannot_be_written_is_refused_before_the_pictures_are_read(
    place: str, said: str, faceswap: Command, tmp_path: Path
) -> None:
    (tmp_path / "album").mkdir()
    # The pictures do not exist either: that it is not they who are blamed shows the order.
    faceswap("swap", "a.png", "b.png", "-o", place).check_refused(5, said)
    assert [path.name for path in tmp_path.iterdir()] == ["album"]


@pytest.mark.parametrize(
    ("name", "side", "said"), [("out.webp", 16_400, "WebP"), ("out.psd", 30_010, "PSD")]
)
def test_a_picture_larger_than_the_format_holds_is_refused_before_its_faces_are_sought(
    name: str, side: int, said: str, here: Command, source_path: Path, tmp_path: Path
) -> None:
    Image.new("RGB", (side, 20)).save(tmp_path / "wide.png")
    here("swap", source_path, "wide.png", "-o", name).check_refused(5, said, "pixels a side")
    assert not (tmp_path / name).exists()


def test_a_report_that_cannot_be_written_is_refused_as_early(
    faceswap: Command, tmp_path: Path
) -> None:
    words = ("swap", "a.png", "b.png", "-o", "out.png", "--report", "nowhere/r.json")
    faceswap(*words).check_refused(5, "r.json")
    assert not (tmp_path / "out.png").exists()


@pytest.mark.parametrize("command", ["batch", "evaluate", "train"])
def test_a_file_in_place_of_a_folder_is_refused(
    command: str, faceswap: Command, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("I was here first")
    targets = ["b.png"] if command == "batch" else []
    faceswap(command, "a", *targets, "-o", "out").check_refused(5, "out")
    assert (tmp_path / "out").read_text() == "I was here first"
