"""The losses on images and on features, each a number to be made small.

Images are (B, 3, S, S); `region` (B, 1, S, S) and `answered` (B, 1, 1, 1) are weights 0..1.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

_FLOOR = 1.0 / 32.0


def shrink(x: Tensor, like: Tensor) -> Tensor:
    """Average `x` down to the height of `like`, which divides its own."""
    factor = int(x.shape[-1]) // int(like.shape[-1])
    return x if factor == 1 else functional.avg_pool2d(x, factor)


def weighted_mean(values: Tensor, weight: Tensor) -> Tensor:
    """Return the mean of `values` (B, C, h, w) under `weight` (B, 1, h, w), 0 for no weight."""
    total = weight.sum() * values.shape[1]
    return (values * weight).sum() / total.clamp_min(1e-6)


def pyramid_loss(images: Sequence[Tensor], answer: Tensor, weight: Tensor) -> Tensor:
    """L1 at every level of a decoded pyramid, and L1 of the finest level's gradients."""
    terms = [
        weighted_mean((image - shrink(answer, image)).abs(), shrink(weight, image))
        for image in images
    ]
    return torch.stack(terms).sum() + edge_loss(images[0] - answer, weight)


def gain_loss(gains: Sequence[Tensor], answer: Tensor, weight: Tensor) -> Tensor:
    """L1 of a pyramid of log-gains, half of it below the finest level, and of its gradients.

    `answer` (B, 3, S, S) is zero where `weight` (B, 1, S, S) is, so that averages over the pixels
    with weight are averages over all divided by the average weight.
    """
    terms = []
    for gain in gains:
        share = shrink(weight, gain)
        goal = shrink(answer * weight, gain) / share.clamp_min(1e-3)
        terms.append(weighted_mean((gain - goal).abs(), share))
    coarse = torch.stack(terms[1:]).sum()
    return terms[0] + 0.5 * coarse + 1.5 * edge_loss(gains[0] - answer, weight)


def edge_loss(difference: Tensor, weight: Tensor) -> Tensor:
    """L1 of the gradients of a difference (B, C, S, S)."""
    across = (difference[..., :, 1:] - difference[..., :, :-1]).abs()
    down = (difference[..., 1:, :] - difference[..., :-1, :]).abs()
    return weighted_mean(across, weight[..., :, 1:]) + weighted_mean(down, weight[..., 1:, :])


def coarse_light_loss(image: Tensor, target: Tensor, region: Tensor) -> Tensor:
    """L1 of the logarithms of both images' averages over cells of S/8 pixels of the face."""
    cell = max(1, int(image.shape[-1]) // 8)
    weight = functional.avg_pool2d(region, cell)
    own, other = (
        functional.avg_pool2d(x.clamp(0.0, 1.0) * region, cell) / weight.clamp_min(0.05)
        for x in (image, target)
    )
    # Cells that hold little face say little.
    trusted = (weight > 0.25).float() * weight
    return weighted_mean((torch.log(own + _FLOOR) - torch.log(other + _FLOOR)).abs(), trusted)


def first_loss(second: Sequence[Tensor], first: Sequence[Tensor], mapped: int) -> Tensor:
    """Second features (of Y) against first features (of X_r) on the unmapped levels.

    Patent application CN112330530A: identity and structure stay the source's.
    """
    terms = [
        (own - other.detach()).abs().mean() / channel_scale(other).mean()
        for own, other in zip(second[mapped:], first[mapped:], strict=True)
    ]
    return torch.stack(terms).mean()


def second_loss(
    second: Sequence[Tensor], third: Sequence[Tensor], region: Tensor, mapped: int
) -> Tensor:
    """Second features (of Y) against third features (of X_t) at corresponding places.

    Patent application CN112330530A: the appearance becomes the target's. Both are averaged over
    cells of S/16 pixels, so that the target's own features of the face are not asked for.
    """
    terms = []
    for own, other in zip(second[:mapped], third[:mapped], strict=True):
        cell = max(1, int(own.shape[-1]) // 16)
        weight = functional.avg_pool2d(shrink(region, own), cell)
        difference = functional.avg_pool2d((own - other.detach()) * shrink(region, own), cell)
        terms.append(weighted_mean((difference / channel_scale(other)).abs(), (weight > 0.2) * 1.0))
    return torch.stack(terms).mean()


def feature_loss(
    mapped: Sequence[Tensor], answers: Sequence[Tensor], region: Tensor, answered: Tensor
) -> Tensor:
    """‖F_Y^l − sg(F^l(answer))‖₁ over the region, in units of each channel's spread."""
    terms = []
    for own, other in zip(mapped, answers, strict=False):
        weight = shrink(region, own) * answered
        terms.append(weighted_mean(((own - other.detach()) / channel_scale(other)).abs(), weight))
    return torch.stack(terms).mean()


def channel_scale(features: Tensor) -> Tensor:
    """Return each channel's standard deviation (1, C, 1, 1), detached.

    Dividing by it keeps the encoder from winning a feature loss by shrinking its features.
    """
    return features.detach().std(dim=(0, 2, 3), keepdim=True).clamp_min(1e-3)
