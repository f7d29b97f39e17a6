"""The feature mapper Ω_l: a per-pixel optimal-transport map of one level's features.

Patent application CN112330530A, step 3:  F_Y^l = Ω_l(F_r^l ⊕ coordinates ⊕ normals ⊕ X_r ⊕ X_t).
All layers are 1×1 convolutions, so that a pixel's feature moves by itself. The map is residual,

    F_Y = F_r + inside · δ(·),   δ = 0 at the start,

so that a training starts at the identity, the cheapest transport of all, and leaves it only as far
as the losses pull. Outside of the face nothing is mapped.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from faceswap_gui.networks.conditions import COLOUR_CHANNELS, GEOMETRY_CHANNELS
from faceswap_gui.networks.layers import activation, convolution, pointwise


class FeatureMapper(nn.Module):
    """Ω_l of one level."""

    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.first = convolution(width + COLOUR_CHANNELS + GEOMETRY_CHANNELS, hidden, 1)
        self.second = convolution(hidden, hidden, 1)
        self.last = convolution(hidden, width, 1)
        nn.init.zeros_(self.last.weight)

    def forward(
        self, features: Tensor, colours: Tensor, geometry: Tensor, inside: Tensor
    ) -> Tensor:
        """Return the mapped features, shaped like `features` (B, width, h, w).

        `colours` (B, COLOUR_CHANNELS, h, w), `geometry` (B, GEOMETRY_CHANNELS, h, w) and `inside`
        (B, 1, h, w) are at the level's own resolution.
        """
        x = torch.cat((features, colours, geometry), dim=1)
        x = activation(pointwise(self.first, x))
        x = activation(pointwise(self.second, x))
        return features + inside * pointwise(self.last, x)
