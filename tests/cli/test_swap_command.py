"""A person swaps two pictures from the command line."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import attrs
import cv2
import numpy as np
import pytest
from faceswap_command import Command, Outcome, start
from numpy.typing import NDArray

from faceswap_gui.assets import weight
from faceswap_gui.pipeline.settings import CONTROLS

Pixels = NDArray[Any]


@attrs.frozen(eq=False)
class Swapped:
    """One swap with its report."""

    outcome: Outcome
    picture: Path
    report: dict[str, Any]


@pytest.fixture(scope="module")
def swapped(
    source_path: Path, target_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Swapped:
    folder = tmp_path_factory.mktemp("swap")
    words = ("swap", source_path, target_path, "-o", "out.png", "--report", "out.json")
    outcome = start(*words, folder=folder)
    assert outcome.code == 0, outcome.err
    return Swapped(outcome, folder / "out.png", json.loads((folder / "out.json").read_text()))


@pytest.fixture
def deep_target(target_path: Path, tmp_path: Path) -> Path:
    """The target at 16 bits, with low bits that no 8-bit picture could bring back."""
    pixels = cv2.imread(str(target_path)).astype(np.uint16) * 257
    noise = np.random.default_rng(0).integers(0, 200, pixels.shape, dtype=np.uint16)
    path = tmp_path / "deep.png"
    cv2.imwrite(str(path), pixels - np.minimum(pixels, noise))
    return path


def read(path: Path) -> Pixels:
    """Read a picture as OpenCV does, not as the program does."""
    pixels = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    assert pixels is not None, path
    return pixels


def target_box(report: dict[str, Any], shape: tuple[int, ...], grow: float) -> NDArray[np.bool_]:
    """True in the target face's box, grown on all sides by so many eye distances."""
    face = report["faces"]["target"]
    margin = grow * face["eye_distance"]
    x0, y0, x1, y1 = face["box"]
    rows, columns = np.ogrid[: shape[0], : shape[1]]
    inside = (rows > y0 - margin) & (rows < y1 + margin)
    return inside & (columns > x0 - margin) & (columns < x1 + margin)


def check_only_the_face_changed(result: Pixels, target: Pixels, report: dict[str, Any]) -> None:
    assert result.dtype == target.dtype
    assert result.shape == target.shape
    changed = (result != target).any(axis=2)
    assert not changed[~target_box(report, target.shape, report["settings"]["feather"])].any()
    assert changed[target_box(report, target.shape, -0.4)].mean() > 0.8


def test_swapping_changes_the_face_and_not_one_pixel_around_it(
    swapped: Swapped, target_path: Path
) -> None:
    check_only_the_face_changed(read(swapped.picture), read(target_path), swapped.report)


def test_a_16_bit_target_gives_a_16_bit_picture_with_its_surroundings_untouched(
    faceswap: Command, source_path: Path, deep_target: Path, tmp_path: Path
) -> None:
    words = ("swap", source_path, deep_target, "-o", "out.png", "--report", "out.json")
    outcome = faceswap(*words)
    assert outcome.code == 0, outcome.err
    result, report = read(tmp_path / "out.png"), json.loads((tmp_path / "out.json").read_text())
    check_only_the_face_changed(result, read(deep_target), report)
    assert len(np.unique(result % 257)) > 200  # no detour by 8 bits


def test_the_command_names_its_picture_and_reminds_once_of_the_people_in_it(
    swapped: Swapped,
) -> None:
    assert swapped.outcome.out == "out.png\n"
    lines = swapped.outcome.err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("note: ")


def test_the_report_shows_every_level_nearer_to_the_target_than_before(swapped: Swapped) -> None:
    levels = swapped.report["levels"]
    assert [level["level"] for level in levels] == [1, 2, 3]
    for level in levels:
        assert level["after"] < level["before"]


def test_the_report_says_what_was_done_with_what(
    swapped: Swapped, source_path: Path, target_path: Path
) -> None:
    report = swapped.report
    assert report["settings"] == {control.name: control.default for control in CONTROLS}
    assert all(time >= 0 for time in report["milliseconds"].values())
    assert {
        "detect source",
        "detect target",
        "reenact",
        "encode",
        "map",
        "decode",
        "composite",
    } <= (report["milliseconds"].keys())
    files = {
        "source": source_path,
        "target": target_path,
        "weights": weight("appearance.safetensors"),
    }
    for name, path in files.items():
        assert report["sha256"][name] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_blend_0_is_the_untouched_photograph(
    faceswap: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    outcome = faceswap("swap", source_path, target_path, "-o", "out.png", "--set", "blend=0")
    assert outcome.code == 0, outcome.err
    assert (read(tmp_path / "out.png") == read(target_path)).all()


def test_every_face_of_a_group_can_be_swapped_and_reported_at_once(
    faceswap: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    target = read(target_path)
    cv2.imwrite(str(tmp_path / "twins.png"), np.hstack([target, target[:, ::-1]]))
    words = ("swap", source_path, "twins.png", "-o", "out.png", "--target-face", "all")
    outcome = faceswap(*words, "--report", "out.json")
    assert outcome.code == 0, outcome.err
    changed = (read(tmp_path / "out.png") != read(tmp_path / "twins.png")).any(axis=2)
    left, right = np.hsplit(changed, 2)
    assert left.mean() > 0.05
    assert right.mean() > 0.05
    swaps = json.loads((tmp_path / "out.json").read_text())["swaps"]
    boxes = [swap["face"]["box"] for swap in swaps]
    assert sorted(box[0] > target.shape[1] for box in boxes) == [False, True]
    assert [swap["face"]["index"] for swap in swaps] == [0, 1]
    for swap in swaps:
        assert [level["level"] for level in swap["levels"]] == [1, 2, 3]
        assert swap["network_change"] > 0
        assert swap["milliseconds"]["reenact"] > 0
    assert swaps[0]["levels"] != swaps[1]["levels"]


def test_a_face_that_is_not_there_is_refused(
    faceswap: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    words = ("swap", source_path, target_path, "-o", "out.png", "--source-face", 3)
    faceswap(*words).check_refused(2, str(source_path), "no face 3")
    assert not (tmp_path / "out.png").exists()
