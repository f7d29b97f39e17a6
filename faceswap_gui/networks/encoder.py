"""The perceptual encoder: an image becomes features F¹ … Fⁿ.

Patent application CN112330530A, step 2. Level 1 keeps the image's full resolution, every further
level halves it:  F¹ = E₁(X),  Fˡ = E_l(act(Fˡ⁻¹)).  The features leave each level without an
activation, so that their distributions are free to lie on both sides of zero, which is what the
transport maps and the sliced distances are estimated on.
"""

from __future__ import annotations

from collections.abc import Sequence

from torch import Tensor, nn

from faceswap_gui.networks.layers import ResidualBlock, activation, convolution


class _Level(nn.Module):
    def __init__(self, inputs: int, width: int, stride: int, *, refine: bool) -> None:
        super().__init__()
        self.enter = convolution(inputs, width, 3, stride)
        self.refine = ResidualBlock(width) if refine else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        features: Tensor = self.refine(self.enter(x))
        return features


class Encoder(nn.Module):
    """n levels of features of an image."""

    def __init__(self, widths: Sequence[int]) -> None:
        super().__init__()
        inputs = (3, *widths[:-1])
        self.levels = nn.ModuleList(
            # A residual block at full resolution would cost more than all other levels together.
            _Level(before, width, 1 if level == 0 else 2, refine=level > 0)
            for level, (before, width) in enumerate(zip(inputs, widths, strict=True))
        )

    def forward(self, image: Tensor) -> tuple[Tensor, ...]:
        """Return F¹ … Fⁿ, Fˡ of shape (B, widths[l-1], S/2ˡ⁻¹, S/2ˡ⁻¹), of `image` (B, 3, S, S).

        The image is sRGB 0..1.
        """
        features: list[Tensor] = []
        x = image * 2.0 - 1.0
        for index, level in enumerate(self.levels):
            x = level(x if index == 0 else activation(x))
            features.append(x)
        return tuple(features)
