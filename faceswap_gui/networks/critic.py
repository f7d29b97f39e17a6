"""The distance critic Ψ_l: estimates the Wasserstein distance between two sets of pixel vectors.

Patent application CN112330530A, step 3; Arjovsky et al., "Wasserstein GAN", 2017, in the dual form

    W(v_y, v_t) = max over 1-Lipschitz Ψ of  E Ψ(v_t) − E Ψ(v_y),

where a vector is one pixel's features joined with its coordinates and normals. Ψ is kept close to
1-Lipschitz by the gradient penalty of Gulrajani et al., "Improved Training of Wasserstein GANs",
2017:  λ E (‖∇Ψ(v̂)‖ − 1)²,  v̂ between v_y and v_t.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from faceswap_gui.networks.conditions import GEOMETRY_CHANNELS


class DistanceCritic(nn.Module):
    """Ψ_l of one level, on vectors rather than images."""

    def __init__(self, width: int, hidden: int = 128) -> None:
        super().__init__()
        self.score = nn.Sequential(
            nn.Linear(width + GEOMETRY_CHANNELS, hidden),
            nn.SiLU(),  # smooth: the penalty differentiates twice
            nn.Linear(hidden, hidden),
            nn.SiLU(),
            nn.Linear(hidden, 1),
        )

    def forward(self, vectors: Tensor) -> Tensor:
        """Return one score per vector: (N,) of (N, width + GEOMETRY_CHANNELS)."""
        scores: Tensor = self.score(vectors)
        return scores.squeeze(-1)

    def gradient_penalty(self, mapped: Tensor, target: Tensor) -> Tensor:
        """Return E (‖∇Ψ‖ − 1)² on random points between `mapped` and `target`, both (N, D)."""
        blend = torch.rand(len(mapped), 1, device=mapped.device)
        between = (blend * mapped + (1.0 - blend) * target).detach().requires_grad_(True)
        (gradient,) = torch.autograd.grad(self(between).sum(), between, create_graph=True)
        penalty: Tensor = (gradient.norm(dim=1) - 1.0).square().mean()
        return penalty
