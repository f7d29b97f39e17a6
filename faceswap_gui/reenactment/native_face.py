"""The first face image of a very large face, at the photograph's own pixels, some rows at a time.

What was found out on a smaller copy holds here too: places lie `factor` times as far apart, and
what is smooth is interpolated. Only the colours are looked up again, in the photographs themselves.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.face import Face
from faceswap_gui.imaging import Photo, to_working
from faceswap_gui.reenactment.first_face import FirstFace
from faceswap_gui.reenactment.texture import FaceTexture
from faceswap_gui.reenactment.warp import Grid

Float = NDArray[np.float32]


class NativeFace:
    """A first face image that is never whole in memory."""

    def __init__(
        self,
        first: FirstFace,
        source: Photo,
        source_face: Face,
        source_factor: int,
        target: Photo,
        target_face: Face,
        target_factor: int,
    ) -> None:
        """Take over what is known from smaller copies.

        Args:
            first: the first face image of the copies.
            source: the photograph that gives the identity.
            source_face: its face, in its own pixels.
            source_factor: how many of its pixels, across, one of its copy stands for.
            target: the photograph that gives everything else.
            target_face: its face, in its own pixels.
            target_factor: the same of the target.
        """
        per_target = source_face.eye_distance / max(target_face.eye_distance, 1e-6)
        self._texture = FaceTexture(source, source_face, per_target)
        self._lookup = first.lookup.at_scale(source_factor)
        self._target = target
        self._grid = _enlarged(first.roi, target_factor, target)

    @property
    def roi(self) -> tuple[int, int, int, int]:
        """y0, y1, x0, x1 of the region in the target photograph."""
        grid = self._grid
        return grid.y0, grid.y1, grid.x0, grid.x1

    def rows(self, rows: slice) -> tuple[Float, Float]:
        """Return X_r and X_t, (h, w, 3) working sRGB each, over these rows of the region."""
        grid = self._grid
        part = self._target.pixels[grid.y0 + rows.start : grid.y0 + rows.stop, grid.x0 : grid.x1]
        background = to_working(part, self._target, clip=False)
        face = self._lookup.colours(self._texture, grid, rows)
        return self._lookup.laid_over(background, face, grid, rows), background

    def interpolated(self, values: Float, rows: slice) -> Float:
        """Return what is known of the whole region, (h, w[, C]), for these rows of it."""
        return self._grid.to_fine(values, rows)


def _enlarged(roi: tuple[int, int, int, int], factor: int, photo: Photo) -> Grid:
    """Return the region in the photograph; what a copy cannot show of the last pixels is in it."""
    y0, y1, x0, x1 = (edge * factor for edge in roi)
    bottom, right = (
        length if length - edge < factor else edge
        for edge, length in ((y1, photo.height), (x1, photo.width))
    )
    return Grid(y0, bottom, x0, right)
