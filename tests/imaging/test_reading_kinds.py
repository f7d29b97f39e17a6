"""Every kind of picture that people have opens upright, at its own depth."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import OpenImageIO
import pillow_heif
import pytest
import tifffile
from made_pictures import exif, noise, profile, save
from PIL import Image

from faceswap_gui.errors import InputError
from faceswap_gui.imaging import photo_from_array, read_photo, to_working


def smooth(height: int = 48, width: int = 64) -> np.ndarray:
    small = Image.fromarray(noise(4, 5, 3, "uint8"))
    return np.asarray(small.resize((width, height), Image.Resampling.BICUBIC))


def quarter_turn(pixels: np.ndarray) -> np.ndarray:
    return np.rot90(pixels, -1)


@pytest.mark.parametrize("mode", ["P", "1", "L", "LA", "RGB", "RGBA"])
@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_palettes_bilevel_and_grey_are_expanded(tmp_path: Path, mode: str, suffix: str) -> None:
    image = Image.fromarray(noise(20, 30, 4 if mode.endswith("A") else 3, "uint8")).convert(mode)
    image.save(tmp_path / f"a{suffix}")
    photo = read_photo(tmp_path / f"a{suffix}")
    expected = image.convert("RGBA" if mode.endswith("A") else "RGB")
    assert np.array_equal(photo.pixels, np.asarray(expected))


def test_a_transparent_palette_keeps_its_alpha(tmp_path: Path) -> None:
    image = Image.fromarray(noise(20, 30, 3, "uint8")).quantize(16)
    image.save(tmp_path / "a.png", transparency=3)
    with Image.open(tmp_path / "a.png") as saved:
        assert np.array_equal(
            read_photo(tmp_path / "a.png").pixels, np.asarray(saved.convert("RGBA"))
        )


def test_a_cmyk_tiff_is_seen_as_printed(tmp_path: Path) -> None:
    inks = np.zeros((8, 8, 4), np.uint8)
    inks[..., 1:3] = 255
    Image.fromarray(inks, "CMYK").save(tmp_path / "red.tif")
    photo = read_photo(tmp_path / "red.tif")
    red, green, blue = photo.pixels[4, 4].astype(int)
    assert red > 180
    assert max(green, blue) < 90
    assert photo.icc is None
    assert any("CMYK" in note for note in photo.notes)


def test_heic_of_a_phone(tmp_path: Path) -> None:
    picture = pillow_heif.from_pillow(Image.fromarray(smooth()))
    picture.save(
        tmp_path / "a.heic",
        quality=-1,
        exif=b"Exif\0\0" + exif(6),
        icc_profile=profile("Display P3"),
    )
    photo = read_photo(tmp_path / "a.heic")
    assert np.abs(photo.pixels.astype(int) - quarter_turn(smooth())).mean() < 4
    assert photo.icc == profile("Display P3")
    assert photo.exif is not None
    assert b"Ada Lovelace" in photo.exif


def test_ten_bits_of_heic_reach_white(tmp_path: Path) -> None:
    white = np.full((32, 32, 3), 65535, np.uint16)
    picture = pillow_heif.from_bytes("RGB;16", (32, 32), white.tobytes())
    picture.save(tmp_path / "a.heic", quality=-1)
    photo = read_photo(tmp_path / "a.heic")
    assert photo.pixels.dtype == np.uint16
    assert photo.pixels.max() == 65535


def test_avif(tmp_path: Path) -> None:
    Image.fromarray(smooth()).save(tmp_path / "a.avif", quality=95, exif=b"Exif\0\0" + exif(6))
    photo = read_photo(tmp_path / "a.avif")
    assert np.abs(photo.pixels.astype(int) - quarter_turn(smooth())).mean() < 4


def test_openexr_is_linear_light(tmp_path: Path) -> None:
    stored = noise(20, 30, 4, "float32") * 4
    write_exr(tmp_path / "a.exr", stored, ("R", "G", "B", "A"))
    photo = read_photo(tmp_path / "a.exr")
    assert np.array_equal(photo.pixels, stored)
    assert photo.linear
    assert photo.premultiplied


def test_openexr_with_more_than_colours_gives_the_colours(tmp_path: Path) -> None:
    stored = noise(20, 30, 5, "float32")
    write_exr(tmp_path / "a.exr", stored, ("Z", "B", "G", "R", "mask"))
    photo = read_photo(tmp_path / "a.exr")
    assert np.array_equal(photo.pixels, stored[..., [3, 2, 1]])
    assert any("left out" in note for note in photo.notes)
    write_exr(tmp_path / "depth.exr", stored[..., :1], ("Z",))
    with pytest.raises(InputError, match=r"depth\.exr.*no channels R, G, B"):
        read_photo(tmp_path / "depth.exr")


def write_exr(path: Path, stored: np.ndarray, names: tuple[str, ...]) -> None:
    height, width, channels = stored.shape
    spec = OpenImageIO.ImageSpec(width, height, channels, OpenImageIO.FLOAT)
    spec.channelnames = names
    output = OpenImageIO.ImageOutput.create(str(path))
    assert output.open(str(path), spec)
    assert output.write_image(np.ascontiguousarray(stored))
    output.close()


@pytest.mark.parametrize("depth", ["uint8", "uint16"])
@pytest.mark.parametrize("channels", [1, 3])
def test_flattened_psd(tmp_path: Path, depth: str, channels: int) -> None:
    stored = noise(20, 30, channels, depth)
    write_psd(tmp_path / "a.psd", stored, mode=1 if channels == 1 else 3)
    photo = read_photo(tmp_path / "a.psd")
    assert photo.pixels.dtype == depth
    assert np.array_equal(photo.pixels, stored if channels == 3 else stored.repeat(3, 2))
    assert photo.icc == profile("Adobe RGB" if channels == 3 else "grey")
    assert photo.dpi == (300, 300)


def test_psd_in_cmyk_and_in_rare_modes(tmp_path: Path) -> None:
    inks = np.full((8, 8, 4), 255, np.uint8)  # 255 is no ink
    inks[..., 1:3] = 0
    write_psd(tmp_path / "red.psd", inks, mode=4, icc=b"")
    red, green, blue = read_photo(tmp_path / "red.psd").pixels[4, 4].astype(int)
    assert red > 180
    assert max(green, blue) < 90
    write_psd(tmp_path / "lab.psd", noise(8, 8, 3, "uint8"), mode=9, icc=b"")
    with pytest.raises(InputError, match=r"lab\.psd.*convert it to RGB"):
        read_photo(tmp_path / "lab.psd")


def write_psd(path: Path, stored: np.ndarray, mode: int, icc: bytes | None = None) -> None:
    """A PSD without layers, as the format's specification lays it out."""
    height, width, channels = stored.shape
    icc = profile("grey" if channels == 1 else "Adobe RGB") if icc is None else icc
    dpi = struct.pack(">IHHIHH", 300 << 16, 1, 1, 300 << 16, 1, 1)
    resources = b""
    for number, data in ((0x03ED, dpi), (0x040F, icc)):
        if data:
            resources += b"8BIM" + struct.pack(">HHI", number, 0, len(data)) + data
            resources += bytes(len(data) % 2)
    header = struct.pack(">6xHIIHH", channels, height, width, stored.itemsize * 8, mode)
    planes = np.moveaxis(stored, 2, 0).astype(stored.dtype.newbyteorder(">")).tobytes()
    path.write_bytes(
        b"8BPS\0\1"
        + header
        + struct.pack(">I", 0)
        + struct.pack(">I", len(resources))
        + resources
        + struct.pack(">IH", 0, 0)
        + planes
    )


