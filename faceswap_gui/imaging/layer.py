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


def covering(layer: Layer, shape: tuple[int, ...]) -> Layer:
    """Return the layer as large as a picture, if it is black around its pixels."""
    if layer.mask is not None or layer.pixels.shape[2] == 4:
        return layer
    return attrs.evolve(layer, pixels=_spread(layer, layer.pixels, shape), place=(0, 0))


def page(layer: Layer, shape: tuple[int, ...], premultiplied: bool) -> NDArray[Any]:
    """Return the layer ``(H, W, 3|4)`` as large as a picture, its mask in alpha.

    Args:
        layer: what is to become a page.
        shape: the picture's, height and width first.
        premultiplied: whether the colours are to be multiplied by alpha, as the layer's are.
    """
    pixels = (
        layer.pixels if layer.mask is None else _masked(layer.pixels, layer.mask, premultiplied)
    )
    return _spread(layer, pixels, shape)


def _masked(pixels: NDArray[Any], mask: NDArray[Any], premultiplied: bool) -> NDArray[Any]:
    whole_number = mask.dtype.kind == "u"
    share = mask[..., None] / np.float32(np.iinfo(mask.dtype).max if whole_number else 1)
    colours = pixels[..., :3] * share if premultiplied else pixels[..., :3]
    alpha = pixels[..., 3:] * share if pixels.shape[2] == 4 else mask[..., None]
    joined = np.concatenate([colours, alpha], axis=2)
    return np.asarray(np.rint(joined) if whole_number else joined, mask.dtype)


def _spread(layer: Layer, pixels: NDArray[Any], shape: tuple[int, ...]) -> NDArray[Any]:
    height, width, bands = pixels.shape
    if (height, width) == shape[:2]:
        return pixels
    top, left = layer.place
    whole = np.zeros((*shape[:2], bands), pixels.dtype)
    whole[top : top + height, left : left + width] = pixels
    return whole
