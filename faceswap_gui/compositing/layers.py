"""The layers of a finished swap, for retouching in another program."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.compositing.composite import Patch
from faceswap_gui.imaging import Layer, Photo, srgb_to_linear


class LayerStack:
    """Collects the faces of one photograph, one after another, as `Swapper.render` makes them."""

    def __init__(self, target: Photo) -> None:
        """Begin with no face on the photograph."""
        self._target = target
        self._face = np.zeros((target.height, target.width, 4), target.pixels.dtype)

    def add(self, patch: Patch) -> None:
        """Lay one face on those before it; where two overlap, the later one is in front."""
        y0, y1, x0, x1 = patch.roi
        cutout, region = patch.cutout(), self._face[y0:y1, x0:x1]
        region[patch.changed, :3] = cutout.pixels[patch.changed]
        region[..., 3] = np.maximum(region[..., 3], cutout.matte)

    def layers(self, result: NDArray[Any]) -> tuple[Layer, ...]:
        """Return *Original*, *Face*, *Matte* and *Result*, from the lowest to the topmost.

        The visible ones, the face over the original, look like the result but for rounding; where
        a profile blends differently, soft edges differ a little. The hidden result is exact.

        Args:
            result: (H, W, 3|4), the photograph with all faces.
        """
        target = self._target
        return (
            Layer(name="Original", pixels=target.pixels),
            Layer(name="Face", pixels=self._seen_face()),
            Layer(name="Matte", pixels=self._matte(), visible=False),
            Layer(name="Result", pixels=result, visible=False),
        )

    def _matte(self) -> NDArray[Any]:
        matte = self._face[..., 3:].repeat(3, axis=2)
        # Of linear light the writer makes sRGB: the matte's numbers must come out as they are.
        return srgb_to_linear(matte) if self._target.linear else matte

    def _seen_face(self) -> NDArray[Any]:
        """Return the face as transparent as the photograph, and multiplied by alpha as it is."""
        target, face = self._target, self._face
        white = np.float32(target.white)
        if target.pixels.shape[2] == 4:
            face = face.copy()
            face[..., 3] = face[..., 3] * (target.pixels[..., 3] / white)
        if target.premultiplied:
            face[..., :3] = face[..., :3] * (face[..., 3:] / white)
        return face
