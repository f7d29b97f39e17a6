"""The relighter: reads the target's light, shadow edges and all, as a gain for the source's face.

The transport of features knows the target only as a distribution and, per pixel, low-passed: so it
can paint no target's features, and no edge of a cast shadow either. This network sees both images
as they are and answers with what a light is, a gain per pixel and channel, which cannot add a
brow where there is skin unless it is learned as light. It is taught so: on pairs of one light field
laid over two people the gain is known, and it owes nothing to the target's face.

    G = log(Y + o) − log(X_r + o),   Y the source in the target's light, o a small offset.

A U-shaped network (Ronneberger et al., "U-Net", 2015) whose answer is a sum from coarse to fine
like the decoder's (Karras et al., "Analyzing and Improving the Image Quality of StyleGAN", 2020).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import torch
from torch import Tensor, nn

from faceswap_gui.networks.conditions import GEOMETRY_CHANNELS, coverage, geometry_conditions
from faceswap_gui.networks.layers import (
    ResidualBlock,
    activation,
    convolution,
    halving,
    to_channels_last,
    upsample,
)

_FLOOR = 0.04
_INPUTS = 3 + 3 + GEOMETRY_CHANNELS + 1


class Relighter(nn.Module):
    """Gain of the target's light on the source, at len(widths) - 1 resolutions."""

    def __init__(self, widths: Sequence[int]) -> None:
        super().__init__()
        pairs = list(itertools.pairwise(widths))
        self.enter = convolution(_INPUTS, widths[0])
        self.halve = nn.ModuleList(halving(fine, coarse) for fine, coarse in pairs)
        self.look = nn.ModuleList(ResidualBlock(coarse) for _, coarse in pairs)
        self.think = ResidualBlock(widths[-1])
        self.reduce = nn.ModuleList(convolution(coarse, fine, 1) for fine, coarse in pairs)
        self.join = nn.ModuleList(convolution(2 * fine, fine) for fine, _ in pairs)
        self.draw = nn.ModuleList(ResidualBlock(fine) for fine, _ in pairs)
        self.to_gain = nn.ModuleList(convolution(fine, 3) for fine, _ in pairs)
        with torch.no_grad():
            for parameter in self.to_gain.parameters():
                parameter.mul_(0.1)
        self.to(memory_format=torch.channels_last)  # type: ignore[call-overload]

    def forward(
        self, x_r: Tensor, x_t: Tensor, coordinates: Tensor, normals: Tensor
    ) -> tuple[Tensor, ...]:
        """Return the log-gain at every resolution, finest first.

        Args:
            x_r: (B, 3, S, S) sRGB 0..1, the first face image; S a multiple of 2^(levels - 1).
            x_t: (B, 3, S, S) sRGB 0..1, the target.
            coordinates: (B, 3, S, S) 0..1.
            normals: (B, 3, S, S), zero outside of the face.

        Returns:
            (B, 3, S, S), (B, 3, S/2, S/2) …: natural logarithms of gains in sRGB, meaningful
            inside the face.
        """
        states = self._seen(_inputs(x_r, x_t, coordinates, normals))
        state = self.think(states.pop())
        gains: list[Tensor] = []
        for index in reversed(range(len(states))):
            skip = states[index]
            # Narrow first, enlarge after: the same map, a quarter of the arithmetic.
            state = upsample(self.reduce[index](activation(state)), skip)
            state = self.join[index](activation(torch.cat((state, skip), dim=1)))
            state = self.draw[index](state)
            gain: Tensor = self.to_gain[index](activation(state))
            gains.append(gain + upsample(gains[-1], gain) if gains else gain)
        return tuple(reversed(gains))

    def _seen(self, x: Tensor) -> list[Tensor]:
        """Return the states of all levels, finest first."""
        states = [self.enter(x)]
        for halve, look in zip(self.halve, self.look, strict=True):
            states.append(look(halve(activation(states[-1]))))
        return states


def _inputs(x_r: Tensor, x_t: Tensor, coordinates: Tensor, normals: Tensor) -> Tensor:
    # Logarithms, in which a light is a sum instead of a product.
    colours = [torch.log(x.clamp(0.0, 1.0) + _FLOOR) + 1.0 for x in (x_r, x_t)]
    geometry = geometry_conditions(coordinates, normals)
    return to_channels_last(torch.cat((*colours, geometry, coverage(normals)), dim=1))
