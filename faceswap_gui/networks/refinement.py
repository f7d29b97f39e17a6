"""Teach the mappers one pair: a few hundred steps of Ω alone, for a final picture.

The trained mappers know how light falls on faces in general. On one pair the target's distribution
is at hand, so the distance that the set condition speaks of can be lowered directly:

    min_Ω  Σ_l  SW₂²(Ω F_r^l, F_t^l) · C_l  +  λ ‖Ω F_r^l − Ω₀ F_r^l‖²,

features in units of the target's spread. The second term holds every pixel near to where the
trained Ω₀ put it: of all maps with the right distribution the nearest one is wanted, or pixels
would trade places and paint the target's features.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence

import torch
from torch import Tensor
from torch.optim import Adam

from faceswap_gui.networks.appearance import AppearanceTransfer
from faceswap_gui.networks.distance import directions, sliced_squared
from faceswap_gui.networks.pixels import face_vectors

RATE = 5e-4
STAY = 0.3
"""λ: what it costs to leave the trained map by one spread of the target's features."""
_SAMPLES = 2048
_PROJECTIONS = 48


def refine(
    model: AppearanceTransfer,
    features_r: Sequence[Tensor],
    features_t: Sequence[Tensor],
    images: tuple[Tensor, Tensor],
    geometry: tuple[Tensor, Tensor],
    region: Tensor,
    steps: int,
    each: Callable[[int], None],
) -> tuple[Tensor, ...]:
    """Return F_Y¹ … F_Y^M of mappers refined on one pair; the model itself stays as it is.

    Args:
        model: the trained network.
        features_r: F_r of X_r, n levels (1, C, h, w).
        features_t: F_t of X_t.
        images: X_r and X_t, (1, 3, S, S) sRGB 0..1.
        geometry: coordinates and normals, (1, 3, S, S).
        region: (1, 1, S, S), the face region.
        steps: how many steps to take; the same number gives the same result on one device.
        each: told the number of every step before it is taken; it may raise to end the work.
    """
    pupil = copy.deepcopy(model).requires_grad_(False)
    pupil.mappers.requires_grad_(True)
    with torch.no_grad():
        trained = model.map(features_r, *images, *geometry)
    targets = [face_vectors(level, region) for level in features_t[: len(trained)]]
    scales = [goal.std(dim=0).clamp_min(1e-3) for goal in targets]
    homes = [
        face_vectors(level, region) / scale for level, scale in zip(trained, scales, strict=True)
    ]
    goals = [goal / scale for goal, scale in zip(targets, scales, strict=True)]
    optimiser = Adam(pupil.mappers.parameters(), lr=RATE)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        for step in range(steps):
            each(step)
            mapped = pupil.map(features_r, *images, *geometry)
            vectors = [face_vectors(m, region) / s for m, s in zip(mapped, scales, strict=True)]
            terms = zip(vectors, goals, homes, strict=True)
            loss = torch.stack([_distance(*term) for term in terms]).sum()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
    with torch.no_grad():
        return pupil.map(features_r, *images, *geometry)


def _distance(vectors: Tensor, goal: Tensor, home: Tensor) -> Tensor:
    """Return SW₂² · C to the goal (K, C) and the price of having left home (N, C)."""
    channels = int(vectors.shape[1])
    thetas = directions(channels, _PROJECTIONS, seed=None, device=vectors.device)
    some = torch.randperm(len(vectors))[:_SAMPLES].to(vectors.device)
    others = torch.randperm(len(goal))[:_SAMPLES].to(goal.device)
    transport = sliced_squared(vectors[some], goal[others], thetas) * channels
    return transport + STAY * (vectors - home).square().mean()
