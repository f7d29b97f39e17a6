"""How much of each pixel of the reenacted face the source's photograph shows."""

from __future__ import annotations

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.reenactment.occlusion import SourceMatte


@attrs.frozen(eq=False)
class Shares:
    """Where a pixel's colour comes from; each (h, w) 0..1 over the coarser grid."""

    direct: NDArray[np.float32]
    """How much of the pixel the source shows at its own place."""
    borrowed: NDArray[np.float32]
    """How much of it the same place on the face's other side lends."""
    both: NDArray[np.float32]
    """How well both places are seen."""
    missing: NDArray[np.float32]
    """How much of it neither shows, because it is covered or turned away: the target lends it."""

    @classmethod
    def of(cls, maps: NDArray[np.float32], matte: SourceMatte) -> Shares:
        """Tell the shares from maps (h, w, 6): x, y and confidence of both places."""
        # What covers the source's face is as unknown there as what is turned away from the camera.
        towards, twin_towards = maps[..., 2], maps[..., 5]
        direct = towards * matte.at(maps[..., 0:2])
        mirrored = twin_towards * matte.at(maps[..., 3:5])
        borrowed = (1 - direct) * mirrored
        return cls(direct, borrowed, direct * mirrored, 1 - direct - borrowed)

    def within(self, mask: NDArray[np.float32]) -> Shares:
        """Return the shares as far as a mask (h, w) 0..1 lets them show.

        What the mask leaves out is not missing: it is meant to be the target's own.
        """
        parts = (self.direct, self.borrowed, self.both, self.missing)
        return Shares(*(part * mask for part in parts))

    @property
    def seen(self) -> NDArray[np.float32]:
        """How much of the pixel is known at all."""
        return self.direct + self.borrowed

    @property
    def lent(self) -> NDArray[np.float32]:
        """How much of what is known is borrowed."""
        return np.asarray(self.borrowed / np.maximum(self.seen, 1e-6), np.float32)
