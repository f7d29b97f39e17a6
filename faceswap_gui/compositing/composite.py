"""Step 5 of the method: lay the face over the target photograph."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.imaging import Photo, from_working
from faceswap_gui.reenactment import FirstFace


@attrs.frozen(eq=False)
class Cutout:
    """The face by itself, before it is blended in: what a retoucher wants as a layer."""

    pixels: NDArray[Any]
    """(h, w, 3) of the photograph's own dtype and colour encoding."""
    matte: NDArray[Any]
    """(h, w) of the same dtype, from 0 to white: how much of the face is seen."""


@attrs.frozen(eq=False)
class Change:
    """The changed part of a photograph."""

    roi: tuple[int, int, int, int]
    """y0, y1, x0, x1 in the photograph."""
    pixels: NDArray[Any]
    """(h, w, 3) of the photograph's own dtype and colour encoding."""
    changed: NDArray[np.bool_]
    """(h, w): where `pixels` replaces the photograph; elsewhere it stays bit for bit."""

    def paste(self, pixels: NDArray[Any]) -> None:
        """Write the patch into (H, W, 3|4) pixels of the photograph; alpha is kept."""
        y0, y1, x0, x1 = self.roi
        pixels[y0:y1, x0:x1, :3][self.changed] = self.pixels[self.changed]

    def exchange(self, pixels: NDArray[Any]) -> None:
        """Do the same, and keep what was there instead: a second time undoes it."""
        y0, y1, x0, x1 = self.roi
        region = pixels[y0:y1, x0:x1, :3]
        for row, own, changed in zip(region, self.pixels, self.changed, strict=True):
            row[changed], own[changed] = own[changed], row[changed]


@attrs.frozen(eq=False)
class Patch(Change):
    """A changed part that can also be had as layers."""

    cutout: Callable[[], Cutout]
    """Makes the same part of the photograph as a layer; that is done only when it is asked for."""

    @property
    def change(self) -> Change:
        """The same without what the layers would be made from, which takes much memory."""
        return Change(self.roi, self.pixels, self.changed)


def composite(
    target: Photo, first: FirstFace, face: NDArray[np.float32], mask: NDArray[np.float32]
) -> Patch:
    """Blend the face over the target.

    Args:
        target: the photograph.
        first: the region that `face` and `mask` cover.
        face: (h, w, 3) working sRGB 0..1.
        mask: (h, w) 0..1, how much of the face is seen.
    """
    mixed = first.target + mask[..., None] * (face - first.target)
    return Patch(
        first.roi,
        from_working(mixed, target),
        mask > 0,
        lambda: Cutout(from_working(face, target), matte(mask, target)),
    )


def matte(mask: NDArray[np.float32], photo: Photo) -> NDArray[Any]:
    """Return a mask 0..1 in the dtype of a photograph, whose white is 1."""
    if photo.pixels.dtype.kind != "u":
        return mask
    return np.asarray(np.rint(mask * np.float32(photo.white)), photo.pixels.dtype)
