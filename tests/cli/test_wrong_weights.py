"""The networks' weights are missing or damaged."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from faceswap_command import Command, start

from faceswap_gui.assets import weight


@pytest.mark.parametrize("damage", ["missing", "cut short", "a pickle", "of another network"])
def test_weights_that_cannot_be_used_are_named_and_nothing_is_written(
    damage: str, faceswap: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.safetensors"
    if damage == "cut short":
        whole = weight("appearance.safetensors").read_bytes()
        mine.write_bytes(whole[: len(whole) // 2])
    if damage == "a pickle":
        mine.write_bytes(pickle.dumps({"weights": [1.0]}))
    if damage == "of another network":
        mine.write_bytes(weight("attention_mesh.safetensors").read_bytes())
    outcome = faceswap("swap", source_path, target_path, "-o", "out.png", "--weights", mine)
    outcome.check_refused(4, "mine.safetensors")
    assert not (tmp_path / "out.png").exists()


def test_an_installation_without_its_weights_says_how_to_mend_it(
    own_copy: Path, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    (own_copy / "weights" / "appearance.safetensors").unlink()
    words = ("swap", source_path, target_path, "-o", "out.png")
    outcome = start(*words, folder=tmp_path, package=own_copy)
    outcome.check_refused(4, "appearance.safetensors", "install")
    assert not (tmp_path / "out.png").exists()
