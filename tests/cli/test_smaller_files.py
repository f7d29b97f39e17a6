"""A person chooses on the command line how much a picture may lose for being small."""

from __future__ import annotations

import shutil
from pathlib import Path

import cv2
import numpy as np
import pytest
from faceswap_command import Command
from PIL import Image, JpegImagePlugin

from faceswap_gui.imaging import read_photo
from faceswap_gui.project import Document, Picture, save_project


@pytest.fixture
def project(source_path: Path, target_path: Path, tmp_path: Path) -> Path:
    document = Document(source=Picture(source_path), target=Picture(target_path))
    save_project(document, tmp_path / "p.fsproj")
    return tmp_path / "p.fsproj"


@pytest.mark.parametrize("suffix", [".jpg", ".webp", ".jxl"])
def test_a_lower_quality_makes_a_smaller_file(
    suffix: str, here: Command, project: Path, tmp_path: Path
) -> None:
    sizes = []
    for words in ([f"usual{suffix}"], [f"low{suffix}", "--quality", 40]):
        done = here("render", project, "-o", *words)
        assert done.code == 0, done.err
        sizes.append((tmp_path / words[0]).stat().st_size)
    assert sizes[1] < 0.6 * sizes[0]


@pytest.mark.parametrize(
    ("asked", "found"), [([], 0), (["4:4:4"], 0), (["4:2:2"], 1), (["4:2:0"], 2)]
)
def test_jpeg_keeps_colours_as_fine_as_was_asked(
    asked: list[str],
    found: int,
    here: Command,
    source_path: Path,
    target_path: Path,
    tmp_path: Path,
) -> None:
    words = ["--subsampling", *asked] if asked else []
    done = here("swap", source_path, target_path, "-o", "a.jpg", *words)
    assert done.code == 0, done.err
    with Image.open(tmp_path / "a.jpg") as image:
        assert JpegImagePlugin.get_sampling(image) == found


@pytest.mark.parametrize("suffix", [".webp", ".jxl"])
def test_lossless_keeps_every_pixel(
    suffix: str, here: Command, project: Path, tmp_path: Path
) -> None:
    for words in (["a.png"], [f"a{suffix}", "--lossless"], [f"lossy{suffix}"]):
        done = here("render", project, "-o", *words)
        assert done.code == 0, done.err
    expected = cv2.cvtColor(cv2.imread(str(tmp_path / "a.png")), cv2.COLOR_BGR2RGB)
    assert np.array_equal(read_photo(tmp_path / f"a{suffix}").pixels, expected)
    assert not np.array_equal(read_photo(tmp_path / f"lossy{suffix}").pixels, expected)


def test_a_batch_takes_them_where_the_format_has_them(
    here: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    shutil.copy(target_path, tmp_path / "one.jpg")
    cv2.imwrite(str(tmp_path / "two.png"), cv2.imread(str(target_path)))
    words = (source_path, "one.jpg", "two.png")
    sizes = []
    for folder, asked in (("usual", []), ("low", ["--quality", 30, "--subsampling", "4:2:0"])):
        done = here("batch", *words, "-o", folder, *asked)
        assert done.code == 0, done.err
        sizes.append((tmp_path / folder / "one.jpg").stat().st_size)
    assert sizes[1] < 0.4 * sizes[0]
    pictures = [cv2.imread(str(tmp_path / folder / "two.png")) for folder in ("usual", "low")]
    assert np.array_equal(*pictures)


@pytest.mark.parametrize(
    ("name", "asked", "said"),
    [
        ("a.png", ["--quality", 80], ("PNG", "--quality", ".jpg, .webp or .jxl")),
        ("a.tif", ["--quality", 80], ("TIFF", "--quality")),
        ("a.psd", ["--quality", 80], ("PSD", "--quality")),
        ("a.webp", ["--subsampling", "4:2:0"], ("WebP", "--subsampling", ".jpg")),
        ("a.jpg", ["--lossless"], ("a.jpg", "JPEG", "always loses", ".webp or .png")),
        ("a.webp", ["--lossless", "--quality", 80], ("--quality", "--lossless", "drop one")),
        ("a.jpg", ["--quality", 0], ("--quality", "1 to 100")),
        ("a.jpg", ["--quality", "best"], ("--quality", "1 to 100", "'best'")),
        ("a.jpg", ["--subsampling", "4:1:1"], ("--subsampling", "4:4:4, 4:2:2, 4:2:0")),
    ],
)
def test_what_a_format_cannot_hold_is_refused_before_the_work(
    name: str, asked: list[object], said: tuple[str, ...], here: Command, tmp_path: Path
) -> None:
    # The pictures do not exist either: that is not what the message is about.
    for words in (("swap", "a.png", "b.png"), ("render", "p.fsproj")):
        here(*words, "-o", name, *asked).check_refused(2, *said)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("target", "asked", "said"),
    [
        ("b.png", ["--quality", 80], ("PNG", "--quality")),
        ("b.jpg", ["--lossless"], ("b.jpg", "always loses")),
    ],
)
def test_a_batch_is_refused_before_the_work_too(
    target: str, asked: list[object], said: tuple[str, ...], here: Command, tmp_path: Path
) -> None:
    here("batch", "a.png", target, "-o", "done", *asked).check_refused(2, *said)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.psd", "a.exr"])
def test_a_certificate_is_refused_where_nothing_can_be_signed(
    name: str, here: Command, signing: tuple[str, ...]
) -> None:
    here("render", "p.fsproj", "-o", name, *signing).check_refused(2, name, "cannot be signed")
