import math

import pytest
import torch

from faceswap_gui.networks.critic import DistanceCritic
from faceswap_gui.networks.distance import sliced_wasserstein


def test_in_one_dimension_it_is_the_distance_of_the_sorted_values() -> None:
    a, b = torch.tensor([[3.0], [1.0], [2.0]]), torch.tensor([[2.0], [5.0], [3.0]])
    assert sliced_wasserstein(a, b) == pytest.approx(math.sqrt((1 + 1 + 4) / 3))


def test_a_shift_costs_its_length_over_the_root_of_the_dimensions() -> None:
    points = torch.randn(300, 8, generator=torch.Generator().manual_seed(0))
    shift = torch.zeros(8)
    shift[2] = 3.0
    distance = sliced_wasserstein(points, points + shift, projections=4000)
    assert distance == pytest.approx(3.0 / math.sqrt(8), rel=0.05)


def test_sets_of_different_sizes_and_orders_can_be_compared() -> None:
    points = torch.randn(400, 4, generator=torch.Generator().manual_seed(0))
    shuffled = points[torch.randperm(400, generator=torch.Generator().manual_seed(1))]
    assert sliced_wasserstein(points, shuffled) == pytest.approx(0.0, abs=1e-6)
    assert sliced_wasserstein(points, points[:200]) < 0.3 < sliced_wasserstein(points, points + 1.0)


def test_the_same_seed_gives_the_same_figure_and_empty_sets_are_refused() -> None:
    a, b = torch.randn(2, 50, 6, generator=torch.Generator().manual_seed(0))
    assert sliced_wasserstein(a, b, seed=4) == sliced_wasserstein(a, b, seed=4)
    assert sliced_wasserstein(a, b, 8, seed=4) != sliced_wasserstein(a, b, 8, seed=5)
    with pytest.raises(ValueError, match="non-empty"):
        sliced_wasserstein(a[:0], b)


def test_a_trained_critic_estimates_the_distance_and_stays_near_lipschitz() -> None:
    torch.manual_seed(0)
    width = 4
    critic = DistanceCritic(width, hidden=32)
    optimiser = torch.optim.Adam(critic.parameters(), lr=5e-3, betas=(0.5, 0.9))
    dimensions = critic.score[0].in_features
    for _ in range(250):
        mapped, target = torch.randn(2, 128, dimensions) * 0.2
        target[:, 0] += 2.0
        estimate = critic(target).mean() - critic(mapped).mean()
        loss = -estimate + 10.0 * critic.gradient_penalty(mapped, target)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    assert float(estimate.detach()) == pytest.approx(2.0, abs=0.3)
