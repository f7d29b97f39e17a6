"""Feature maps as sets of vectors: one per pixel of the face."""

from __future__ import annotations

from torch import Tensor
from torch.nn import functional


def face_vectors(features: Tensor, region: Tensor) -> Tensor:
    """Return the vectors (N, C) of the pixels that lie at least half in the face.

    Args:
        features: (1, C, h, w) of one level.
        region: (1, 1, S, S) 0..1, the face region at the crop's size.
    """
    inside = functional.interpolate(region, features.shape[2:], mode="area")[0, 0] > 0.5
    return features[0].permute(1, 2, 0)[inside].float()
