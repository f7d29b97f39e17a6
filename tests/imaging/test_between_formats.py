"""A photograph of one format is exported in another: what both can hold comes along."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from made_pictures import noise, profile, save
from read_back import read_back

from faceswap_gui.imaging import read_photo, to_working, write_photo

TARGETS = (".tif", ".png", ".jpg", ".webp")
RESULTS = (".tif", ".png", ".jpg", ".webp", ".jxl", ".exr", ".psd")
SPACES = ("Display P3", "ProPhoto")
if "FACESWAP_FULL_MATRIX" in os.environ:
    SPACES = ("sRGB", "Display P3", "Adobe RGB", "ProPhoto")
DEPTHS = {".tif": ("uint8", "uint16", "float32"), ".png": ("uint8", "uint16")}
PAIRS = [
    (target, depth, result, space)
    for target in TARGETS
    for depth in DEPTHS.get(target, ("uint8",))
    for result in RESULTS
    for space in SPACES
]


@pytest.mark.parametrize(("target", "depth", "result", "space"), PAIRS)
def test_resolution_profile_and_metadata_come_along(
    tmp_path: Path, target: str, depth: str, result: str, space: str
) -> None:
    save(tmp_path / f"a{target}", noise(20, 16, 3, depth), orientation=6, icc=profile(space))
    photo = read_photo(tmp_path / f"a{target}")

    assert write_photo(photo, photo.pixels, tmp_path / f"b{result}") == ()

    written = read_back(tmp_path / f"b{result}")
    assert written.dpi == pytest.approx(300)
    assert written.artist == "Ada Lovelace"
    assert written.orientation == 1
    if target != ".tif" and result not in (".exr", ".psd"):
        assert written.taken == "2021:05:06 07:08:09"
    again = read_photo(tmp_path / f"b{result}")
    assert again.dpi == photo.dpi == (300, 300)
    if result not in (".jpg", ".webp", ".jxl"):  # those lose something of the noise
        seen, meant = to_working(again.pixels, again), to_working(photo.pixels, photo)
        assert np.abs(seen - meant).max() < 5e-4


def test_the_resolution_is_said_though_the_privacy_switch_leaves_all_else_out(
    tmp_path: Path,
) -> None:
    save(tmp_path / "a.tif", noise(20, 16, 3, "uint8"))
    photo = read_photo(tmp_path / "a.tif")
    for result in RESULTS:
        write_photo(photo, photo.pixels, tmp_path / f"b{result}", metadata=False)
        assert read_photo(tmp_path / f"b{result}").dpi == (300, 300)
        assert read_back(tmp_path / f"b{result}").artist is None


@pytest.mark.parametrize("result", [".jxl", ".webp", ".psd"])
@pytest.mark.parametrize(("depth", "channels"), [("uint8", 1), ("uint8", 2), ("float32", 1)])
def test_a_grey_profile_is_kept_where_only_colours_can_be_held(
    tmp_path: Path, depth: str, channels: int, result: str
) -> None:
    stored = noise(20, 16, channels, depth)
    stored[..., 1:] = 255
    save(tmp_path / "a.tif", stored, icc=profile("grey"))
    photo = read_photo(tmp_path / "a.tif")

    write_photo(photo, photo.pixels, tmp_path / f"b{result}", lossless=True)

    again = read_photo(tmp_path / f"b{result}")
    if again.pixels.dtype == photo.pixels.dtype:
        assert np.array_equal(again.pixels[..., :3], photo.pixels[..., :3])
    seen, meant = to_working(again.pixels, again), to_working(photo.pixels, photo)
    # 8 bits of the float's value, for the formats that have no more.
    step = 1 / 255 if again.pixels.dtype == np.uint8 else 1 / 65535
    assert np.abs(seen - meant).max() < 5e-5 + (depth == "float32") * step
