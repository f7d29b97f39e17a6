"""The doctor swaps the built-in pair and tells whether this machine computes what it should."""

from __future__ import annotations

from pathlib import Path

from faceswap_command import Command, start
from safetensors.torch import load_file, save_file

from faceswap_gui.assets import weight
from faceswap_gui.networks.weights import read_metadata


def told(out: str) -> dict[str, str]:
    """Return what was found (ok or wrong) by what was tested."""
    lines = [line.split(maxsplit=2) for line in out.splitlines() if " self-test: " in line]
    return {words[2]: words[0] for words in lines}


def test_every_stage_and_the_window_are_as_the_reference_has_them(faceswap: Command) -> None:
    outcome = faceswap("doctor", "--self-test", QT_QPA_PLATFORM="offscreen")
    found = told(outcome.out)
    assert set(found.values()) == {"ok"}, "run tools/make_self_test.py if the method has changed"
    for step in ("source", "target", "deviates", "outside", "opened"):
        assert any(step in words for words in found), step


def test_networks_that_compute_something_else_are_noticed_at_the_stage_where_they_do(
    own_copy: Path, tmp_path: Path
) -> None:
    shipped = weight("appearance.safetensors")
    tensors = load_file(shipped)
    for name in tensors:
        if name.startswith("encoder."):
            tensors[name] = tensors[name] * 1.02  # a network that was trained once more
    save_file(tensors, own_copy / "weights" / shipped.name, read_metadata(shipped))
    outcome = start(
        "doctor", "--self-test", folder=tmp_path, package=own_copy, QT_QPA_PLATFORM="offscreen"
    )
    assert outcome.code == 4
    wrong = [words for words, found in told(outcome.out).items() if found == "wrong"]
    assert wrong[0].startswith("encode ")
