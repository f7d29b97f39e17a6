"""The layers of a finished swap, for retouching in another program."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.compositing.composite import Cutout, Patch
from faceswap_gui.imaging import Layer, Photo, srgb_to_linear


class LayerStack:
    """Collects the faces of one photograph, one after another, as `Swapper.render` makes them."""

    def __init__(self, target: Photo) -> None:
        """Begin with no face on the photograph."""
        self._target = target
        self._cutouts: list[tuple[Patch, Cutout]] = []

    def add(self, patch: Patch) -> None:
        """Lay one face on those before it; where two overlap, the later one is in front."""
        self._cutouts.append((patch, patch.cutout()))

    def layers(self, result: NDArray[Any]) -> tuple[Layer, ...]:
        """Return *Original*, *Face* and *Matte* of every face, and *Result*, the lowest first.

        What is seen is the result, exactly. Below it the faces lie over the original, each with its
        matte as mask; that looks the same but for rounding, and but for soft edges where a profile
        blends otherwise or faces overlap. Of a photograph with transparency they are hidden, since
        they would be seen through it.

        Args:
            result: (H, W, 3|4), the photograph with all faces.
        """
        target = self._target
        opaque = target.pixels.shape[2] == 3
        return (
            Layer(name="Original", pixels=target.pixels, visible=opaque),
            *(layer for index in range(len(self._cutouts)) for layer in self._of_face(index)),
            Layer(name="Result", pixels=result),
        )

    def _of_face(self, index: int) -> tuple[Layer, Layer]:
        """Return a face and its matte, numbered from 1 where there are several."""
        number = f" {index + 1}" if len(self._cutouts) > 1 else ""
        patch, cutout = self._cutouts[index]
        place, opaque = (patch.roi[0], patch.roi[2]), self._target.pixels.shape[2] == 3
        face, matte = self._seen(patch, cutout), self._pictured(cutout.matte)
        return (
            Layer(
                name=f"Face{number}", pixels=face, visible=opaque, place=place, mask=cutout.matte
            ),
            Layer(name=f"Matte{number}", pixels=matte, visible=False, place=place),
        )

    def _seen(self, patch: Patch, cutout: Cutout) -> NDArray[Any]:
        """Return the face as transparent as the photograph, and multiplied by alpha as it is."""
        target = self._target
        if target.pixels.shape[2] == 3:
            return cutout.pixels
        y0, y1, x0, x1 = patch.roi
        alpha = target.pixels[y0:y1, x0:x1, 3:]
        colours = cutout.pixels
        if target.premultiplied:
            multiplied = colours * (alpha / np.float32(target.white))
            colours = np.asarray(
                np.rint(multiplied) if colours.dtype.kind == "u" else multiplied, colours.dtype
            )
        return np.concatenate([colours, alpha], axis=2)

    def _pictured(self, matte: NDArray[Any]) -> NDArray[Any]:
        grey = matte[..., None].repeat(3, axis=2)
        # Of linear light the writer makes sRGB: the matte's numbers must come out as they are.
        return srgb_to_linear(grey) if self._target.linear else grey
