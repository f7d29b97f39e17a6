"""A very large face is worked out on a smaller copy and carried to the photograph in strips."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from faceswap_gui import Settings, Swapper
from faceswap_gui.compositing import match_texture
from faceswap_gui.errors import Cancelled
from faceswap_gui.imaging import photo_from_array, read_photo


@pytest.fixture(scope="module")
def large(source_path: Path, target_path: Path) -> Swapper:
    """The portraits, the target with odd numbers of rows and columns; its face has 500 pixels."""
    pixels = cv2.resize(read_photo(target_path).pixels, (1025, 1201), interpolation=cv2.INTER_CUBIC)
    noise = np.random.default_rng(0).normal(0, 4, pixels.shape[:2])[..., None]
    swapper = Swapper(device="cpu")
    swapper.set_source(source_path)
    swapper.set_target(photo_from_array(np.clip(pixels + noise, 0, 255).astype(np.uint8)))
    return swapper


@pytest.fixture
def on_a_copy(monkeypatch: pytest.MonkeyPatch, large: Swapper) -> Iterator[Swapper]:
    """The same as if no face larger than 300 pixels were worked on whole."""
    monkeypatch.setattr("faceswap_gui.pipeline.smaller_copy.LARGEST_FACE", 300)
    large.choose_target_face(0)
    _forget(large)
    yield large
    _forget(large)


def _forget(swapper: Swapper) -> None:
    swapper._cache._results.clear()


def _region(swapper: Swapper) -> tuple[slice, slice]:
    y0, y1, x0, x1 = swapper.last_render().patch.roi
    return slice(y0, y1), slice(x0, x1)


def _difference(a: NDArray[np.uint8], b: NDArray[np.uint8]) -> NDArray[np.int_]:
    return np.abs(a.astype(int) - b)


def test_it_looks_as_if_it_had_been_worked_on_whole(
    large: Swapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, target = large.render(), large.target.pixels
    region = _region(large)
    monkeypatch.setattr("faceswap_gui.pipeline.smaller_copy.LARGEST_FACE", 300)
    _forget(large)

    carried = large.render()
    _forget(large)

    assert large.last_render().scale == 2
    assert _difference(whole, target)[region].mean() > 5
    assert _difference(carried, whole)[region].mean() < 1.1
    # Only what lies in front of the face may be judged otherwise, at the edge of a cap.
    coarse = [cv2.GaussianBlur(picture[region], (0, 0), 4) for picture in (carried, whole)]
    assert np.quantile(_difference(*coarse), 0.98) < 8


def test_outside_of_it_nothing_changes(on_a_copy: Swapper) -> None:
    result = on_a_copy.render()
    outside = np.ones(result.shape[:2], bool)
    outside[_region(on_a_copy)] = ~on_a_copy.last_render().patch.changed
    assert (result[outside] == on_a_copy.target.pixels[outside]).all()


def test_however_it_is_cut_into_strips_the_pixels_are_the_same(
    on_a_copy: Swapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = []
    for rows in (10_000, 97):
        monkeypatch.setattr("faceswap_gui.compositing.strips._STRIP", rows)
        _forget(on_a_copy)
        results.append(on_a_copy.render())
    assert (results[0] == results[1]).all()


def test_it_can_be_given_up_between_two_strips(on_a_copy: Swapper) -> None:
    shares: list[float] = []
    with pytest.raises(Cancelled):
        on_a_copy.render(
            progress=lambda _stage, share: shares.append(share),
            cancelled=lambda: bool(shares) and shares[-1] > 0.81,
        )
    assert shares[-1] < 1.0


def test_blend_0_is_the_untouched_photograph(on_a_copy: Swapper) -> None:
    assert (on_a_copy.render(Settings(blend=0)) == on_a_copy.target.pixels).all()


def test_texture_matched_in_strips_is_texture_matched_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    random = np.random.default_rng(1)
    face = cv2.GaussianBlur(random.random((700, 300, 3), np.float32), (0, 0), 2)
    target = random.random((700, 300, 3), np.float32)
    skin = np.ones((700, 300), np.float32)
    at_once = match_texture(face, target, skin, 1.0)
    monkeypatch.setattr("faceswap_gui.compositing.texture_match._STRIP", 128)
    in_strips = match_texture(face, target, skin, 1.0)
    assert np.abs(at_once - face).mean() > 0.01
    assert np.abs(in_strips - at_once).max() < 1e-5
