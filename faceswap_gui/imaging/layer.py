"""One layer of a picture, and what it looks like in files whose layers are whole pages."""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray


@attrs.frozen(eq=False, kw_only=True)
class Layer:
    """One layer, which may cover a part of the picture only.

    Around that part it shows nothing, or is black if it has neither a mask nor alpha.
    """

    name: str
    pixels: NDArray[Any]
    """``(h, w, 3|4)`` in the photograph's encoding."""
    visible: bool = True
    place: tuple[int, int] = (0, 0)
    """Row and column of the picture where the layer's first pixel lies."""
    mask: NDArray[Any] | None = None
    """``(h, w)`` of the pixels' dtype, from 0 to white: how much of the layer is seen."""

    def within(self, shape: tuple[int, ...]) -> bool:
        """Whether no part of it is outside of a picture of that height and width."""
        ends = zip(self.place, self.pixels.shape, shape[:2], strict=False)
        fits = all(start >= 0 and start + length <= whole for start, length, whole in ends)
        return fits and (self.mask is None or self.mask.shape == self.pixels.shape[:2])

    def box(self, shape: tuple[int, ...]) -> tuple[int, int, int, int]:
        """Top, left, bottom and right of what it covers in a picture of that height and width."""
        if self.mask is None and self.pixels.shape[2] == 3:  # black around its pixels
            return 0, 0, shape[0], shape[1]
        (top, left), (height, width) = self.place, self.pixels.shape[:2]
        return top, left, top + height, left + width


def page(layer: Layer, shape: tuple[int, ...]) -> NDArray[Any]:
    """Return the layer ``(H, W, 3|4)`` as large as a picture, its mask in alpha.

    Args:
        layer: what is to become a page; its colours are not multiplied by alpha.
        shape: the picture's, height and width first.
    """
    pixels = layer.pixels if layer.mask is None else _masked(layer.pixels, layer.mask)
    height, width, bands = pixels.shape
    if (height, width) == shape[:2]:
        return pixels
    top, left = layer.place
    whole = np.zeros((*shape[:2], bands), pixels.dtype)
    whole[top : top + height, left : left + width] = pixels
    return whole


def _masked(pixels: NDArray[Any], mask: NDArray[Any]) -> NDArray[Any]:
    alpha = mask[..., None]
    if pixels.shape[2] == 4:
        whole_number = mask.dtype.kind == "u"
        white = np.float32(np.iinfo(mask.dtype).max if whole_number else 1)
        share = pixels[..., 3:] * (alpha / white)
        alpha = np.asarray(np.rint(share) if whole_number else share, mask.dtype)
    return np.concatenate([pixels[..., :3], alpha], axis=2)
