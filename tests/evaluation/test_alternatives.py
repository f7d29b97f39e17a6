"""The classical alternatives, on clouds and pictures whose right answer is known."""

import numpy as np
import pytest

from faceswap_gui.evaluation import colour_transfer
from faceswap_gui.evaluation.alternatives import ALTERNATIVES
from faceswap_gui.evaluation.low_pass import low_pass
from faceswap_gui.imaging.colour import rgb_to_lab

EYES = 40.0


def cloud(seed: int, mean: list[float], spread: list[list[float]]) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(4000, 3)) @ np.array(spread) + mean


@pytest.fixture
def face_cloud() -> np.ndarray:
    return cloud(0, [60, 10, 15], [[8, 1, 0], [0, 3, 1], [0, 0, 2]])


@pytest.fixture
def target_cloud() -> np.ndarray:
    return cloud(1, [40, 20, 5], [[5, 2, 2], [0, 4, 0], [0, 0, 3]])


def worst_channel(moved: np.ndarray, target: np.ndarray) -> float:
    return float(np.abs(np.sort(moved, axis=0) - np.sort(target, axis=0)).mean(axis=0).max())


@pytest.mark.parametrize(
    "transfer",
    [
        colour_transfer.reinhard,
        colour_transfer.linear,
        colour_transfer.monge_kantorovich,
        colour_transfer.iterative,
        colour_transfer.sliced,
    ],
)
def test_every_transfer_brings_the_channels_to_the_targets(transfer, face_cloud, target_cloud):
    assert worst_channel(transfer(face_cloud, target_cloud), target_cloud) < 0.25


@pytest.mark.parametrize("transfer", [colour_transfer.linear, colour_transfer.monge_kantorovich])
def test_the_linear_maps_match_the_covariance(transfer, face_cloud, target_cloud):
    moved = transfer(face_cloud, target_cloud)
    assert np.cov(moved.T) == pytest.approx(np.cov(target_cloud.T), abs=0.05)


def test_monge_kantorovich_moves_colours_less_than_the_other_linear_map(face_cloud, target_cloud):
    def cost(moved: np.ndarray) -> float:
        return float(np.square(moved - face_cloud).sum(axis=1).mean())

    optimal = colour_transfer.monge_kantorovich(face_cloud, target_cloud)
    assert cost(optimal) <= cost(colour_transfer.linear(face_cloud, target_cloud))


@pytest.mark.parametrize("transfer", [colour_transfer.iterative, colour_transfer.sliced])
def test_only_the_iterative_transfers_match_a_cloud_of_two_humps(transfer, face_cloud):
    apart = np.array([20, 0, 0])
    two = np.concatenate([face_cloud[:2000] - apart, face_cloud[2000:] + apart])
    assert worst_channel(transfer(face_cloud, two), two) < 0.5
    assert worst_channel(colour_transfer.monge_kantorovich(face_cloud, two), two) > 2


def test_entropic_transport_comes_near_and_blurs_the_cloud(face_cloud, target_cloud):
    pytest.importorskip("ot", reason="needs the evaluation extra")
    moved = colour_transfer.entropic(face_cloud, target_cloud)
    assert moved.mean(axis=0) == pytest.approx(target_cloud.mean(axis=0), abs=0.6)
    assert (moved.std(axis=0) < target_cloud.std(axis=0)).all()


@pytest.fixture
def scene() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A face image, a target that is darker to the right, and the face's place in both."""
    random = np.random.default_rng(3)
    image = np.clip(random.normal(0.6, 0.03, (120, 120, 3)), 0, 1).astype(np.float32)
    ramp = np.linspace(0.7, 0.3, 120, dtype=np.float32)[None, :, None]
    target = np.clip(ramp + random.normal(0, 0.01, (120, 120, 3)), 0, 1).astype(np.float32)
    face = np.hypot(*(np.mgrid[:120, :120] - 60)) < 45
    return image, target, face


@pytest.mark.parametrize("name", [n for n in ALTERNATIVES if n != "no mapping" and "POT" not in n])
def test_every_alternative_brings_the_face_nearer_to_the_target(name, scene):
    image, target, face = scene
    before = rgb_to_lab(image[face]).mean(axis=0) - rgb_to_lab(target[face]).mean(axis=0)
    moved = ALTERNATIVES[name](image, target, face, EYES)
    after = rgb_to_lab(moved[face]).mean(axis=0) - rgb_to_lab(target[face]).mean(axis=0)
    assert moved.shape == image.shape
    assert moved.min() >= 0
    assert moved.max() <= 1
    assert np.linalg.norm(after) < 0.3 * np.linalg.norm(before)


def test_only_alternatives_that_know_places_follow_the_ramp(scene):
    image, target, face = scene

    def ramp(picture: np.ndarray) -> float:
        return float(picture[50:70, 25:35].mean() - picture[50:70, 85:95].mean())

    right = ramp(target)
    assert ramp(ALTERNATIVES["low frequencies σ = 0.12"](image, target, face, EYES)) > 0.9 * right
    assert abs(ramp(ALTERNATIVES["Reinhard (rct)"](image, target, face, EYES))) < 0.1 * right


def test_no_mapping_changes_nothing(scene):
    image, target, face = scene
    assert np.array_equal(ALTERNATIVES["no mapping"](image, target, face, EYES), image)


@pytest.mark.parametrize("sigma", [3.0, 30.0])
def test_the_low_pass_sees_nothing_outside_of_the_face(sigma, scene):
    _, _, face = scene
    picture = np.where(face[..., None], 0.25, 1.0).repeat(3, axis=2).astype(np.float32)
    assert low_pass(picture, face, sigma)[face] == pytest.approx(0.25, abs=0.02)
