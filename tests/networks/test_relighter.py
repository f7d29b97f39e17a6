import torch

from faceswap_gui.networks.relighter import Relighter
from faceswap_gui.training.losses import gain_loss

SIZE = 32


def test_the_gain_comes_at_every_resolution_but_the_coarsest() -> None:
    images = torch.rand(4, 2, 3, SIZE, SIZE)
    gains = Relighter((4, 6, 8))(*images)
    assert [tuple(gain.shape) for gain in gains] == [(2, 3, SIZE, SIZE), (2, 3, 16, 16)]


def test_it_learns_a_shadow_that_lies_on_the_target_alone() -> None:
    torch.manual_seed(0)
    network = Relighter((8, 12, 16))
    optimiser = torch.optim.Adam(network.parameters(), 3e-3)
    normals = torch.zeros(4, 3, SIZE, SIZE)
    normals[:, 2] = 1.0
    inside = torch.ones(4, 1, SIZE, SIZE)
    losses = []
    for _ in range(60):
        x_r, face, coordinates = torch.rand(3, 4, 3, SIZE, SIZE) * 0.5 + 0.3
        shadow = torch.zeros(4, 3, SIZE, SIZE)
        for row, edge in zip(shadow, torch.randint(4, SIZE - 4, (4,)), strict=True):
            row[..., : int(edge)] = -1.0
        gains = network(x_r, face * shadow.exp(), coordinates, normals)
        loss = gain_loss(gains, shadow, inside)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(float(loss.detach()))
    assert sum(losses[-10:]) < 0.5 * sum(losses[:10])
