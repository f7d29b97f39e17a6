"""Colours go into the working space (sRGB, float) and come back as they were."""

from __future__ import annotations

import io

import numpy as np
import pytest
from made_pictures import PROFILES, noise, profile
from PIL import Image, ImageCms

from faceswap_gui.imaging import (
    Photo,
    analysis_image,
    from_working,
    linear_to_srgb,
    photo_from_array,
    rgb_to_lab,
    srgb_to_linear,
    to_working,
)


def every_value(depth: str) -> np.ndarray:
    """Each value of the depth in each channel, in unlike company; (256, n, 3)."""
    values = np.arange(np.iinfo(depth).max + 1, dtype=depth)
    return np.stack([values, np.roll(values, 77), values[::-1]], -1).reshape(256, -1, 3)


@pytest.mark.parametrize("depth", ["uint8", "uint16"])
@pytest.mark.parametrize("icc", [None, profile("sRGB")])
def test_without_a_wider_profile_every_value_comes_back(depth: str, icc: bytes | None) -> None:
    photo = Photo(pixels=every_value(depth), icc=icc)
    working = to_working(photo.pixels, photo)
    assert working.dtype == np.float32
    assert (working.min(), working.max()) == (0, 1)
    assert np.array_equal(from_working(working, photo), photo.pixels)


@pytest.mark.parametrize("name", PROFILES)
def test_colours_of_a_profile_come_back_even_outside_srgb(name: str) -> None:
    eight = Photo(pixels=every_value("uint8"), icc=profile(name))
    back = from_working(to_working(eight.pixels, eight, clip=False), eight)
    assert np.array_equal(back, eight.pixels)
    sixteen = Photo(pixels=every_value("uint16"), icc=profile(name))
    back = from_working(to_working(sixteen.pixels, sixteen, clip=False), sixteen)
    # Blacks beside full colours meet the last digits of float32: a tenth of an 8-bit step.
    assert np.abs(back.astype(int) - sixteen.pixels).max() <= 40


def test_greys_of_a_profile_come_back_exactly_at_16_bits() -> None:
    photo = Photo(pixels=np.arange(65536, dtype=np.uint16).reshape(256, 256, 1).repeat(3, axis=2))
    for name in PROFILES:
        own = Photo(pixels=photo.pixels, icc=profile(name))
        back = from_working(to_working(own.pixels, own, clip=False), own)
        assert np.abs(back.astype(int) - own.pixels).max() <= 1


@pytest.mark.parametrize("name", ["Display P3", "Adobe RGB", "ProPhoto"])
def test_conversion_agrees_with_the_colour_engine(name: str) -> None:
    pixels = noise(64, 64, 3, "uint8") // 2 + 64
    theirs = ImageCms.profileToProfile(
        Image.fromarray(pixels),
        ImageCms.ImageCmsProfile(io.BytesIO(profile(name))),
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )
    photo = Photo(pixels=pixels, icc=profile(name))
    ours = np.rint(to_working(pixels, photo) * 255)
    assert np.abs(ours - np.asarray(theirs)).max() <= 1
    assert np.abs(ours - pixels).max() > 8


def test_a_grey_photograph_stays_grey_under_a_coloured_light() -> None:
    for icc in (None, profile("grey")):
        photo = Photo(pixels=noise(8, 8, 1, "uint8").repeat(3, 2), channels=1, icc=icc)
        working = to_working(photo.pixels, photo)
        assert np.array_equal(from_working(working, photo), photo.pixels)
        tinted = from_working(working * np.float32([1, 0.8, 0.6]), photo)
        assert np.array_equal(tinted[..., 0], tinted[..., 2])
        assert (tinted <= photo.pixels).all()


def test_linear_pictures_are_seen_encoded_and_keep_their_highlights() -> None:
    photo = Photo(pixels=np.float32([[[0.0, 0.18, 4.0]]]), linear=True)
    working = to_working(photo.pixels, photo, clip=False)
    assert working[0, 0] == pytest.approx([0, 0.4613, 1.825], abs=1e-3)
    assert to_working(photo.pixels, photo)[0, 0, 2] == 1
    assert from_working(working, photo) == pytest.approx(photo.pixels, rel=1e-5)


def test_values_that_are_no_numbers_do_not_spread() -> None:
    photo = Photo(pixels=np.float32([[[np.nan, np.inf, -np.inf]]]))
    assert to_working(photo.pixels, photo)[0, 0].tolist() == [0, 1, 0]


def test_the_detectors_picture_is_small_and_srgb() -> None:
    photo = Photo(pixels=noise(300, 600, 4, "uint16"), channels=4, icc=profile("ProPhoto"))
    image, scale = analysis_image(photo, 150)
    assert image.shape == (75, 150, 3)
    assert image.dtype == np.uint8
    assert scale == 0.25
    assert analysis_image(photo, 1000)[0].shape == (300, 600, 3)
    assert analysis_image(photo, 1000)[1] == 1


def test_a_point_of_the_detectors_picture_is_where_the_scale_says() -> None:
    pixels = np.zeros((400, 800, 3), np.uint8)
    pixels[200:208, 600:608] = 255
    image, scale = analysis_image(photo_from_array(pixels), 100)
    y, x = np.unravel_index(image[..., 0].argmax(), image.shape[:2])
    assert (x + 0.5) / scale - 0.5 == pytest.approx(603.5, abs=4)
    assert (y + 0.5) / scale - 0.5 == pytest.approx(203.5, abs=4)


def test_lab_of_known_colours() -> None:
    colours = np.float32([[1, 1, 1], [0, 0, 0], [1, 0, 0], [0.5, 0.5, 0.5]])
    expected = [[100, 0, 0], [0, 0, 0], [53.24, 80.09, 67.20], [53.39, 0, 0]]
    assert rgb_to_lab(colours) == pytest.approx(np.float32(expected), abs=0.02)


def test_srgb_encoding_is_undone() -> None:
    values = np.linspace(-0.5, 4, 1000, dtype=np.float32)
    assert linear_to_srgb(srgb_to_linear(values)) == pytest.approx(values, abs=1e-6)
