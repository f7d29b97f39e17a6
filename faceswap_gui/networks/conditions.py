"""What a feature mapper sees besides the features: colours and geometry, scaled to its level.

Patent application CN112330530A, step 3: each Ω_l is conditioned on X_r ⊕ X_t, and the features of
the mapped levels are joined with face coordinates and normals. Colours enter as logarithms, in
which a light is a sum instead of a product, and once more averaged over wider neighbourhoods
inside the face, so that a per-pixel map can tell a dark place (a shadow) from a dark thing.
X_t enters low-passed inside the face: a map that saw it pixel by pixel would paint the target's
brows, eyes and lips back, which match its distribution better than any light on the source's.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional

from faceswap_gui.networks.layers import upsample

COLOUR_CHANNELS = 15
"""log X_r, log X_t, both averaged near by, and their difference averaged far around."""
GEOMETRY_CHANNELS = 6
"""Coordinates (0..1) and normals (-1..1)."""

BLUR = 0.022
"""σ of the low-pass of X_t in sides of the crop: about 0.055 eye distances, less than a brow."""
_NEAR, _FAR = 16, 4
_FLOOR = 1.0 / 32.0


def coverage(normals: Tensor) -> Tensor:
    """Return where the mesh is: (B, 1, S, S), 1 inside the face and 0 outside.

    Normals are unit vectors on the mesh and zero elsewhere, so they say it themselves.
    """
    return normals.square().sum(dim=1, keepdim=True).sqrt().clamp(0.0, 1.0)


def colour_conditions(x_r: Tensor, x_t: Tensor, inside: Tensor) -> Tensor:
    """Return (B, COLOUR_CHANNELS, S, S) of two sRGB 0..1 images (B, 3, S, S) and a coverage."""
    log_r = torch.log(x_r.clamp(0.0, 1.0) + _FLOOR)
    log_t = _low_pass(torch.log(x_t.clamp(0.0, 1.0) + _FLOOR), inside)
    both = torch.cat((log_r, log_t), dim=1)
    size = int(x_r.shape[-1])
    near = _average_inside(both, inside, max(1, size // _NEAR))
    far = _average_inside(log_t - log_r, inside, max(1, size // _FAR))
    return torch.cat((both, near, far), dim=1)


def geometry_conditions(coordinates: Tensor, normals: Tensor) -> Tensor:
    """Return (B, GEOMETRY_CHANNELS, S, S): coordinates moved to -1..1 inside the face, normals."""
    return torch.cat(((coordinates * 2.0 - 1.0) * coverage(normals), normals), dim=1)


def at_level(x: Tensor, level: int) -> Tensor:
    """Scale (B, C, S, S) down to level `level` (0 is full resolution) by averaging."""
    return x if level == 0 else functional.avg_pool2d(x, 2**level)


def _low_pass(x: Tensor, inside: Tensor) -> Tensor:
    """Gaussian low-pass over the face only, σ a fixed share of the crop; 0 outside."""
    sigma = BLUR * x.shape[-1]
    reach = math.ceil(2.5 * sigma)
    offsets = torch.arange(-reach, reach + 1, device=x.device, dtype=x.dtype)
    kernel = torch.exp(-0.5 * (offsets / sigma).square())
    kernel = (kernel / kernel.sum()).view(1, 1, 1, -1)
    both = torch.cat((x * inside, inside), dim=1)
    channels = both.shape[1]
    across = kernel.expand(channels, 1, 1, -1)
    down = across.transpose(2, 3)
    blurred = functional.conv2d(both, across, padding=(0, reach), groups=channels)
    blurred = functional.conv2d(blurred, down, padding=(reach, 0), groups=channels)
    return blurred[:, :-1] / blurred[:, -1:].clamp_min(1e-3) * inside


def _average_inside(x: Tensor, inside: Tensor, cell: int) -> Tensor:
    """Average `x` over cells of `cell` pixels of the face only, interpolated back to full size."""
    weight = functional.avg_pool2d(inside, cell)
    total = functional.avg_pool2d(x * inside, cell)
    # Spread over the neighbouring cells too: rounder than a box, and defined at the face's edge.
    weight, total = (functional.avg_pool2d(t, 3, 1, 1) for t in (weight, total))
    return upsample(total, x) / upsample(weight, x).clamp_min(1e-3) * inside
