"""What happens when a picture is exported: whole or not at all, and as asked."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from made_pictures import IPTC, XMP, exif, noise, profile, save
from PIL import Image
from read_back import read_back

from faceswap_gui.errors import OutputError, UsageError
from faceswap_gui.imaging import Photo, photo_from_array, read_photo, write_photo

SUFFIXES = (".png", ".jpg", ".tif", ".webp", ".jxl", ".exr")
PHOTO = photo_from_array(noise(20, 30, 3, "uint8"))


def only_file(folder: Path, name: str | None) -> bool:
    return [path.name for path in folder.iterdir()] == ([name] if name else [])


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_can_be_read_again(tmp_path: Path, suffix: str) -> None:
    write_photo(PHOTO, PHOTO.pixels, tmp_path / f"a{suffix.upper()}")
    assert read_photo(tmp_path / f"a{suffix.upper()}").pixels.shape == PHOTO.pixels.shape
    assert only_file(tmp_path, f"a{suffix.upper()}")


@pytest.mark.parametrize("name", ["a.gif", "a", "a.", "a.png.txt"])
def test_an_unknown_suffix_is_refused_with_those_that_there_are(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match=r"use one of \.jpg"):
        write_photo(PHOTO, PHOTO.pixels, tmp_path / name)
    assert only_file(tmp_path, None)


def test_a_missing_folder_and_a_folder_as_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="does not exist; create it"):
        write_photo(PHOTO, PHOTO.pixels, tmp_path / "no" / "a.png")
    (tmp_path / "dir.png").mkdir()
    with pytest.raises(OutputError, match="is a folder"):
        write_photo(PHOTO, PHOTO.pixels, tmp_path / "dir.png")


def test_a_read_only_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", denied)
    with pytest.raises(OutputError, match="may not be written to"):
        write_photo(PHOTO, PHOTO.pixels, tmp_path / "a.png")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path, suffix: str) -> None:
    """The limit on the size of files stands for the disk: writing fails after 20 kB."""
    goal = tmp_path / f"a{suffix}"
    goal.write_bytes(b"the old one")
    command = (
        "import resource, sys, numpy as np\n"
        "from faceswap_gui.imaging import photo_from_array, write_photo\n"
        "from faceswap_gui.errors import OutputError\n"
        "noise = np.random.default_rng(0).integers(0, 256, (300, 300, 3), np.uint8)\n"
        "photo = photo_from_array(noise)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "try:\n"
        "    write_photo(photo, photo.pixels, sys.argv[1])\n"
        "except OutputError as error:\n"
        "    print(error)\n"
    )
    if sys.platform == "win32":
        pytest.skip("no such limits there")
    done = subprocess.run(
        [sys.executable, "-c", command, goal], capture_output=True, text=True, check=False
    )
    assert str(goal) in done.stdout, done.stderr
    assert done.stdout.count("\n") == 1
    assert goal.read_bytes() == b"the old one"
    assert only_file(tmp_path, goal.name)


def test_a_disk_that_is_full_at_the_last_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    (tmp_path / "a.png").write_bytes(b"the old one")
    with pytest.raises(OutputError, match="disk is full: free some space"):
        write_photo(PHOTO, PHOTO.pixels, tmp_path / "a.png")
    assert (tmp_path / "a.png").read_bytes() == b"the old one"
    assert only_file(tmp_path, "a.png")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links work otherwise there")
def test_replacing_keeps_permissions_and_links(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.png").touch(mode=0o640)
    (tmp_path / "link.png").symlink_to(tmp_path / "real" / "a.png")
    write_photo(PHOTO, PHOTO.pixels, tmp_path / "link.png")
    assert (tmp_path / "link.png").is_symlink()
    assert (tmp_path / "real" / "a.png").stat().st_mode & 0o777 == 0o640
    assert np.array_equal(read_photo(tmp_path / "link.png").pixels, PHOTO.pixels)


def test_the_target_can_be_written_over_itself(tmp_path: Path) -> None:
    save(tmp_path / "a.png", noise(20, 30, 3, "uint16"), orientation=6)
    photo = read_photo(tmp_path / "a.png")
    write_photo(photo, photo.pixels, tmp_path / "a.png")
    assert np.array_equal(read_photo(tmp_path / "a.png").pixels, photo.pixels)


def test_the_privacy_switch_strips_what_tells_of_people_and_places(tmp_path: Path) -> None:
    for suffix in SUFFIXES:
        photo = Photo(pixels=PHOTO.pixels, exif=exif(), xmp=XMP, iptc=IPTC, icc=profile("sRGB"))
        path = tmp_path / f"a{suffix}"
        write_photo(photo, photo.pixels, path, metadata=False)
        stripped = read_photo(path)
        assert (stripped.exif, stripped.xmp, stripped.iptc) == (None, None, None)
        for word in (b"Lovelace", b"Paris", b"Seine"):
            assert word not in path.read_bytes()
        write_photo(photo, photo.pixels, path)
        assert b"Paris" in path.read_bytes()


@pytest.mark.parametrize("suffix", [".jpg", ".tif"])
def test_iptc_is_kept(tmp_path: Path, suffix: str) -> None:
    photo = Photo(pixels=PHOTO.pixels, iptc=IPTC)
    write_photo(photo, photo.pixels, tmp_path / f"a{suffix}")
    assert read_photo(tmp_path / f"a{suffix}").iptc == IPTC
    from PIL import IptcImagePlugin

    with Image.open(tmp_path / f"a{suffix}") as image:
        info = IptcImagePlugin.getiptcinfo(image)
    assert info is not None
    assert (info[2, 90], info[2, 120]) == (b"Paris", b"Seine")


def test_the_whole_exif_goes_from_jpeg_to_tiff(tmp_path: Path) -> None:
    photo = Photo(pixels=PHOTO.pixels, exif=exif())
    write_photo(photo, photo.pixels, tmp_path / "a.tif")
    with Image.open(tmp_path / "a.tif") as image:
        tags = image.getexif()
        assert (tags[0x013B], tags[0x8298]) == ("Ada Lovelace", "CC0")
        assert tags.get_ifd(0x8769)[0x9003] == "2021:05:06 07:08:09"
        assert float(tags.get_ifd(0x8769)[0x829A]) == pytest.approx(0.004)
        assert tags.get_ifd(0x8825)[2] == (48.0, 51.0, 24.0)


def test_the_old_thumbnail_does_not_go_along(tmp_path: Path) -> None:
    """It shows the face that was there before."""
    made = Image.Exif()
    made[0x013B] = "Ada Lovelace"
    head = bytearray(made.tobytes().removeprefix(b"Exif\0\0"))
    thumbnail = b"\xff\xd8" + b"OLD FACE" + b"\xff\xd9"
    end = len(head)
    directory = b"\0\2" + _entry(0x0201, end + 30) + _entry(0x0202, len(thumbnail)) + bytes(4)
    at = 8 + 2 + 12 * int.from_bytes(head[8:10], "big")
    head[at : at + 4] = end.to_bytes(4, "big")
    payload = bytes(head) + directory + thumbnail
    Image.fromarray(PHOTO.pixels).save(tmp_path / "a.jpg", exif=b"Exif\0\0" + payload)
    assert b"OLD FACE" in (tmp_path / "a.jpg").read_bytes()

    photo = read_photo(tmp_path / "a.jpg")
    write_photo(photo, photo.pixels, tmp_path / "b.jpg")
    assert b"OLD FACE" not in (tmp_path / "b.jpg").read_bytes()
    assert read_back(tmp_path / "b.jpg").artist == "Ada Lovelace"


def _entry(tag: int, value: int) -> bytes:
    return tag.to_bytes(2, "big") + b"\0\4\0\0\0\1" + value.to_bytes(4, "big")


def test_quality_and_subsampling_do_what_they_say(tmp_path: Path) -> None:
    smooth = np.asarray(Image.fromarray(noise(9, 9, 3, "uint8")).resize((200, 200)))
    photo = photo_from_array(smooth)
    sizes = {}
    for quality in (30, 95):
        for subsampling in ("4:4:4", "4:2:0"):
            path = tmp_path / f"{quality}{subsampling[-1]}.jpg"
            write_photo(photo, smooth, path, quality=quality, subsampling=subsampling)
            sizes[quality, subsampling] = path.stat().st_size
    assert sizes[30, "4:4:4"] < sizes[95, "4:4:4"]
    assert sizes[95, "4:2:0"] < sizes[95, "4:4:4"]
    with Image.open(tmp_path / "950.jpg") as image:
        assert image.layer[0][1:3] == (2, 2)
    for wrong in ({"quality": 0}, {"quality": 101}, {"subsampling": "4:1:1"}):
        with pytest.raises(UsageError):
            write_photo(photo, smooth, tmp_path / "no.jpg", **wrong)


def test_alpha_in_a_jpeg_becomes_white_not_black(tmp_path: Path) -> None:
    pixels = np.zeros((16, 16, 4), np.uint16)
    pixels[:, 8:, 3] = 65535
    photo = photo_from_array(pixels)
    write_photo(photo, photo.pixels, tmp_path / "a.jpg")
    written = read_back(tmp_path / "a.jpg").pixels
    assert written[:, :7].min() > 250
    assert written[:, 9:].max() < 5


@pytest.mark.parametrize("depth", ["uint16", "float32"])
def test_deep_pictures_are_rounded_not_cut_for_eight_bits(tmp_path: Path, depth: str) -> None:
    photo = photo_from_array(noise(20, 30, 3, depth))
    write_photo(photo, photo.pixels, tmp_path / "a.webp", lossless=True)
    expected = np.rint(photo.pixels / photo.white * 255)
    assert np.array_equal(read_back(tmp_path / "a.webp").pixels, expected)
    write_photo(photo, photo.pixels, tmp_path / "a.png")
    deep = np.rint(photo.pixels / photo.white * 65535)
    assert np.abs(read_back(tmp_path / "a.png").pixels - deep).max() <= 0.01 * 65535 / 255


def test_openexr_gets_linear_light_and_gives_it_back(tmp_path: Path) -> None:
    photo = Photo(pixels=noise(20, 30, 4, "uint16"), channels=4, icc=profile("Display P3"))
    photo.pixels[..., 3] = 65535
    write_photo(photo, photo.pixels, tmp_path / "a.exr")
    exr = read_photo(tmp_path / "a.exr")
    grey = Photo(pixels=np.full((1, 1, 3), 0x7636, np.uint16))
    write_photo(grey, grey.pixels, tmp_path / "grey.exr")
    assert read_back(tmp_path / "grey.exr").pixels == pytest.approx(0.18, abs=1e-3)
    write_photo(exr, exr.pixels, tmp_path / "b.tif")
    assert read_photo(tmp_path / "b.tif").pixels.min() < 0  # Display P3 is wider than sRGB
    assert (read_photo(tmp_path / "b.tif").pixels[..., 3] == 1).all()


def test_what_a_format_cannot_hold_is_said(tmp_path: Path) -> None:
    long = XMP.replace(b"Paris", b"P" * 70_000)
    photo = Photo(pixels=PHOTO.pixels, xmp=long, exif=exif())
    notes = write_photo(photo, photo.pixels, tmp_path / "a.jpg")
    assert notes == ("its XMP is too long for this format and was left out",)
    assert read_back(tmp_path / "a.jpg").artist == "Ada Lovelace"
    assert write_photo(photo, photo.pixels, tmp_path / "a.png") == ()
    assert read_photo(tmp_path / "a.png").xmp == long

    wide = photo_from_array(np.zeros((1, 20_000, 3), np.uint8))
    with pytest.raises(OutputError, match="at most 16383 pixels a side"):
        write_photo(wide, wide.pixels, tmp_path / "a.webp")
    write_photo(photo, photo.pixels, tmp_path / "a.exr")
    assert read_back(tmp_path / "a.exr").artist == "Ada Lovelace"
