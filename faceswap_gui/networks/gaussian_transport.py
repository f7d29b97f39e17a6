"""The exact optimal transport between two sets of features, as far as mean and covariance go.

A trained mapper has learned how light falls on faces in general, and leaves a remainder on each
pair. Between Gaussian distributions the optimal transport for squared distance is linear and known
in closed form (Dowson & Landau, "The Fréchet distance between multivariate normal distributions",
1982; Peyré & Cuturi, "Computational Optimal Transport", 2019, remark 2.31):

    T(x) = μ_t + A (x − μ_y),   A = Σ_y^{−½} (Σ_y^{½} Σ_t Σ_y^{½})^{½} Σ_y^{−½}.

It carries the remainder: every pixel moves by one and the same gentle map, so nothing of the
target's features can be painted by it, and it is a few milliseconds of linear algebra.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from faceswap_gui.networks.pixels import face_vectors

RIDGE = 0.02
"""Added to both covariances' diagonals, in shares of the target's mean variance: channels that
hardly vary must not be blown up."""
_ENOUGH = 4
"""Pixels per channel below which a covariance is not trusted."""


def carried(mapped: Tensor, target: Tensor, region: Tensor) -> Tensor:
    """Return mapped features with the target's mean and covariance inside the face.

    Args:
        mapped: (1, C, h, w) of one level.
        target: (1, C, h, w), F_t of the same level.
        region: (1, 1, S, S) 0..1; where it is soft the features move only in part.

    Returns:
        (1, C, h, w); `mapped` itself where too little of the face is there to learn from.
    """
    # Apple's GPUs know neither double precision nor eigenvalues.
    own, goal = (face_vectors(features, region).cpu().double() for features in (mapped, target))
    if len(own) < _ENOUGH * own.shape[1]:
        return mapped
    linear = gaussian_map(torch.cov(own.T), torch.cov(goal.T)).to(mapped)
    own_mean, goal_mean = (x.mean(dim=0).to(mapped)[None, :, None, None] for x in (own, goal))
    moved = torch.einsum("dc,bchw->bdhw", linear, mapped - own_mean) + goal_mean
    cover = functional.interpolate(region, mapped.shape[2:], mode="area")
    return torch.lerp(mapped, moved, cover)


def gaussian_map(own: Tensor, goal: Tensor) -> Tensor:
    """Return A (C, C), symmetric, that carries one covariance (C, C) to another."""
    ridge = RIDGE * goal.diagonal().mean() * torch.eye(len(goal), dtype=goal.dtype)
    ridge = ridge.to(goal.device)
    own, goal = own + ridge, goal + ridge
    root = _power(own, 0.5)
    inverse = _power(own, -0.5)
    return inverse @ _power(root @ goal @ root, 0.5) @ inverse


def _power(matrix: Tensor, exponent: float) -> Tensor:
    """Return a power of a symmetric positive matrix (C, C)."""
    values, vectors = torch.linalg.eigh(matrix)
    power: Tensor = vectors @ torch.diag(values.clamp_min(1e-12) ** exponent) @ vectors.T
    return power