def test_camera_raw_is_developed_upright(tmp_path: Path) -> None:
    write_dng(tmp_path / "a.dng", orientation=6)
    photo = read_photo(tmp_path / "a.dng")
    assert photo.pixels.shape == (96, 64, 3)
    assert photo.pixels.dtype == np.uint16
    top, bottom = photo.pixels[:40].mean(), photo.pixels[56:].mean()
    assert top < bottom  # the sensor's left, dark, is up after a quarter turn to the right
    assert any("developed" in note for note in photo.notes)


def write_dng(path: Path, orientation: int) -> None:
    """A small sensor of red, green and blue pixels, brighter to the right."""
    sensor = np.linspace(200, 3800, 96, dtype=np.uint16)[None].repeat(64, axis=0)
    matrix = (3.13, -1.62, -0.49, -0.98, 1.92, 0.03, 0.07, -0.23, 1.41)
    rationals = tuple(part for value in matrix for part in (round(value * 1000), 1000))
    tags = [
        (274, "H", 1, orientation, True),
        (50706, "B", 4, bytes((1, 4, 0, 0)), True),
        (50708, "s", 0, "Synthetic", True),
        (33421, "H", 2, (2, 2), True),
        (33422, "B", 4, bytes((0, 1, 1, 2)), True),
        (50717, "I", 1, 4095, True),
        (50721, 10, 9, rationals, True),
        (50728, 5, 3, (1, 1, 1, 1, 1, 1), True),
        (50778, "H", 1, 21, True),
    ]
    tifffile.imwrite(path, sensor, photometric=32803, extratags=tags, metadata=None)


