"""A retoucher gets the swap as layers, from Python."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from psd_tools import PSDImage
from psd_tools.composite import composite

from faceswap_gui.compositing import LayerStack
from faceswap_gui.imaging import Layer, Photo, photo_from_array, srgb_to_linear, write_layers
from faceswap_gui.pipeline.swapper import Swapper

Pixels = NDArray[Any]


@pytest.fixture
def on(swapper: Swapper, target_path: Path) -> Iterator[Any]:
    """The swapper, with another target for the time of a test."""

    def another(target: Photo) -> Swapper:
        swapper.set_target(target)
        return swapper

    yield another
    swapper.set_target(target_path)


def swap(swapper: Swapper) -> tuple[tuple[Layer, ...], Pixels]:
    stack = LayerStack(swapper.target)
    result = swapper.render_all(each_face=stack.add)
    return stack.layers(result), result


def seen(opened: PSDImage, *hidden: str) -> Pixels:
    """What another program makes of the layers that are visible and not hidden by hand, 0..1."""
    for layer in opened:
        layer.visible = layer.visible and layer.name not in hidden
    return composite(opened, force=True)[0]


def transparent(photo: Photo) -> Photo:
    """The photograph, half transparent at its left."""
    height, width = photo.pixels.shape[:2]
    alpha = np.full((height, width, 1), 255, np.uint8)
    alpha[:, : width // 2] = 120
    return photo_from_array(np.concatenate([photo.pixels, alpha], axis=2))


def test_opened_elsewhere_the_result_is_on_top_and_below_it_the_face_over_the_original(
    swapper: Swapper, tmp_path: Path
) -> None:
    layers, result = swap(swapper)
    write_layers(swapper.target, layers, result, tmp_path / "swap.psd")

    opened = PSDImage.open(tmp_path / "swap.psd")
    assert [layer.name for layer in opened] == ["Original", "Face", "Matte", "Result"]
    assert np.array_equal(np.rint(opened[0].numpy("color") * 255), swapper.target.pixels)
    assert np.array_equal(np.rint(seen(opened) * 255), result)
    assert np.abs(seen(opened, "Result") * 255 - result).max() <= 1.5
    assert np.abs(seen(opened, "Result", "Face") * 255 - swapper.target.pixels).max() <= 0.5


def test_the_matte_is_the_faces_mask_and_a_picture_of_its_own(
    swapper: Swapper, tmp_path: Path
) -> None:
    layers, result = swap(swapper)
    write_layers(swapper.target, layers, result, tmp_path / "swap.psd")

    _, face, matte, _ = PSDImage.open(tmp_path / "swap.psd")
    left, top, right, bottom = face.mask.bbox
    picture = matte.numpy("color")
    assert picture.shape == result.shape
    assert np.array_equal(face.mask.topil(), np.rint(picture[top:bottom, left:right, 0] * 255))
    picture[top:bottom, left:right] = 0
    assert not picture.any()
    assert not matte.visible
    assert 0.02 < (np.asarray(face.mask.topil()) > 0).sum() / picture[..., 0].size < 0.5
    # More of the face is there than the mask shows, for whoever paints on the mask.
    hidden = np.asarray(face.mask.topil()) == 0
    changed = (face.numpy("color") * 255 - swapper.target.pixels[top:bottom, left:right])[hidden]
    assert np.abs(changed).mean() > 1


def test_tiff_has_the_same_layers_as_pages(swapper: Swapper, tmp_path: Path) -> None:
    layers, result = swap(swapper)
    write_layers(swapper.target, layers, result, tmp_path / "swap.tif")

    with tifffile.TiffFile(tmp_path / "swap.tif") as file:
        pages = {page.tags[285].value: page.asarray() for page in file.pages[1:]}
        assert np.array_equal(file.pages[0].asarray(), result)
    assert list(pages) == ["Original", "Face", "Matte", "Result"]
    assert np.array_equal(pages["Original"], swapper.target.pixels)
    assert np.array_equal(pages["Result"], result)
    assert np.array_equal(pages["Matte"][..., 0], pages["Face"][..., 3])
    share = pages["Face"][..., 3:] / 255
    mixed = pages["Face"][..., :3] * share + pages["Original"] * (1 - share)
    assert np.abs(mixed - result).max() <= 1.5


def test_every_face_of_a_group_has_a_layer_and_a_matte(
    on: Any, target_photo: Photo, tmp_path: Path
) -> None:
    pair = np.hstack([target_photo.pixels, target_photo.pixels[:, ::-1]])
    layers, result = swap(on(photo_from_array(pair)))
    write_layers(photo_from_array(pair), layers, result, tmp_path / "pair.psd")

    opened = PSDImage.open(tmp_path / "pair.psd")
    names = ["Original", "Face 1", "Matte 1", "Face 2", "Matte 2", "Result"]
    assert [layer.name for layer in opened] == names
    assert np.abs(seen(opened, "Result") * 255 - result).max() <= 1.5
    without_second = np.abs(seen(opened, "Result", "Face 2") * 255 - result).max(axis=2) > 10
    halves = sorted(half.any() for half in np.hsplit(without_second, 2))
    assert halves == [False, True]


def test_a_transparent_photograph_shows_the_result_alone(
    on: Any, target_photo: Photo, tmp_path: Path
) -> None:
    photo = transparent(target_photo)
    layers, result = swap(on(photo))
    write_layers(photo, layers, result, tmp_path / "swap.psd")

    opened = PSDImage.open(tmp_path / "swap.psd")
    assert [layer.name for layer in opened if layer.visible] == ["Result"]
    (face,) = (layer for layer in opened if layer.name == "Face")
    left, top, right, bottom = face.bbox
    assert np.array_equal(
        np.rint(face.numpy("shape")[..., 0] * 255), photo.pixels[top:bottom, left:right, 3]
    )
    write_layers(photo, layers, result, tmp_path / "swap.tif")
    with tifffile.TiffFile(tmp_path / "swap.tif") as file:
        pages = [page.asarray() for page in file.pages]
    assert np.array_equal(pages[0], result)
    assert np.array_equal(pages[4], result)


def test_a_very_large_face_has_its_layers_at_the_photographs_own_pixels(
    on: Any, target_photo: Photo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Such a face is carried from a smaller copy in strips; here 300 pixels are large."""
    monkeypatch.setattr("faceswap_gui.pipeline.smaller_copy.LARGEST_FACE", 300)
    deep = cv2.resize(target_photo.pixels, (1025, 1201)).astype(np.uint16) * 257
    photo = photo_from_array(deep)
    swapper = on(photo)
    layers, result = swap(swapper)
    assert swapper.last_render().scale == 2
    write_layers(photo, layers, result, tmp_path / "large.psd")

    opened = PSDImage.open(tmp_path / "large.psd")
    assert opened.depth == 16
    assert np.array_equal(np.rint(seen(opened) * 65535), result)
    assert np.abs(seen(opened, "Result") * 65535 - result).max() <= 1.5
    (face,) = (layer for layer in opened if layer.name == "Face")
    assert face.height > 400
    assert len(np.unique(np.rint(face.numpy("color") * 65535) % 257)) > 200  # no detour by 8 bits


