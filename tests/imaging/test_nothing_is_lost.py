"""A photograph is read, its face changed, and written: everything else must be as it was.

With the environment variable FACESWAP_FULL_MATRIX every profile meets every orientation.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from made_pictures import XMP, noise, profile, save, upright
from PIL import Image
from read_back import read_back

from faceswap_gui.imaging import (
    Photo,
    Provenance,
    from_working,
    read_photo,
    to_working,
    write_photo,
)
from faceswap_gui.imaging.credentials import passing_credentials

FACE = (slice(5, 12), slice(4, 10))
PROFILES = (None, "sRGB", "Display P3", "Adobe RGB", "ProPhoto")
KINDS = (
    *((".png", depth, channels) for depth in ("uint8", "uint16") for channels in (1, 2, 3, 4)),
    *((".tif", "uint8", channels) for channels in (1, 2, 3, 4)),
    *((".tif", "uint16", channels) for channels in (1, 2, 3, 4)),
    *((".tif", "float32", channels) for channels in (1, 3, 4)),
    *((".webp", "uint8", channels) for channels in (3, 4)),
)

FULL = "FACESWAP_FULL_MATRIX" in os.environ

MATRIX = [
    (*kind, space, orientation)
    for index, kind in enumerate(KINDS)
    for orientation in range(1, 9)
    for space in (PROFILES if FULL else [PROFILES[(orientation + index) % len(PROFILES)]])
]
"""Every kind with every orientation and every profile; orientations and profiles in turn."""


def change_the_face(photo: Photo) -> np.ndarray:
    """Darken a region through the working colours, as compositing does."""
    pixels = photo.pixels.copy()
    working = to_working(pixels[FACE], photo, clip=False)
    pixels[FACE][..., :3] = from_working(working * 0.5, photo)
    return pixels


@pytest.fixture(scope="module")
def said() -> Provenance:
    """What every export says of itself unless a person switches it off."""
    return Provenance(version="1", credentials=passing_credentials())


def outside(pixels: np.ndarray) -> np.ndarray:
    mask = np.ones(pixels.shape[:2], bool)
    mask[FACE] = False
    return pixels[mask]


@pytest.mark.parametrize(("suffix", "depth", "channels", "space", "orientation"), MATRIX)
def test_outside_the_face_every_value_is_the_targets(
    tmp_path: Path, suffix: str, depth: str, channels: int, space: str | None, orientation: int
) -> None:
    stored = noise(20, 16, channels, depth)
    icc = None if space is None else profile("grey" if channels <= 2 else space)
    save(tmp_path / f"target{suffix}", stored, orientation=orientation, icc=icc)

    photo = read_photo(tmp_path / f"target{suffix}")
    changed = change_the_face(photo)
    write_photo(photo, changed, tmp_path / f"result{suffix}", lossless=True)

    result = read_back(tmp_path / f"result{suffix}")
    truth = upright(stored, orientation)
    assert result.pixels.dtype == stored.dtype
    assert result.pixels.shape == truth.shape
    assert np.array_equal(outside(result.pixels), outside(truth))
    assert not np.array_equal(result.pixels[FACE], truth[FACE])
    assert result.icc == icc
    assert result.artist == "Ada Lovelace"
    assert result.orientation == 1
    assert XMP in (tmp_path / f"result{suffix}").read_bytes()
    assert result.dpi == pytest.approx(300)


@pytest.mark.parametrize("space", PROFILES)
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_jpeg_xl_keeps_pixels_profile_and_metadata(
    tmp_path: Path, channels: int, space: str | None
) -> None:
    stored = noise(20, 16, channels, "uint8")
    icc = None if space is None else profile("grey" if channels == 1 else space)
    save(tmp_path / "target.jxl", stored, icc=icc)

    photo = read_photo(tmp_path / "target.jxl")
    write_photo(photo, change_the_face(photo), tmp_path / "result.jxl", lossless=True)

    result = read_back(tmp_path / "result.jxl")
    assert np.array_equal(outside(result.pixels), outside(stored))
    again = read_photo(tmp_path / "result.jxl")  # libjxl words a known profile in its own way
    seen, meant = to_working(again.pixels, again), to_working(photo.pixels, photo)
    assert np.allclose(outside(seen), outside(meant), atol=5e-4)
    assert (result.artist, result.taken) == ("Ada Lovelace", "2021:05:06 07:08:09")
    assert XMP in (tmp_path / "result.jxl").read_bytes()


@pytest.mark.parametrize("depth", ["uint16", "float32"])
def test_jpeg_xl_holds_deep_pictures(tmp_path: Path, depth: str) -> None:
    save(tmp_path / "target.tif", noise(20, 16, 4, depth))
    photo = read_photo(tmp_path / "target.tif")
    write_photo(photo, photo.pixels, tmp_path / "result.jxl", lossless=True)
    again = read_photo(tmp_path / "result.jxl")
    assert np.array_equal(again.pixels, photo.pixels)
    assert not again.linear
    assert np.array_equal(to_working(again.pixels, again), to_working(photo.pixels, photo))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_jpeg_is_decoded_like_everywhere_else(
    tmp_path: Path, mode: str, orientation: int
) -> None:
    smooth = np.asarray(Image.fromarray(noise(5, 4, 3, "uint8")).resize((64, 80)))
    Image.fromarray(smooth).convert(mode).save(
        tmp_path / "a.jpg", quality=90, exif=_exif(orientation)
    )
    photo = read_photo(tmp_path / "a.jpg")
    with Image.open(tmp_path / "a.jpg") as image:
        decoded = upright(np.asarray(image), orientation)
    if mode == "CMYK":
        assert photo.pixels.shape == (*decoded.shape[:2], 3)
        assert any("CMYK" in note for note in photo.notes)
        return
    expected = decoded if mode == "RGB" else decoded[..., None].repeat(3, axis=2)
    assert np.array_equal(photo.pixels, expected)


def _exif(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_signed_jpeg_keeps_profile_and_metadata_and_stays_within_its_rounding(
    tmp_path: Path, orientation: int, said: Provenance
) -> None:
    space = PROFILES[orientation % len(PROFILES)]
    icc = None if space is None else profile(space)
    smooth = np.asarray(Image.fromarray(noise(5, 4, 3, "uint8")).resize((64, 80)))
    save(tmp_path / "a.jpg", smooth, orientation=orientation, icc=icc)
    photo = read_photo(tmp_path / "a.jpg")
    write_photo(photo, photo.pixels, tmp_path / "b.jpg", quality=100, provenance=said)
    result = read_back(tmp_path / "b.jpg")
    assert np.abs(result.pixels.astype(int) - photo.pixels).max() <= 4
    assert result.icc == icc
    assert (result.artist, result.dpi, result.orientation) == ("Ada Lovelace", 300, 1)
    assert b'photoshop:City="Paris"' in (tmp_path / "b.jpg").read_bytes()


@pytest.mark.parametrize("space", PROFILES)
@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_a_signed_16_bit_picture_is_the_same_but_for_the_face(
    tmp_path: Path, suffix: str, space: str | None, said: Provenance
) -> None:
    stored = noise(20, 16, 4, "uint16")
    icc = None if space is None else profile(space)
    save(tmp_path / f"a{suffix}", stored, orientation=7, icc=icc)
    photo = read_photo(tmp_path / f"a{suffix}")
    write_photo(photo, change_the_face(photo), tmp_path / f"b{suffix}", provenance=said)
    result = read_back(tmp_path / f"b{suffix}")
    assert np.array_equal(outside(result.pixels), outside(upright(stored, 7)))
    assert (result.icc, result.artist, result.dpi) == (icc, "Ada Lovelace", pytest.approx(300))
