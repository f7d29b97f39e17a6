"""The whole pipeline on the two demo portraits."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from faceswap_gui import Settings, Swapper
from faceswap_gui.errors import Cancelled, InputError, UsageError, WeightsError
from faceswap_gui.imaging import Photo, photo_from_array

STAGES = ("reenact", "encode", "map", "decode", "composite")


@pytest.fixture
def ran(swapper: Swapper) -> Iterator[set[str]]:
    """The stages that run during a test, after a first render with the defaults."""
    swapper.render()
    swapper._cache.milliseconds.clear()
    yield swapper._cache.milliseconds.keys()  # type: ignore[misc]


def test_the_face_changes_and_everything_outside_of_it_does_not(swapper: Swapper) -> None:
    result, target = swapper.render(), swapper.target.pixels
    first = swapper.first_face()
    y0, y1, x0, x1 = first.roi
    outside = np.ones(target.shape[:2], bool)
    outside[y0:y1, x0:x1] = first.region == 0
    assert result.shape == target.shape
    assert result.dtype == target.dtype
    assert (result[outside] == target[outside]).all()
    assert np.abs(result[~outside].astype(int) - target[~outside]).mean() > 5


def test_blend_0_is_the_untouched_photograph(swapper: Swapper) -> None:
    assert (swapper.render(Settings(blend=0)) == swapper.target.pixels).all()


def test_the_same_settings_give_the_same_pixels(swapper: Swapper) -> None:
    once = swapper.render()
    swapper.render(Settings(face_shape=0.1, levels=(0, 0, 0)))
    assert (swapper.render() == once).all()


def test_moving_blend_runs_no_network(swapper: Swapper, ran: set[str]) -> None:
    swapper.render(Settings(blend=0.4))
    assert ran == {"composite"}


def test_moving_a_level_runs_the_decoder_alone(swapper: Swapper, ran: set[str]) -> None:
    swapper.render(Settings(levels=(0.5, 1, 1)))
    assert ran == {"decode", "match colours", "match texture", "composite"}


def test_moving_face_shape_starts_at_the_reenactment(swapper: Swapper, ran: set[str]) -> None:
    swapper.render(Settings(face_shape=0.2))
    assert ran >= set(STAGES)
    assert "prepare" not in ran


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_levels_strength_changes_the_picture(swapper: Swapper, level: int) -> None:
    full = Settings(light_match=0)
    without = full.with_value(f"level{level}", 0)
    difference = np.abs(swapper.render(full).astype(int) - swapper.render(without)).max()
    assert difference >= 2


def test_mapping_brings_every_levels_features_nearer_to_the_targets(swapper: Swapper) -> None:
    swapper.render(Settings())
    mapped = swapper.distances()
    assert [distance.level for distance in mapped] == [1, 2, 3]
    for distance in mapped:
        assert distance.after < distance.before
    swapper.render(Settings(levels=(0, 0, 0)))
    for distance in swapper.distances():
        assert distance.after == distance.before


def test_without_mapping_and_light_edges_the_networks_change_nothing(swapper: Swapper) -> None:
    swapper.render(Settings(levels=(0, 0, 0), light_edges=0))
    assert swapper.report()["network_change"] < 1e-6
    swapper.render(Settings())
    assert swapper.report()["network_change"] > 0.005


def test_a_shadow_cast_on_the_target_falls_on_the_source_with_its_edge(source_path: Path) -> None:
    swapper = Swapper(device="cpu")
    swapper.set_source(source_path)
    swapper.set_target(source_path)
    swapper.render()
    edge, row = (int(x) for x in swapper.first_face().landmarks[50, :2])  # down the cheek
    shadowed = swapper.target.pixels.copy()
    shadowed[:, :edge] = (shadowed[:, :edge] * 0.45).astype(shadowed.dtype)
    swapper.set_target(shadowed)
    sharp, soft = (
        _step(swapper.render(Settings(light_edges=edges)), row, edge) for edges in (1.0, 0.0)
    )
    assert sharp > 1.5 * soft


def _step(picture: NDArray[np.generic], row: int, column: int) -> float:
    """Return how much brighter it is right of a column than left of it, some pixels on."""
    band = picture[row - 8 : row + 8, :, :3].astype(float).mean(axis=(0, 2))
    return float(band[column + 2 : column + 6].mean() - band[column - 6 : column - 2].mean())


def test_the_report_says_what_was_done(swapper: Swapper) -> None:
    swapper.render(Settings(blend=0.75))
    report = swapper.report()
    assert report["settings"]["blend"] == 0.75
    assert report["device"] == "cpu"
    assert report["faces"]["source"]["eye_distance"] > 20
    assert set(report["milliseconds"]) >= set(STAGES)
    assert all(len(digest) == 64 for digest in report["sha256"].values())


def test_a_sixteen_bit_photograph_comes_back_with_sixteen_bits(swapper: Swapper) -> None:
    eight = swapper.target
    deep = photo_from_array(eight.pixels.astype(np.uint16) * 257)
    swapper.set_target(deep)
    result = swapper.render()
    first = swapper.first_face()
    y0, y1, x0, x1 = first.roi
    assert result.dtype == np.uint16
    assert (result[:y0] == deep.pixels[:y0]).all()
    # More than the 256 values that 8 bits would have left in the face.
    assert len(np.unique(result[y0:y1, x0:x1][first.region == 1])) > 2000
    swapper.set_target(eight)


def test_every_face_of_a_group_can_be_swapped(
    swapper: Swapper, source_photo: Photo, target_photo: Photo
) -> None:
    group = np.zeros((1000, 1400, 3), np.uint8)
    for photo, left in ((source_photo, 0), (target_photo, 700)):
        part = photo.pixels[:1000, :700, :3]
        group[: part.shape[0], left : left + part.shape[1]] = part
    swapper.set_target(photo_from_array(group))
    result = swapper.render_all()
    for face in swapper.target_faces:
        x, y = face.landmarks[152, :2].round().astype(int)
        around = np.s_[y - 60 : y - 10, x - 20 : x + 20]
        changed = np.abs(result[around].astype(int) - group[around]).max()
        assert changed > 3
    swapper.set_target(target_photo)


def test_a_cancelled_render_stops_before_the_next_stage(swapper: Swapper) -> None:
    seen: list[str] = []
    with pytest.raises(Cancelled):
        swapper.render(
            Settings(face_shape=0.9),
            progress=lambda stage, share: seen.append(stage),
            cancelled=lambda: "encode" in seen,
        )
    assert seen[-1] == "encode"


def test_a_faceless_picture_is_refused_and_the_former_one_stays(swapper: Swapper) -> None:
    before = swapper.source
    with pytest.raises(InputError, match="no face was found"):
        swapper.set_source(np.full((300, 300, 3), 90, np.uint8))
    assert swapper.source is before


def test_a_face_that_is_not_there_is_refused_by_its_number(
    swapper: Swapper, target_path: Path
) -> None:
    with pytest.raises(UsageError, match="there is no face 7"):
        swapper.set_target(target_path, face=7)


def test_rendering_needs_both_pictures() -> None:
    with pytest.raises(UsageError, match="no source yet"):
        Swapper(device="cpu").render()


def test_weights_that_are_none_are_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "weights.safetensors"
    wrong.write_bytes(b"not weights at all")
    with pytest.raises(WeightsError, match=r"weights\.safetensors"):
        Swapper(device="cpu", weights=wrong)
