"""The network that sees what lies in front of a face.

It reads the features of the face mesh's trunk, which knows faces and costs little, and joins them
from coarse to fine into one map. Only the joining layers are trained (``tools/train_matte.py``).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from faceswap_gui.faces.attention_network import CROP_SIZE, AttentionNetwork

MAP_SIZE = CROP_SIZE
"""Height and width of the map that the network returns."""

_TAPS = (16, 32, 64, 128, 128)  # channels of the trunk's features at 96, 48, 24, 12 and 6 px
_WIDTHS = (32, 32, 48, 64, 64)
_FOLDED = 2  # side of the squares of px that are worked on as one: thin rims at a coarse map's cost


class Join(nn.Module):
    """Bring coarse features up and join them with a finer level's."""

    def __init__(self, fine: int, coarse: int, width: int) -> None:
        super().__init__()
        self.lateral = nn.Conv2d(fine, width, 1)
        self.coarse = nn.Conv2d(coarse, width, 1)
        self.mix = nn.Sequential(*_separable(width), *_separable(width))

    def forward(self, fine: Tensor, coarse: Tensor) -> Tensor:
        """Join (N, fine, 2H, 2W) and (N, coarse, H, W) to (N, width, 2H, 2W)."""
        up = functional.interpolate(self.coarse(coarse), scale_factor=2.0, mode="bilinear")
        joined = functional.silu(self.lateral(fine) + up)
        mixed: Tensor = joined + self.mix(joined)
        return mixed


def _separable(width: int) -> list[nn.Module]:
    depthwise = nn.Conv2d(width, width, 3, padding=1, groups=width, bias=False)
    return [depthwise, nn.GroupNorm(1, width), nn.Conv2d(width, width, 1), nn.SiLU()]


class MatteNetwork(nn.Module):
    """Crop of a face in, map of what is visible of it out."""

    def __init__(self) -> None:
        super().__init__()
        fine = nn.Conv2d(3 * _FOLDED**2 + _TAPS[0], _WIDTHS[0], 3, padding=1)
        self.fine = nn.Sequential(fine, nn.SiLU())
        self.top = nn.Sequential(nn.Conv2d(_TAPS[-1], _WIDTHS[-1], 1), nn.SiLU())
        finer = (_WIDTHS[0], *_TAPS[1:-1])
        self.joins = nn.ModuleList(
            Join(finer[level], _WIDTHS[level + 1], _WIDTHS[level])
            for level in reversed(range(len(finer)))
        )
        self.head = nn.Conv2d(_WIDTHS[0], _FOLDED**2, 1)

    def forward(self, crop: Tensor, taps: tuple[Tensor, ...]) -> Tensor:
        """Return the logit (N, 1, 192, 192) that the face is visible, nothing in front of it.

        Args:
            crop: (N, 3, 192, 192), RGB 0..1.
            taps: of the same crop, from `trunk_features`.
        """
        folded = functional.pixel_unshuffle(crop, _FOLDED)
        levels = (self.fine(torch.cat((folded, taps[0]), 1)), *taps[1:-1])
        x = self.top(taps[-1])
        for join, level in zip(self.joins, reversed(levels), strict=True):
            x = join(level, x)
        logit: Tensor = functional.pixel_shuffle(self.head(x), _FOLDED)
        return logit


def trunk_features(trunk: AttentionNetwork, crop: Tensor) -> tuple[Tensor, ...]:
    """Return the trunk's features of a crop, each level at half the size of the one before."""
    stages = (trunk.early[:2], trunk.early[2:], trunk.late[:3], trunk.late[3:6], trunk.late[6:9])
    taps, x = [], trunk.stem(crop)
    for stage in stages:
        x = stage(x)
        taps.append(x)
    return tuple(taps)
