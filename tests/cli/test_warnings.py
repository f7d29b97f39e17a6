"""A swap that will disappoint is made all the same, and says why."""

import json
from pathlib import Path

import cv2
from faceswap_command import Command


def test_a_small_source_is_warned_of_and_swapped(
    faceswap: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    pixels = cv2.imread(str(target_path))
    small = cv2.resize(pixels, None, fx=0.2, fy=0.2, interpolation=cv2.INTER_AREA)
    cv2.imwrite(str(tmp_path / "small.png"), small)

    done = faceswap("swap", "small.png", source_path, "-o", "out.png", "--report", "r.json")

    assert done.code == 0, done.err
    assert (tmp_path / "out.png").is_file()
    lines = [line for line in done.err.splitlines() if line.startswith("warning: ")]
    reported = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["warnings"]
    assert lines == [f"warning: {warning['words']}" for warning in reported]
    small_face = next(warning for warning in reported if warning["name"] == "source small")
    assert small_face["number"] < small_face["limit"]


def test_a_good_pair_is_swapped_without_a_word(
    faceswap: Command, source_path: Path, target_path: Path
) -> None:
    done = faceswap("swap", target_path, source_path, "-o", "out.png")

    assert done.code == 0, done.err
    assert "warning" not in done.err
