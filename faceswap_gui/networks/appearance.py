"""The appearance-transfer network: encoder, one mapper per mapped level, decoder, relighter.

Patent application CN112330530A, steps 2 to 4.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from faceswap_gui.networks.architecture import Architecture
from faceswap_gui.networks.conditions import (
    at_level,
    colour_conditions,
    coverage,
    geometry_conditions,
)
from faceswap_gui.networks.decoder import Decoder
from faceswap_gui.networks.encoder import Encoder
from faceswap_gui.networks.layers import to_channels_last
from faceswap_gui.networks.mapper import FeatureMapper
from faceswap_gui.networks.relighter import Relighter


class AppearanceTransfer(nn.Module):
    """Everything that runs when a picture is made; critics and discriminator only train it.

    Images are (B, 3, S, S) sRGB 0..1, coordinates (B, 3, S, S) 0..1, normals (B, 3, S, S) unit
    vectors on the face and zero elsewhere; S is a multiple of `architecture.multiple`.
    """

    def __init__(self, architecture: Architecture | None = None) -> None:
        super().__init__()
        self.architecture = architecture or Architecture()
        widths = self.architecture.widths
        self.encoder = Encoder(widths)
        self.mappers = nn.ModuleList(
            FeatureMapper(width, self.architecture.mapper_width * width)
            for width in widths[: self.architecture.mapped]
        )
        self.decoder = Decoder(widths)
        self.relighter = Relighter(self.architecture.relighter_widths)
        self.to(memory_format=torch.channels_last)  # type: ignore[call-overload]

    def encode(self, image: Tensor) -> tuple[Tensor, ...]:
        """Return F¹ … Fⁿ of an image; F¹ at full resolution, each further level at half."""
        features: tuple[Tensor, ...] = self.encoder(to_channels_last(image))
        return features

    def map(
        self,
        features_r: Sequence[Tensor],
        x_r: Tensor,
        x_t: Tensor,
        coordinates: Tensor,
        normals: Tensor,
    ) -> tuple[Tensor, ...]:
        """Return F_Y¹ … F_Y^M, the features of X_r carried to the target's distribution."""
        inside = coverage(normals)
        colours = to_channels_last(colour_conditions(x_r, x_t, inside))
        geometry = to_channels_last(geometry_conditions(coordinates, normals))
        return tuple(
            mapper(
                features,
                at_level(colours, level),
                at_level(geometry, level),
                at_level(inside, level),
            )
            for level, (mapper, features) in enumerate(zip(self.mappers, features_r, strict=False))
        )

    def mix(
        self, features_r: Sequence[Tensor], mapped: Sequence[Tensor], strengths: Sequence[float]
    ) -> tuple[Tensor, ...]:
        """Return F_r + s·(F_Y − F_r) level by level, and the unmapped levels of F_r as they are.

        `strengths` are M numbers in 0..1; 0 gives F_r itself, 1 gives F_Y.
        """
        mixed = [
            torch.lerp(own, other, float(strength))
            for own, other, strength in zip(features_r, mapped, strengths, strict=False)
        ]
        return (*mixed, *features_r[len(mixed) :])

    def decode(self, features: Sequence[Tensor]) -> Tensor:
        """Return the image of n levels of features: (B, 3, S, S) sRGB, clamped to 0..1."""
        return self.decode_pyramid(features)[0].clamp(0.0, 1.0)

    def decode_pyramid(self, features: Sequence[Tensor]) -> tuple[Tensor, ...]:
        """Return the unclamped images of every level but the coarsest, finest first (training)."""
        images: tuple[Tensor, ...] = self.decoder(features)
        return images

    def relight(self, x_r: Tensor, x_t: Tensor, coordinates: Tensor, normals: Tensor) -> Tensor:
        """Return the log-gain (B, 3, S, S) that brings X_r into the light of X_t."""
        gains: tuple[Tensor, ...] = self.relighter(x_r, x_t, coordinates, normals)
        return gains[0]
