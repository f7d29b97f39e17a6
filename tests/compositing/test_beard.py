"""A beard is told from a shadow, so that neither travels as the other."""

import attrs
import numpy as np
import pytest
from numpy.typing import NDArray

from faceswap_gui.compositing import beard
from faceswap_gui.faces.face import Face
from faceswap_gui.imaging import Photo
from faceswap_gui.reenactment import FirstFace, reenact


@pytest.fixture(scope="module")
def shaven(
    source_photo: Photo, source_face: Face, target_photo: Photo, target_face: Face
) -> FirstFace:
    """Two plain, evenly lit faces without any features in a real face's place."""
    first = reenact(source_photo, source_face, target_photo, target_face, face_shape=0)
    plain = np.full_like(first.target, 0.55)
    return attrs.evolve(first, image=plain, target=plain)


def _chin(first: FirstFace) -> tuple[slice, slice]:
    """Return a square on the chin, a quarter of the eye distance wide."""
    y0, _, x0, _ = first.roi
    x, y = first.landmarks[199, :2] - np.array([x0, y0])
    half = first.eye_distance / 8
    return slice(round(y - half), round(y + half)), slice(round(x - half), round(x + half))


def _whiskers(first: FirstFace, where: tuple[slice, slice]) -> NDArray[np.float32]:
    """Draw dark hairs a pixel or two wide, as an eye distance of 120 pixels shows them."""
    image = first.target.copy()
    grain = np.random.default_rng(0).random(image[where].shape[:2]) < 0.5
    image[where][grain] *= 0.3
    return image


def _found(first: FirstFace, where: tuple[slice, slice]) -> float:
    return float(beard(first, np.ones_like(first.region))[where].mean())


def test_the_sources_beard_is_found_and_the_targets_left_to_the_light(shaven: FirstFace) -> None:
    hairy = _whiskers(shaven, _chin(shaven))
    assert _found(shaven, _chin(shaven)) < 0.05
    assert _found(attrs.evolve(shaven, image=hairy), _chin(shaven)) > 0.5
    assert _found(attrs.evolve(shaven, target=hairy), _chin(shaven)) < 0.05


def test_a_soft_shadow_on_the_chin_is_no_beard(shaven: FirstFace) -> None:
    shadowed = shaven.image.copy()
    width = shadowed.shape[1]
    shadowed *= np.linspace(0.2, 1.0, width, dtype=np.float32)[None, :, None]
    assert _found(attrs.evolve(shaven, image=shadowed), _chin(shaven)) < 0.05


def test_hair_above_the_mouth_is_none_of_its_business(shaven: FirstFace) -> None:
    y0, _, x0, _ = shaven.roi
    x, y = (shaven.landmarks[9, :2] - np.array([x0, y0])).astype(int)
    brow = slice(y - 10, y + 10), slice(x - 20, x + 20)
    assert _found(attrs.evolve(shaven, image=_whiskers(shaven, brow)), brow) == 0


def test_lips_are_not_taken_for_hair(shaven: FirstFace) -> None:
    hairy = attrs.evolve(shaven, image=_whiskers(shaven, _chin(shaven)))
    skin = np.ones_like(shaven.region)
    skin[_chin(shaven)] = 0
    inner = beard(hairy, skin)[_chin(shaven)]
    assert inner[inner.shape[0] // 2, inner.shape[1] // 2] < 0.05
