"""What a network is worth on pairs it was not trained on: figures for log and weights' header."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from faceswap_gui.imaging import RATIO_OFFSET
from faceswap_gui.networks.appearance import AppearanceTransfer
from faceswap_gui.networks.distance import sliced_wasserstein
from faceswap_gui.training.losses import coarse_light_loss, shrink, weighted_mean
from faceswap_gui.training.pairs import Batch


@torch.no_grad()
def transfer(model: AppearanceTransfer, batch: Batch) -> tuple[Tensor, Tensor]:
    """Return Y and Y_rr, each (B, 3, S, S) sRGB 0..1."""
    features = model.encode(batch.x_r)
    mapped = model.map(features, batch.x_r, batch.x_t, batch.coordinates, batch.normals)
    strengths = (1.0,) * len(mapped)
    return model.decode(model.mix(features, mapped, strengths)), model.decode(features)


@torch.no_grad()
def relit(model: AppearanceTransfer, batch: Batch) -> Tensor:
    """Return X_r under the relighter's gain inside the face, (B, 3, S, S) sRGB 0..1."""
    gain = model.relight(batch.x_r, batch.x_t, batch.coordinates, batch.normals)
    return (batch.x_r + RATIO_OFFSET) * torch.exp(gain * batch.region) - RATIO_OFFSET


@torch.no_grad()
def measure(model: AppearanceTransfer, batches: Sequence[Batch]) -> dict[str, float]:
    """Return means over `batches`.

    `answer` and `answer_unmapped`: L1 to the known answers (sRGB 0..1) over the face, of Y and of
    X_r as it is; `light` and `light_unmapped`: coarse log-light distance to the target, all pairs;
    `gain` and `gain_unread`: L1 to the known log-gains over the face, of the relighter's and of
    none; `reconstruction`: L1 of Y_rr; per level `before_l`, `after_l`: sliced-Wasserstein distance
    of X_r's and of the mapped features to the target's over the face, and `ratio_l`.
    """
    rows = [_measure(model, batch) for batch in batches]
    means = {name: sum(row[name] for row in rows) / len(rows) for name in rows[0]}
    for level in range(1, model.architecture.mapped + 1):
        means[f"ratio_{level}"] = means[f"after_{level}"] / max(means[f"before_{level}"], 1e-9)
    return means


def _measure(model: AppearanceTransfer, batch: Batch) -> dict[str, float]:
    y, y_rr = transfer(model, batch)
    weight = batch.region * batch.answered
    gain = model.relight(batch.x_r, batch.x_t, batch.coordinates, batch.normals)
    row = {
        "gain": float(weighted_mean((gain - batch.gain).abs(), weight)),
        "gain_unread": float(weighted_mean(batch.gain.abs(), weight)),
        "answer": float(weighted_mean((y - batch.answer).abs(), weight)),
        "answer_unmapped": float(weighted_mean((batch.x_r - batch.answer).abs(), weight)),
        "light": float(coarse_light_loss(y, batch.x_t, batch.region)),
        "light_unmapped": float(coarse_light_loss(batch.x_r, batch.x_t, batch.region)),
        "reconstruction": float((y_rr - batch.x_r).abs().mean()),
    }
    return row | _distances(model, batch)


def _distances(model: AppearanceTransfer, batch: Batch) -> dict[str, float]:
    own, target = model.encode(batch.x_r), model.encode(batch.x_t)
    mapped = model.map(own, batch.x_r, batch.x_t, batch.coordinates, batch.normals)
    row: dict[str, float] = {}
    for level, moved in enumerate(mapped):
        inside = shrink(batch.region, moved) > 0.5
        before, after = (_mean_distance(x, target[level], inside) for x in (own[level], moved))
        row |= {f"before_{level + 1}": before, f"after_{level + 1}": after}
    return row


def _mean_distance(features: Tensor, target: Tensor, inside: Tensor) -> float:
    distances = [
        sliced_wasserstein(_vectors(own, mask), _vectors(other, mask), 64)
        for own, other, mask in zip(features, target, inside, strict=True)
    ]
    return sum(distances) / len(distances)


def _vectors(features: Tensor, inside: Tensor) -> Tensor:
    """Return (N, C) feature vectors of the pixels inside."""
    return features[:, inside[0]].T
