"""A retoucher exports the swap as layers and finds each of them, whole, in another program."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import OpenImageIO
import pytest
import tifffile
from made_pictures import IPTC, XMP, exif, noise, profile
from PIL import Image, ImageCms
from psd_tools import PSDImage

from faceswap_gui.errors import OutputError
from faceswap_gui.imaging import Layer, Photo, Provenance, read_photo, read_provenance, write_layers


def photo_of(depth: str) -> Photo:
    facts = {"exif": exif(), "xmp": XMP, "iptc": IPTC, "dpi": (300.0, 300.0)}
    return Photo(pixels=noise(20, 30, 3, depth), icc=profile("Adobe RGB"), **facts)


def layers_of(photo: Photo, depth: str) -> list[Layer]:
    face = noise(20, 30, 4, depth, seed=1)
    return [
        Layer(name="Original", pixels=photo.pixels),
        Layer(name="Gesicht – visage", pixels=face, visible=False),
    ]


@pytest.mark.parametrize("depth", ["uint8", "uint16"])
def test_psd_layers_open_elsewhere_with_their_names(tmp_path: Path, depth: str) -> None:
    photo = photo_of(depth)
    layers = layers_of(photo, depth)
    write_layers(photo, layers, photo.pixels, tmp_path / "a.psd")
    opened = PSDImage.open(tmp_path / "a.psd")
    assert [layer.name for layer in opened] == ["Original", "Gesicht – visage"]
    assert [layer.visible for layer in opened] == [True, False]
    hints = OpenImageIO.ImageSpec()
    hints.attribute("oiio:UnassociatedAlpha", 1)
    image = OpenImageIO.ImageInput.open(str(tmp_path / "a.psd"), hints)
    for index, layer in enumerate(layers, start=1):
        assert image.seek_subimage(index, 0)
        assert np.array_equal(image.read_image(depth), layer.pixels)


@pytest.mark.parametrize("depth", ["uint8", "uint16", "float32"])
def test_tiff_pages_are_the_layers_behind_the_result(tmp_path: Path, depth: str) -> None:
    photo = photo_of(depth)
    layers = layers_of(photo, depth)
    write_layers(photo, layers, photo.pixels, tmp_path / "a.tif")
    with tifffile.TiffFile(tmp_path / "a.tif") as file:
        pages = [page.asarray() for page in file.pages]
        names = [page.tags[285].value for page in file.pages[1:]]
    assert np.array_equal(pages[0], photo.pixels)
    assert [
        np.array_equal(page, layer.pixels) for page, layer in zip(pages[1:], layers, strict=True)
    ]
    assert names == ["Original", "Gesicht – visage"]


@pytest.mark.parametrize("suffix", [".psd", ".tif"])
def test_programs_without_layers_see_the_result_and_all_that_came_with_it(
    tmp_path: Path, suffix: str
) -> None:
    photo = photo_of("uint16")
    path = tmp_path / f"a{suffix}"
    provenance = Provenance(version="1")
    write_layers(photo, layers_of(photo, "uint16"), photo.pixels, path, provenance=provenance)
    seen = read_photo(path)
    assert np.array_equal(seen.pixels, photo.pixels)
    assert (seen.icc, seen.iptc, seen.dpi) == (photo.icc, photo.iptc, photo.dpi)
    assert seen.exif is not None
    assert b"Ada Lovelace" in seen.exif
    report = read_provenance(path)
    assert report is not None
    assert report.carrier == "XMP"


def test_transparency_of_the_whole_picture_is_kept(tmp_path: Path) -> None:
    for depth in ("uint8", "uint16"):
        flat = noise(20, 30, 4, depth)
        flat[..., 3] = np.where(flat[..., 3] > flat[..., 3].mean(), np.iinfo(depth).max, 0)
        photo = Photo(pixels=flat, channels=4)
        write_layers(photo, [Layer(name="all", pixels=flat)], flat, tmp_path / "a.psd")
        assert np.array_equal(read_photo(tmp_path / "a.psd").pixels, flat)


def test_half_transparent_colours_are_seen_as_they_are(tmp_path: Path) -> None:
    flat = noise(20, 30, 4, "uint16")
    flat[..., 3] |= 0x8000
    photo = Photo(pixels=flat, channels=4)
    write_layers(photo, [Layer(name="all", pixels=flat)], flat, tmp_path / "a.psd")
    whole = PSDImage.open(tmp_path / "a.psd").numpy("color")
    share = flat[..., 3:] / 65535
    white = np.abs(whole - (flat[..., :3] / 65535 * share + 1 - share)).max()
    as_it_is = np.abs(whole - flat[..., :3] / 65535).max()
    assert min(white, as_it_is) < 1e-4
    assert np.abs(read_photo(tmp_path / "a.psd").pixels - flat.astype(int)).max() <= 2


@pytest.mark.parametrize("depth", ["uint8", "uint16", "float32"])
def test_a_layer_of_a_part_keeps_its_place_and_its_mask_in_psd(tmp_path: Path, depth: str) -> None:
    photo = photo_of(depth)
    part = part_with_mask(depth)
    write_layers(photo, [part], photo.pixels, tmp_path / "a.psd")
    (opened,) = PSDImage.open(tmp_path / "a.psd")
    assert opened.bbox == opened.mask.bbox == (7, 4, 16, 10)  # left, top, right, bottom
    assert opened.mask.background_color == 0  # outside of it nothing of the layer is seen
    white = 1 if depth == "float32" else np.iinfo(depth).max
    exact = 0.5 / 255 if depth == "uint8" else 1 / 65535
    assert np.allclose(opened.numpy("color"), part.pixels / white, atol=exact)
    assert np.allclose(opened.numpy("mask")[..., 0], part.mask / white, atol=exact)


@pytest.mark.parametrize("depth", ["uint8", "uint16", "float32"])
def test_a_layer_of_a_part_is_a_whole_page_with_its_mask_as_alpha_in_tiff(
    tmp_path: Path, depth: str
) -> None:
    photo = photo_of(depth)
    part = part_with_mask(depth)
    matte = Layer(name="Matte", pixels=part.mask[..., None].repeat(3, axis=2), place=part.place)
    write_layers(photo, [part, matte], photo.pixels, tmp_path / "a.tif")
    with tifffile.TiffFile(tmp_path / "a.tif") as file:
        _, face, black = (page.asarray() for page in file.pages)
    inside = np.zeros((20, 30), bool)
    inside[4:10, 7:16] = True
    assert np.array_equal(face[inside].reshape(6, 9, 4)[..., :3], part.pixels)
    assert np.array_equal(face[inside].reshape(6, 9, 4)[..., 3], part.mask)
    assert not face[~inside].any()
    assert np.array_equal(black[inside].reshape(6, 9, 3), matte.pixels)
    assert not black[~inside].any()


def part_with_mask(depth: str) -> Layer:
    pixels, mask = noise(6, 9, 3, depth, seed=2), noise(6, 9, 1, depth, seed=3)[..., 0]
    return Layer(name="part", pixels=pixels, place=(4, 7), mask=mask)


def test_what_cannot_be_layered_is_refused(tmp_path: Path) -> None:
    photo = photo_of("uint8")
    with pytest.raises(OutputError, match=r"as \.psd or \.tif"):
        write_layers(photo, [], photo.pixels, tmp_path / "a.png")
    for place in ((16, 0), (0, -1)):
        outside = Layer(name="outside", pixels=photo.pixels[:5], place=place)
        with pytest.raises(OutputError, match="not within"):
            write_layers(photo, [outside], photo.pixels, tmp_path / "a.psd")
    loose = Layer(name="loose", pixels=photo.pixels, mask=photo.pixels[:5, :, 0])
    with pytest.raises(OutputError, match="not within"):
        write_layers(photo, [loose], photo.pixels, tmp_path / "a.psd")
    assert list(tmp_path.iterdir()) == []


def test_more_than_a_psd_may_have_is_refused_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("faceswap_gui.imaging.encode_psd.LONGEST", 4000)  # bytes, not 2 GB
    photo = Photo(pixels=noise(20, 30, 3, "uint8"))
    write_layers(photo, [], photo.pixels, tmp_path / "small.psd")
    with pytest.raises(OutputError, match=r"large\.psd: the layers are too large"):
        layers = [Layer(name=name, pixels=photo.pixels) for name in ("a", "b")]
        write_layers(photo, layers, photo.pixels, tmp_path / "large.psd")
    assert [path.name for path in tmp_path.iterdir()] == ["small.psd"]


def test_a_layer_higher_than_what_is_written_at_once_is_whole(tmp_path: Path) -> None:
    photo = Photo(pixels=noise(700, 40, 3, "uint8"))
    part = noise(400, 20, 3, "uint8", seed=1)
    black = Layer(name="black around", pixels=part, place=(200, 10))
    masked = Layer(name="masked", pixels=part, place=(200, 10), mask=part[..., 0])
    write_layers(photo, [black, masked], photo.pixels, tmp_path / "a.psd")
    opened = PSDImage.open(tmp_path / "a.psd")
    expected = np.zeros_like(photo.pixels)
    expected[200:600, 10:30] = part
    assert np.array_equal(opened[0].topil(), expected)
    assert np.array_equal(np.rint(opened[1].numpy("color") * 255), part)
    assert np.array_equal(opened[1].mask.topil(), part[..., 0])
    with Image.open(tmp_path / "a.psd") as image:
        assert np.array_equal(image, photo.pixels)


def test_a_grey_photograph_gets_coloured_layers(tmp_path: Path) -> None:
    pixels = noise(20, 30, 1, "uint8").repeat(3, axis=2)
    photo = Photo(pixels=pixels, channels=1, icc=profile("grey"))
    write_layers(photo, [Layer(name="a", pixels=pixels)], pixels, tmp_path / "a.psd")
    with Image.open(tmp_path / "a.psd") as image:
        assert image.mode == "RGB"
        assert np.array_equal(np.asarray(image), pixels)
        seen, meant = icc_lightness(image.info["icc_profile"], "RGB"), icc_lightness(photo.icc, "L")
    assert np.allclose(seen, meant, atol=1)


def icc_lightness(icc: bytes, mode: str) -> np.ndarray:
    """The CIELAB lightness that lcms sees in 256 greys, 0 to 255."""
    ramp = Image.fromarray(np.arange(256, dtype=np.uint8)[None]).convert(mode)
    own, lab = ImageCms.getOpenProfile(BytesIO(icc)), ImageCms.createProfile("LAB")
    made = ImageCms.profileToProfile(ramp, own, lab, outputMode="LAB")
    return np.asarray(made)[..., 0].astype(int)
