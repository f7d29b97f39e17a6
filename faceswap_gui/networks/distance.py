"""The sliced-Wasserstein distance between two sets of vectors.

Bonneel et al., "Sliced and Radon Wasserstein Barycenters of Measures", 2015: the distance between
two sets in many dimensions is averaged over one-dimensional projections, where the optimal
transport is the pairing of sorted values:

    SW₂²(a, b) = E_θ ∫₀¹ |Q_{⟨a,θ⟩}(u) − Q_{⟨b,θ⟩}(u)|² du,   Q the quantile function.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional


def directions(dimensions: int, count: int, *, seed: int | None, device: torch.device) -> Tensor:
    """Return `count` random unit vectors as columns (dimensions, count).

    The same `seed` gives the same vectors on every device; None draws from torch's own state.
    """
    generator = None if seed is None else torch.Generator().manual_seed(seed)
    columns = torch.randn(dimensions, count, generator=generator).to(device)
    unit: Tensor = columns / columns.norm(dim=0, keepdim=True).clamp_min(1e-12)
    return unit


def sliced_squared(a: Tensor, b: Tensor, thetas: Tensor) -> Tensor:
    """Return SW₂² along the columns of `thetas`, differentiable in `a` and `b`.

    `a` (…, N, C) and `b` (…, K, C) hold vectors, `thetas` (C, P). Sets of different sizes are
    compared at the quantiles of the larger one. The result has the leading shape of `a`.
    """
    quantiles_a = (a @ thetas).sort(dim=-2).values
    quantiles_b = (b @ thetas).sort(dim=-2).values
    count = max(int(a.shape[-2]), int(b.shape[-2]))
    difference = _resample(quantiles_a, count) - _resample(quantiles_b, count)
    return difference.square().mean(dim=(-2, -1))


def sliced_wasserstein(a: Tensor, b: Tensor, projections: int = 256, seed: int = 0) -> float:
    """Return SW₂ between the vectors `a` (N, C) and `b` (K, C), in the unit of the vectors.

    The projections are fixed by `seed`, so that figures of different runs can be compared.

    Raises:
        ValueError: a set is empty or the sets have different numbers of channels.
    """
    if a.ndim != 2 or b.ndim != 2 or a.shape[1] != b.shape[1] or not len(a) or not len(b):
        raise ValueError(
            f"two non-empty sets (N, C) of one C are compared, "
            f"not {tuple(a.shape)} and {tuple(b.shape)}"
        )
    with torch.no_grad():
        thetas = directions(int(a.shape[1]), projections, seed=seed, device=a.device)
        return math.sqrt(float(sliced_squared(a.float(), b.float(), thetas)))


def _resample(quantiles: Tensor, count: int) -> Tensor:
    """Linearly interpolate sorted values (…, N, P) along N to `count` quantiles."""
    if quantiles.shape[-2] == count:
        return quantiles
    flat = quantiles.reshape(-1, *quantiles.shape[-2:]).transpose(1, 2)
    flat = functional.interpolate(flat, size=count, mode="linear", align_corners=True)
    return flat.transpose(1, 2).reshape(*quantiles.shape[:-2], count, quantiles.shape[-1])
