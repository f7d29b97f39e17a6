"""What finds the landmarks of a face."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Landmarker(Protocol):
    """Anything that finds the 478 landmarks in a 192-pixel crop."""

    def __call__(self, crop: NDArray[np.uint8]) -> tuple[NDArray[np.float32], float]:
        """Return (478, 3) landmarks in crop pixels and a confidence, 0..1.

        Args:
            crop: (192, 192, 3), RGB, the face upright and in the middle.
        """
        ...
