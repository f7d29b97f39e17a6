"""The mapping loss: vectors sampled from the face region, critics, and two transport objectives.

*wasserstein*: Ψ under a gradient penalty estimates the distance and Ω lowers it (WGAN-GP).
*strong*: neural optimal transport in its strong form (Korotin, Selikhanovych & Burnaev, "Neural
Optimal Transport", ICLR 2023):  sup_Ψ inf_Ω  E[c(F_r, Ω F_r) − Ψ(Ω F_r)] + E Ψ(F_t)  with
c = ‖F_r − ΩF_r‖², in which Ψ is a potential and needs no Lipschitz device.

Beside either, the sliced-Wasserstein distance of each picture's own vectors is lowered directly: it
needs no critic to have learned anything yet, and it is what the set condition is measured by.
"""

from __future__ import annotations

import attrs
import torch
from torch import Tensor

from faceswap_gui.networks.critic import DistanceCritic
from faceswap_gui.networks.distance import directions, sliced_squared
from faceswap_gui.training.losses import shrink

SAMPLES = 512
"""Vectors per picture and level."""
PENALTY = 10.0
_PROJECTIONS = 32
_GEOMETRY_WEIGHT = 0.25


@attrs.frozen(eq=False)
class LevelVectors:
    """One level's sampled vectors, (B, SAMPLES, C + geometry), features in units of their spread.

    `own` are X_r's before mapping, `mapped` after, `target` X_t's.
    """

    own: Tensor
    mapped: Tensor
    target: Tensor


def sample_vectors(
    own: Tensor, mapped: Tensor, target: Tensor, geometry: Tensor, region: Tensor
) -> LevelVectors:
    """Draw the same random pixels of the face region from three feature maps (B, C, h, w).

    `geometry` (B, G, S, S) and `region` (B, 1, S, S) are at full size.
    """
    weight = shrink(region, own).flatten(1)
    index = torch.multinomial(weight + 1e-8, SAMPLES, replacement=True)
    places = _pick(shrink(geometry, own), index) * _GEOMETRY_WEIGHT
    target_vectors = _pick(target.detach(), index)
    scale = target_vectors.flatten(0, 1).std(dim=0).clamp_min(1e-3)
    return LevelVectors(
        *(
            torch.cat((vectors / scale, places), dim=-1)
            for vectors in (_pick(own.detach(), index), _pick(mapped, index), target_vectors)
        )
    )


def critic_loss(critic: DistanceCritic, vectors: LevelVectors, objective: str) -> Tensor:
    """What Ψ minimises: the negative of its estimate of the distance, and its penalty."""
    mapped, target = vectors.mapped.detach().flatten(0, 1), vectors.target.flatten(0, 1)
    estimate = critic(target).mean() - critic(mapped).mean()
    if objective == "strong":
        # Any constant may be added to a potential; keep it from wandering off.
        potential: Tensor = -estimate + 1e-3 * critic(target).square().mean()
        return potential
    loss: Tensor = -estimate + PENALTY * critic.gradient_penalty(mapped, target)
    return loss


def mapper_loss(
    critic: DistanceCritic, vectors: LevelVectors, objective: str, cost: float
) -> Tensor:
    """What Ω minimises: Ψ's estimate, and in the strong form the cost of the transport."""
    loss: Tensor = -critic(vectors.mapped.flatten(0, 1)).mean()
    if objective == "strong":
        loss = loss + cost * (vectors.mapped - vectors.own).square().sum(dim=-1).mean()
    return loss


def sliced_loss(vectors: LevelVectors) -> Tensor:
    """SW₂² of mapped to target vectors, picture by picture, along fresh directions."""
    dimensions = int(vectors.mapped.shape[-1])
    thetas = directions(dimensions, _PROJECTIONS, seed=None, device=vectors.mapped.device)
    return sliced_squared(vectors.mapped, vectors.target, thetas).mean() * dimensions


def _pick(x: Tensor, index: Tensor) -> Tensor:
    """Return (B, N, C) of (B, C, h, w) at flat pixel indices (B, N)."""
    flat = x.flatten(2).transpose(1, 2)
    return flat.gather(1, index[..., None].expand(-1, -1, flat.shape[-1]))