def test_the_bytes_count_and_not_the_name(tmp_path: Path) -> None:
    stored = noise(20, 30, 3, "uint8")
    Image.fromarray(stored).save(tmp_path / "really.png")
    for name in ("a.jpg", "b.tif", "c.cr2", "d", "e.heic", "f.txt"):
        (tmp_path / name).write_bytes((tmp_path / "really.png").read_bytes())
        assert np.array_equal(read_photo(tmp_path / name).pixels, stored)


@pytest.mark.parametrize(
    "name", ["with space.png", "émoji 🙂.png", "שלום.png", "[1].png", "n" * 251 + ".png"]
)
def test_names_of_all_sorts(tmp_path: Path, name: str) -> None:
    save(tmp_path / name, noise(4, 5, 3, "uint8"))
    assert read_photo(tmp_path / name).path == tmp_path / name
    assert read_photo(str(tmp_path / name)).width == 5


def test_profiles_that_do_not_fit_are_left_out_and_said(tmp_path: Path) -> None:
    stored = noise(8, 8, 3, "uint8")
    for icc in (b"no profile at all", profile("grey"), profile("ProPhoto")[:300]):
        save(tmp_path / "a.tif", stored, icc=icc)
        photo = read_photo(tmp_path / "a.tif")
        assert photo.icc is None
        assert any("profile" in note for note in photo.notes)
        assert np.array_equal(photo.pixels, stored)


def test_arrays_become_photographs() -> None:
    grey = np.arange(12, dtype=np.uint8).reshape(3, 4)
    assert photo_from_array(grey).pixels.shape == (3, 4, 3)
    assert photo_from_array(grey[..., None]).is_grey
    assert photo_from_array(np.zeros((2, 2, 4))).pixels.dtype == np.float32
    photo = photo_from_array(np.full((2, 2, 3), 0.5))
    assert to_working(photo.pixels, photo)[0, 0, 0] == 0.5


@pytest.mark.parametrize(
    "array",
    [
        np.zeros((2, 2, 5), np.uint8),
        np.zeros((0, 2, 3), np.uint8),
        np.zeros(4, np.uint8),
        np.zeros((2, 2, 3), np.int64),
        np.zeros((2, 2, 3), bool),
    ],
)
def test_arrays_that_are_no_pictures_are_refused(array: np.ndarray) -> None:
    with pytest.raises(InputError):
        photo_from_array(array)
