"""What a mapper leaves of the distance is carried by the exact transport between Gaussians."""

import torch

from faceswap_gui.networks.distance import sliced_wasserstein
from faceswap_gui.networks.gaussian_transport import carried, gaussian_map

REGION = torch.ones(1, 1, 48, 48)


def _features(seed: int, channels: int = 8) -> torch.Tensor:
    """Return correlated features (1, C, 48, 48) around a mean of their own."""
    random = torch.Generator().manual_seed(seed)
    mixing = torch.randn(channels, channels, generator=random)
    noise = torch.randn(1, channels, 48, 48, generator=random)
    mean = torch.randn(1, channels, 1, 1, generator=random)
    return torch.einsum("dc,bchw->bdhw", mixing, noise) + mean


def _pixels(features: torch.Tensor) -> torch.Tensor:
    return features[0].flatten(1).T


def test_mean_and_covariance_arrive_at_the_targets() -> None:
    own, target = _features(0), _features(1)
    moved = _pixels(carried(own, target, REGION))
    goal = _pixels(target)
    assert torch.allclose(moved.mean(dim=0), goal.mean(dim=0), atol=1e-3)
    scale = torch.cov(goal.T).diagonal().mean()
    assert (torch.cov(moved.T) - torch.cov(goal.T)).abs().max() < 0.1 * scale
    before = sliced_wasserstein(_pixels(own), goal)
    assert sliced_wasserstein(moved, goal) < 0.1 * before


def test_features_that_lie_right_already_stay() -> None:
    own = _features(0)
    assert (carried(own, own, REGION) - own).abs().max() < 1e-3


def test_the_map_is_symmetric_so_that_no_direction_turns_into_another() -> None:
    own, goal = (torch.cov(_pixels(_features(seed)).T.double()) for seed in (0, 1))
    linear = gaussian_map(own, goal)
    assert torch.allclose(linear, linear.T, atol=1e-8)
    assert torch.linalg.eigvalsh(linear).min() > 0


def test_outside_of_the_face_nothing_moves() -> None:
    own, target, region = _features(0), _features(1), REGION.clone()
    region[..., :24] = 0
    moved = carried(own, target, region)
    assert torch.equal(moved[..., :24], own[..., :24])
    assert not torch.allclose(moved[..., 24:], own[..., 24:])


def test_a_sliver_of_a_face_is_too_little_to_learn_from() -> None:
    own, region = _features(0), torch.zeros_like(REGION)
    region[..., :1, :20] = 1
    assert carried(own, _features(1), region) is own
