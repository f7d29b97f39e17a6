"""The few building blocks that encoder, decoder and discriminator share."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional


def activation(x: Tensor) -> Tensor:
    """Leaky ReLU: cheap on a CPU, and no unit dies in a short training."""
    return functional.leaky_relu(x, 0.1)


def convolution(inputs: int, outputs: int, kernel: int = 3, stride: int = 1) -> nn.Conv2d:
    """Return a padded convolution with He initialisation for `activation`.

    No normalisation layer follows it anywhere in these networks: instance statistics *are* the
    appearance that the method transports, and a normalisation would wash them out.
    """
    layer = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2)
    nn.init.kaiming_normal_(layer.weight, a=0.1)
    assert layer.bias is not None
    nn.init.zeros_(layer.bias)
    return layer


def halving(inputs: int, outputs: int) -> nn.Conv2d:
    """Return a convolution to half the height and width that weighs all pixels alike."""
    layer = convolution(inputs, outputs, 4, 2)
    layer.padding = (1, 1)
    return layer


def pointwise(layer: nn.Conv2d, x: Tensor) -> Tensor:
    """Apply a 1×1 convolution as one matrix product: on CPUs much faster than as a convolution.

    `x` (B, C, h, w) is best laid out channels last, where no copy is needed; so is the result.
    """
    pixels = functional.linear(x.permute(0, 2, 3, 1), layer.weight.flatten(1), layer.bias)
    return pixels.permute(0, 3, 1, 2)


def upsample(x: Tensor, like: Tensor) -> Tensor:
    """Bilinearly enlarge `x` (B, C, h, w) to the height and width of `like`."""
    size = (int(like.shape[-2]), int(like.shape[-1]))
    return functional.interpolate(x, size=size, mode="bilinear", align_corners=False)


class ResidualBlock(nn.Module):
    """x + conv(act(conv(act(x)))) at constant width; starts as the identity."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = convolution(width, width)
        self.second = convolution(width, width)
        nn.init.zeros_(self.second.weight)

    def forward(self, x: Tensor) -> Tensor:
        """Return a tensor of the shape of `x` (B, width, h, w)."""
        result: Tensor = x + self.second(activation(self.first(activation(x))))
        return result


def to_channels_last(x: Tensor) -> Tensor:
    """Lay out (B, C, h, w) so that a pixel's channels are neighbours in memory (faster on CPUs)."""
    return x.contiguous(memory_format=torch.channels_last)
