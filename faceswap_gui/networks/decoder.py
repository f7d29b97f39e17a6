"""The decoder: features F¹ … Fⁿ become an image again.

Patent application CN112330530A, step 4: a decoder with skip connections from every level. The
image is built from coarse to fine as a sum of one RGB contribution per level (the output skips of
Karras et al., "Analyzing and Improving the Image Quality of StyleGAN", 2020):

    D^n = act(Fⁿ),   D^l = act(conv(up(D^{l+1}) ⊕ F^l)),   rgb^l = up(rgb^{l+1}) + R_l(D^l)

With the coarse sums supervised as well, the coarse levels carry the coarse light; with one output
at full resolution only, the decoder would read everything from level 1 and the sliders of the
other levels would move nothing.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import torch
from torch import Tensor, nn

from faceswap_gui.networks.layers import activation, convolution, upsample


class Decoder(nn.Module):
    """The encoder's counterpart."""

    def __init__(self, widths: Sequence[int]) -> None:
        super().__init__()
        pairs = list(itertools.pairwise(widths))
        self.reduce = nn.ModuleList(convolution(coarse, fine, 1) for fine, coarse in pairs)
        self.join = nn.ModuleList(convolution(2 * fine, fine) for fine, _ in pairs)
        self.to_rgb = nn.ModuleList(convolution(fine, 3) for fine, _ in pairs)
        with torch.no_grad():
            for parameter in self.to_rgb.parameters():
                parameter.mul_(0.1)

    def forward(self, features: Sequence[Tensor]) -> tuple[Tensor, ...]:
        """Return the image at every level but the coarsest, finest first; not clamped.

        Element l-1 is (B, 3, S/2ˡ⁻¹, S/2ˡ⁻¹), sRGB around 0..1.
        """
        images: list[Tensor] = []
        state = activation(features[-1])
        image: Tensor | None = None
        for index in reversed(range(len(features) - 1)):
            skip = features[index]
            # Narrow first, enlarge after: the same map, a quarter of the arithmetic.
            state = upsample(self.reduce[index](state), skip)
            state = activation(self.join[index](activation(torch.cat((state, skip), dim=1))))
            contribution = self.to_rgb[index](state)
            image = contribution + (0.5 if image is None else upsample(image, skip))
            images.append(image)
        return tuple(reversed(images))
