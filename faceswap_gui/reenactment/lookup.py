"""Where in the source's photograph the colours of the first face image are found.

That is known over the coarser grid, so it costs next to nothing however large the face is.
"""

from __future__ import annotations

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.imaging import RATIO_OFFSET
from faceswap_gui.reenactment.monochrome import with_colour
from faceswap_gui.reenactment.texture import FaceTexture
from faceswap_gui.reenactment.warp import Grid

_WORTH_BORROWING = 0.01
"""Share of a pixel's colour below which the face's other side is not looked up for it."""


@attrs.frozen(eq=False)
class Lookup:
    """Places in the source and what is made of their colours; all over the coarser grid."""

    places: NDArray[np.float32]
    """(h, w, 2) x, y in the source photograph's pixels."""
    twins: NDArray[np.float32]
    """(h, w, 2) of the same place on the face's other side."""
    lent: NDArray[np.float32]
    """(h, w) 0..1: how much of what is known is the other side's."""
    gain: NDArray[np.float32]
    """(h, w, 3), on what is lent."""
    seen: NDArray[np.float32]
    """(h, w) 0..1: how much of the pixel the source shows; the rest is the target's."""
    tone: NDArray[np.float32] | None = None
    """(h, w, 3), by how much of itself the target is brightened where it stands in for what the
    source does not show; 0 elsewhere."""
    colour: float = 1.0
    """0..1: how much of the source's colour is taken; a monochrome photograph takes none."""

    def at_scale(self, factor: int) -> Lookup:
        """Return the same for a source photograph that is `factor` times as large."""
        places, twins = (
            np.asarray((xy + 0.5) * factor - 0.5, np.float32) for xy in (self.places, self.twins)
        )
        return attrs.evolve(self, places=places, twins=twins)

    def colours(
        self, texture: FaceTexture, grid: Grid, rows: slice | None = None
    ) -> NDArray[np.float32]:
        """Return the source's colours (h, w, 3) in the target's grid, or in some rows of it."""
        return with_colour(self._all_colours(texture, grid, rows), self.colour)

    def _all_colours(
        self, texture: FaceTexture, grid: Grid, rows: slice | None
    ) -> NDArray[np.float32]:
        face = texture.colours(grid.to_fine(texture.places(self.places), rows))
        rows = rows or slice(0, grid.height)
        window = self._lent_to(grid, rows)
        if window is None:
            return face
        down, across = window
        lines = slice(rows.start + down.start, rows.start + down.stop)
        places, share, gain = (
            np.ascontiguousarray(grid.to_fine(values, lines)[:, across])
            for values in (texture.places(self.twins), self.lent, self.gain)
        )
        here = face[window]
        twin = (texture.colours(places) + RATIO_OFFSET) * gain - RATIO_OFFSET
        here += share[..., None] * (twin - here)
        return face

    def laid_over(
        self,
        background: NDArray[np.float32],
        face: NDArray[np.float32],
        grid: Grid,
        rows: slice | None = None,
    ) -> NDArray[np.float32]:
        """Return the face (h, w, 3) over the background, as far as the source shows it.

        Reuses the face's memory; both are of the same `rows` of the grid, or of the whole.
        """
        behind = background
        if self.tone is not None:
            tone = grid.to_fine(self.tone, rows)
            toned = background + (background + RATIO_OFFSET) * tone
            behind = np.clip(toned, np.minimum(background, 0), np.maximum(background, 1))
        face -= behind
        face *= grid.to_fine(self.seen, rows)[..., None]
        face += behind
        return face

    def _lent_to(self, grid: Grid, rows: slice) -> tuple[slice, slice] | None:
        """Return the window of `rows` to which the other side lends; None if there is none.

        Only there: most faces lend next to nothing, and every look-up takes its time.
        """
        places = np.nonzero(self.lent > _WORTH_BORROWING)
        if not len(places[0]):
            return None
        down, across = grid.window(*places)
        first = max(down.start, rows.start) - rows.start
        last = min(down.stop, rows.stop) - rows.start
        return (slice(first, last), across) if first < last else None
