"""Damaged and hostile files end in a picture or in one line that names the file and helps."""

from __future__ import annotations

import os
import struct
import sys
import zlib
from pathlib import Path

import numpy as np
import pillow_heif
import pytest
from made_pictures import noise, png_chunk, profile, save
from PIL import Image
from test_reading_kinds import write_dng, write_exr, write_psd

from faceswap_gui.errors import InputError
from faceswap_gui.imaging import read_photo

SUFFIXES = (".png", ".jpg", ".tif", ".webp", ".jxl", ".exr", ".psd", ".heic", ".avif", ".dng")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """One good file of each kind, as bytes."""
    folder = tmp_path_factory.mktemp("whole")
    stored = noise(60, 50, 3, "uint8")
    for suffix in SUFFIXES[:5]:
        save(folder / f"a{suffix}", stored, icc=profile("Display P3"))
    write_exr(folder / "a.exr", noise(60, 50, 3, "float32"), ("R", "G", "B"))
    write_psd(folder / "a.psd", stored, mode=3)
    pillow_heif.from_pillow(Image.fromarray(stored)).save(folder / "a.heic")
    Image.fromarray(stored).save(folder / "a.avif")
    write_dng(folder / "a.dng", orientation=1)
    return {suffix: (folder / f"a{suffix}").read_bytes() for suffix in SUFFIXES}


def refusal(path: Path) -> str:
    """Read a file that must be refused; return the message after checking its form."""
    with pytest.raises(InputError) as caught:
        read_photo(path)
    message = str(caught.value)
    assert str(path) in message
    assert "\n" not in message
    return message


def picture_or_refusal(path: Path) -> None:
    """Read a file that may be good enough or not."""
    try:
        photo = read_photo(path)
    except InputError as error:
        message = str(error)
        assert str(path) in message
        assert "\n" not in message
    else:
        assert photo.pixels.ndim == 3
        assert photo.pixels.shape[2] in (3, 4)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_cut_in_the_middle_is_refused(
    tmp_path: Path, whole: dict[str, bytes], suffix: str
) -> None:
    path = tmp_path / f"cut{suffix}"
    for share in (0.1, 0.5, 0.8):
        path.write_bytes(whole[suffix][: int(len(whole[suffix]) * share)])
        message = refusal(path)
        assert "copy" in message or "save it" in message


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_flipped_bits_end_in_a_picture_or_a_refusal(
    tmp_path: Path, whole: dict[str, bytes], suffix: str
) -> None:
    path = tmp_path / f"flipped{suffix}"
    for seed in range(12):
        rng = np.random.default_rng(seed)
        data = np.frombuffer(whole[suffix], np.uint8).copy()
        reach = len(data) if seed % 2 else min(len(data), 600)  # headers are the sore spot
        places = rng.integers(0, reach, 4)
        data[places] ^= rng.integers(1, 256, 4, dtype=np.uint8)
        path.write_bytes(data.tobytes())
        picture_or_refusal(path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_noise_behind_a_good_beginning(
    tmp_path: Path, whole: dict[str, bytes], suffix: str
) -> None:
    path = tmp_path / f"noise{suffix}"
    path.write_bytes(whole[suffix][:40] + noise(1, 4000, 1, "uint8").tobytes())
    picture_or_refusal(path)


def test_what_is_not_there_or_not_a_file(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "missing.png")
    assert "folder" in refusal(tmp_path)
    (tmp_path / "empty.png").touch()
    assert "empty" in refusal(tmp_path / "empty.png")
    with pytest.raises(InputError, match="cannot be opened"):
        read_photo(tmp_path / ("n" * 5000))
    with pytest.raises(InputError, match="cannot be opened"):
        read_photo(f"{tmp_path}/a\0b.png")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there, pipes have no names")
def test_links_in_loops_and_pipes(tmp_path: Path) -> None:
    (tmp_path / "loop.png").symlink_to(tmp_path / "loop.png")
    assert "leads back" in refusal(tmp_path / "loop.png")
    (tmp_path / "dangling.png").symlink_to(tmp_path / "gone.png")
    assert "does not exist" in refusal(tmp_path / "dangling.png")
    os.mkfifo(tmp_path / "pipe.png")
    assert "pipe" in refusal(tmp_path / "pipe.png")


@pytest.mark.parametrize(
    "content", [b"hello", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7\n", bytes(9000)]
)
def test_what_is_no_picture(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    assert "save it as" in refusal(tmp_path / "a.jpg")


def bomb_png(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    lines = zlib.compress(bytes(1_000_000))
    chunks = (b"IHDR", header), (b"IDAT", lines), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(*chunk) for chunk in chunks)


def test_pictures_that_would_fill_the_memory(tmp_path: Path) -> None:
    (tmp_path / "bomb.png").write_bytes(bomb_png(60_000, 60_000))
    assert "3600 megapixels; the limit is 256" in refusal(tmp_path / "bomb.png")
    (tmp_path / "bomb.psd").write_bytes(
        b"8BPS\0\1" + struct.pack(">6xHIIHH", 3, 300_000, 300_000, 8, 3) + bytes(20)
    )
    assert "megapixels" in refusal(tmp_path / "bomb.psd")


def test_pictures_of_odd_shapes(tmp_path: Path) -> None:
    for height, width in ((1, 1), (10, 65_000), (65_000, 10)):
        save(tmp_path / "a.png", np.zeros((height, width, 3), np.uint8))
        assert read_photo(tmp_path / "a.png").pixels.shape == (height, width, 3)


def test_metadata_gone_bad_does_not_cost_the_picture(tmp_path: Path) -> None:
    stored = noise(8, 9, 3, "uint8")
    bad = b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + bytes(40)
    Image.fromarray(stored).save(tmp_path / "a.png", exif=bad)
    photo = read_photo(tmp_path / "a.png")
    assert np.array_equal(photo.pixels, stored)
    assert photo.exif is None
    assert any("EXIF" in note for note in photo.notes)


def test_deep_and_integer_tiffs_are_named_not_guessed(tmp_path: Path) -> None:
    import tifffile

    tifffile.imwrite(tmp_path / "a.tif", noise(8, 9, 3, "uint32"), photometric="rgb")
    assert "8 or 16 bits" in refusal(tmp_path / "a.tif")