@pytest.mark.parametrize("bands", [3, 4])
def test_linear_light_becomes_layers_that_look_alike(
    on: Any, target_photo: Photo, bands: int, tmp_path: Path
) -> None:
    """An OpenEXR: floats, proportional to light, multiplied by alpha if there is any."""
    light = srgb_to_linear(target_photo.pixels.astype(np.float32) / 255)
    if bands == 4:
        alpha = np.full_like(light[..., :1], 0.5)
        light = np.concatenate([light * alpha, alpha], axis=2)
    photo = Photo(pixels=light, channels=bands, linear=True, premultiplied=True)
    layers, result = swap(on(photo))
    write_layers(photo, layers, result, tmp_path / "swap.psd")

    opened = PSDImage.open(tmp_path / "swap.psd")
    _, face, matte, whole = opened
    left, top, right, bottom = face.mask.bbox
    shown = matte.numpy("color")[top:bottom, left:right, 0]
    assert np.abs(face.numpy("mask")[..., 0] - shown).max() <= 1.5 / 65535
    if bands == 3:
        assert np.array_equal(whole.numpy("color"), opened.numpy("color"))
        assert np.abs(seen(opened, "Result") - whole.numpy("color")).max() <= 3 / 65535
    original = opened[0].numpy("color")
    assert np.abs(original - target_photo.pixels / 255).max() < 1e-3
