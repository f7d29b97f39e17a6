"""A batch that was interrupted goes on writing its pictures as it was told at first."""

from __future__ import annotations

from pathlib import Path

import pytest
import tifffile
from faceswap_command import Command
from PIL import Image, JpegImagePlugin

from faceswap_gui.imaging import read_provenance


@pytest.fixture
def target(target_path: Path, tmp_path: Path) -> Path:
    """The target with the photographer's name."""
    exif = Image.Exif()
    exif[0x013B] = "Ada Lovelace"
    with Image.open(target_path) as image:
        image.save(tmp_path / "target.jpg", exif=exif, quality=95)
    return tmp_path / "target.jpg"


@pytest.fixture
def interrupted(here: Command, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Give a batch and press Ctrl+C before its first picture is done."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    def begin(*words: object) -> None:
        with monkeypatch.context() as patched:
            patched.setattr("faceswap_gui.project.batch.run.perform", interrupt)
            assert here("batch", *words, "-o", "done").code == 130

    return begin


def test_quality_and_silence_are_remembered(
    here: Command, interrupted: Command, source_path: Path, target: Path, tmp_path: Path
) -> None:
    words = ("--quality", 30, "--subsampling", "4:2:0", "--no-metadata", "--no-provenance")
    interrupted(source_path, target, *words)
    resumed = here("batch", "--resume", "-o", "done")
    assert resumed.code == 0, resumed.err

    written = tmp_path / "done" / "target.jpg"
    assert here("swap", source_path, target, "-o", "usual.jpg").code == 0
    assert written.stat().st_size < 0.4 * (tmp_path / "usual.jpg").stat().st_size
    with Image.open(written) as image:
        assert JpegImagePlugin.get_sampling(image) == 2
    assert b"Lovelace" in (tmp_path / "usual.jpg").read_bytes()
    assert b"Lovelace" not in written.read_bytes()
    assert read_provenance(written) is None


def test_layers_are_remembered(
    here: Command, interrupted: Command, source_path: Path, target: Path, tmp_path: Path
) -> None:
    (tmp_path / "list.csv").write_text(f"source,target,output\n{source_path},{target},a.tif\n")
    interrupted("--list", "list.csv", "--layers")
    assert here("batch", "--resume", "-o", "done").code == 0
    with tifffile.TiffFile(tmp_path / "done" / "a.tif") as file:
        assert len(file.pages) == 5


@pytest.mark.parametrize(
    "more", [["--quality", 80], ["--lossless"], ["--layers"], ["--no-metadata"]]
)
def test_other_options_than_at_first_are_refused_and_the_batch_still_waits(
    more: list[object],
    here: Command,
    interrupted: Command,
    source_path: Path,
    target: Path,
    tmp_path: Path,
) -> None:
    interrupted(source_path, target)
    here("batch", "--resume", "-o", "done", *more).check_refused(2, "only -o FOLDER")
    assert here("batch", "--resume", "-o", "done").code == 0
    assert (tmp_path / "done" / "target.jpg").is_file()


def test_a_certificate_is_asked_for_again_since_its_key_is_kept_nowhere(
    here: Command,
    interrupted: Command,
    source_path: Path,
    target: Path,
    tmp_path: Path,
    signing: tuple[str, ...],
) -> None:
    interrupted(source_path, target, *signing)
    for file in (tmp_path / "done").iterdir():
        assert b"PRIVATE KEY" not in file.read_bytes()
    here("batch", "--resume", "-o", "done").check_refused(2, "--certificate and --key again")
    resumed = here("batch", "--resume", "-o", "done", *signing)
    assert resumed.code == 0, resumed.err


def test_a_certificate_that_was_not_there_at_first_is_refused(
    here: Command,
    interrupted: Command,
    source_path: Path,
    target: Path,
    signing: tuple[str, ...],
) -> None:
    interrupted(source_path, target)
    here("batch", "--resume", "-o", "done", *signing).check_refused(2, "without a certificate")
