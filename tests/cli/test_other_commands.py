"""Demo, doctor, bench, render and train, each as a person uses it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import attrs
import cv2
from faceswap_command import Command, start

from faceswap_gui.commands.train import OPTIONS
from faceswap_gui.project import Document, Picture, save_project
from faceswap_gui.project.project_file import SUFFIX
from faceswap_gui.training.options import TrainingOptions


def test_the_demo_without_a_screen_writes_a_picture_and_tells_each_stages_time(
    faceswap: Command, target_path: Path, tmp_path: Path
) -> None:
    outcome = faceswap("demo")
    assert outcome.code == 0, outcome.err
    result, target = cv2.imread(str(tmp_path / "faceswap-demo.png")), cv2.imread(str(target_path))
    assert result.shape == target.shape
    assert 0.05 < (result != target).any(axis=2).mean() < 0.5
    for stage in ("detect source", "reenact", "encode", "map", "decode", "composite"):
        assert f"\n{stage} " in f"\n{outcome.out}"
    assert outcome.out.splitlines()[-1] == "faceswap-demo.png"


def test_the_doctor_finds_the_models_as_they_were_published(faceswap: Command) -> None:
    outcome = faceswap("doctor")
    models = [line for line in outcome.out.splitlines() if " weights/" in line]
    assert len(models) >= 3
    assert all(line.startswith("ok") for line in models)
    assert "ok     Qt starts" in outcome.out
    assert "device auto is" in outcome.out


def test_the_doctor_names_a_damaged_and_a_missing_model(own_copy: Path, tmp_path: Path) -> None:
    damaged = own_copy / "weights" / "attention_mesh.safetensors"
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"?")
    (own_copy / "resources" / "canonical_head.npz").unlink()
    outcome = start("doctor", folder=tmp_path, package=own_copy)
    assert outcome.code == 4
    wrong = [line for line in outcome.out.splitlines() if line.startswith("wrong")]
    for name in ("weights/attention_mesh.safetensors", "resources/canonical_head.npz"):
        assert any(name in line and "pip install" in line for line in wrong)


def test_bench_measures_the_swap_both_moves_and_every_stage(faceswap: Command) -> None:
    outcome = faceswap("bench", "--repeats", "1")
    assert outcome.code == 0, outcome.err
    measured = json.loads(outcome.out)
    times = measured["milliseconds"]
    assert times.keys() == {"whole swap", "blend move", "level move"}
    # A move re-runs the last stages only, the whole swap all of them.
    assert 0 < times["blend move"] < times["whole swap"]
    assert {"reenact", "encode", "map", "decode", "composite"} <= measured["stages"].keys()


def test_a_project_renders_to_the_pixels_of_the_swap(
    faceswap: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    document = Document(source=Picture(source_path), target=Picture(target_path))
    document = document.with_control("feather", 0.4)
    save_project(document, tmp_path / f"mine{SUFFIX}")
    words = ("render", f"mine{SUFFIX}", "-o", "rendered.png", "--report", "rendered.json")
    rendered = faceswap(*words)
    assert rendered.code == 0, rendered.err
    report = json.loads((tmp_path / "rendered.json").read_text())
    assert report["settings"]["feather"] == 0.4
    swapped = faceswap("swap", source_path, target_path, "-o", "s.png", "--set", "feather=0.4")
    assert swapped.code == 0, swapped.err
    pixels = [cv2.imread(str(tmp_path / name)) for name in ("rendered.png", "s.png")]
    assert (pixels[0] == pixels[1]).all()


def test_training_on_two_portraits_leaves_weights_that_swap_takes(
    faceswap: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    (tmp_path / "photos").mkdir()
    for path in (source_path, target_path):
        shutil.copy(path, tmp_path / "photos")
    few = ("--size", "32", "--batch", "2", "--iterations", "2")
    trained = faceswap("train", "photos", "-o", "run", *few)
    assert trained.code == 0, trained.err
    mine = tmp_path / "run" / "appearance.safetensors"
    swapped = faceswap("swap", source_path, target_path, "-o", "o.png", "--weights", mine)
    assert swapped.code == 0, swapped.err


def test_every_option_of_training_can_be_given() -> None:
    fields = {field.name for field in attrs.fields(TrainingOptions)}
    assert OPTIONS.keys() | {"device", "resume"} == fields
