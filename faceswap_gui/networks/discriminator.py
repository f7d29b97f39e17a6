"""The mix-and-segment discriminator.

Patent application CN112330530A: a random mask mixes patches of the result Y with patches of the
real reconstruction; the discriminator must segment which pixel is which (compare the per-pixel
judgement of Schönfeld et al., "A U-Net Based Discriminator for Generative Adversarial Networks",
2020), and the generator must make that impossible. It judges texture and seams locally, without
any say about whose face it is.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from faceswap_gui.networks.layers import activation, convolution, upsample


class MixSegmenter(nn.Module):
    """A small U-shaped network that says per pixel which image a mixture was taken from."""

    def __init__(self, width: int = 24) -> None:
        super().__init__()
        self.enter = convolution(3, width, 4, 2)
        self.deeper = convolution(width, 2 * width, 4, 2)
        self.middle = convolution(2 * width, 2 * width)
        self.join = convolution(3 * width, width)
        self.judge = convolution(width, 1)

    def forward(self, mixture: Tensor) -> Tensor:
        """Return logits (B, 1, S, S), positive where `mixture` (B, 3, S, S) looks real."""
        fine = activation(self.enter(mixture * 2.0 - 1.0))
        deep = activation(self.middle(activation(self.deeper(fine))))
        joined = activation(self.join(torch.cat((upsample(deep, fine), fine), dim=1)))
        return upsample(self.judge(joined), mixture)


def random_patches(batch: int, size: int, *, cells: int = 8, device: torch.device) -> Tensor:
    """Return a mask (batch, 1, size, size) of 0 and 1 in random patches of about size/cells."""
    coarse = torch.rand(batch, 1, cells, cells, device=device)
    smooth = functional.interpolate(coarse, (size, size), mode="bicubic", align_corners=False)
    return (smooth > 0.5).float()
