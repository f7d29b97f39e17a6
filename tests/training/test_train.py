import csv
import json
import shutil
from pathlib import Path
from typing import Any

import cv2
import pytest
import torch

from faceswap_gui.errors import UsageError, WeightsError
from faceswap_gui.networks.weights import load_appearance, read_metadata
from faceswap_gui.training.command import train
from faceswap_gui.training.options import TrainingOptions

TINY: dict[str, Any] = {
    "size": 32,
    "batch": 2,
    "iterations": 8,
    "warm_up": 2,
    "appearance_epoch": 2,
    "mapping_epoch": 2,
    "log_every": 1,
    "device": "cpu",
    "seed": 5,
}


def _silent(line: str) -> None:
    pass


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("training") / "cache"


@pytest.fixture(scope="module")
def uninterrupted(photographs: Path, cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    run = tmp_path_factory.mktemp("training") / "run"
    train(photographs, run, report=_silent, cache=cache, **TINY)
    return run


def test_a_training_leaves_weights_log_sheet_and_checkpoint(uninterrupted: Path) -> None:
    weights = uninterrupted / "appearance.safetensors"
    assert load_appearance(weights).architecture.size == 32
    header = read_metadata(weights)
    assert (header["iterations"], header["seed"], header["portraits"]) == ("8", "5", "2")
    rows = [json.loads(line) for line in (uninterrupted / "log.jsonl").read_text().splitlines()]
    assert [row["iteration"] for row in rows[:8]] == list(range(1, 9))
    assert {"before_1", "after_1", "ratio_3", "answer_unmapped"} <= set(rows[-1])
    with (uninterrupted / "log.csv").open() as file:
        table = list(csv.DictReader(file))
    assert len(table) == len(rows)
    # Reconstruction first, then the mappers' turn, then encoder and decoder, and again.
    assert [bool(row["sliced"]) for row in table[:8]] == [False] * 2 + [
        True,
        True,
        False,
        False,
    ] + [
        True,
        True,
    ]
    sheet = cv2.imread(str(next((uninterrupted / "sheets").glob("*.png"))))
    assert sheet is not None
    assert sheet.shape[1] == 6 * 32
    assert not list(uninterrupted.glob("*.part"))


def test_resumed_is_as_if_never_stopped(
    photographs: Path, cache: Path, uninterrupted: Path, tmp_path: Path
) -> None:
    def stop_after_five(line: str) -> None:
        if line.startswith("5 ("):
            raise KeyboardInterrupt

    options = {**TINY, "cache": cache, "save_minutes": 0.0}
    with pytest.raises(KeyboardInterrupt):
        train(photographs, tmp_path, report=stop_after_five, **options)
    assert not (tmp_path / "appearance.safetensors").exists()
    train(photographs, tmp_path, report=_silent, resume=True, **options)
    resumed = load_appearance(tmp_path / "appearance.safetensors").state_dict()
    expected = load_appearance(uninterrupted / "appearance.safetensors").state_dict()
    for name, tensor in expected.items():
        assert torch.equal(tensor, resumed[name]), name


def test_each_turn_trains_its_own_networks(
    photographs: Path, cache: Path, uninterrupted: Path, tmp_path: Path
) -> None:
    shorter = {**TINY, "iterations": 2}
    train(photographs, tmp_path, report=_silent, cache=cache, **shorter)
    early = load_appearance(tmp_path / "appearance.safetensors").state_dict()
    late = load_appearance(uninterrupted / "appearance.safetensors").state_dict()
    assert not early["mappers.0.last.weight"].any(), "the warm-up leaves the mappers alone"
    assert late["mappers.0.last.weight"].any()


def test_the_strong_objective_trains_another_map(
    photographs: Path, cache: Path, uninterrupted: Path, tmp_path: Path
) -> None:
    train(photographs, tmp_path, report=_silent, cache=cache, objective="strong", **TINY)
    strong = load_appearance(tmp_path / "appearance.safetensors").state_dict()
    usual = load_appearance(uninterrupted / "appearance.safetensors").state_dict()
    assert all(bool(tensor.isfinite().all()) for tensor in strong.values())
    assert not torch.equal(strong["mappers.0.last.weight"], usual["mappers.0.last.weight"])


def test_one_part_learns_while_the_others_stay(
    photographs: Path, cache: Path, tmp_path: Path, uninterrupted: Path
) -> None:
    shutil.copytree(uninterrupted, tmp_path / "run")
    options = {**TINY, "iterations": TINY["iterations"] + 2, "part": "relighter"}
    train(photographs, tmp_path / "run", report=_silent, cache=cache, resume=True, **options)
    before, after = (
        load_appearance(run / "appearance.safetensors").state_dict()
        for run in (uninterrupted, tmp_path / "run")
    )
    learned = {name.split(".")[0] for name in before if not before[name].equal(after[name])}
    assert learned == {"relighter"}


def test_there_must_be_something_to_resume(photographs: Path, cache: Path, tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="no checkpoint"):
        train(photographs, tmp_path, report=_silent, cache=cache, resume=True, **TINY)
    (tmp_path / "checkpoint.pt").write_bytes(b"PK\x03\x04 cut short")
    with pytest.raises(WeightsError, match="damaged"):
        train(photographs, tmp_path, report=_silent, cache=cache, resume=True, **TINY)


def test_a_checkpoint_of_another_size_is_refused(
    photographs: Path, cache: Path, uninterrupted: Path
) -> None:
    with pytest.raises(WeightsError, match="size 32"):
        options = {**TINY, "size": 48}
        train(photographs, uninterrupted, report=_silent, cache=cache, resume=True, **options)


@pytest.mark.parametrize(
    "wrong",
    [{"size": 50}, {"batch": 0}, {"objective": "magic"}, {"iterations": 0}, {"part": "half"}],
)
def test_impossible_options_are_named(wrong: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match=next(iter(wrong))):
        TrainingOptions(**wrong)


def test_an_unknown_option_is_named(photographs: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no option 'speed'"):
        train(photographs, tmp_path, speed=3)
