"""What is known of one face in a photograph."""

from __future__ import annotations

import math

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.topology import LEFT_EYE_OUTER, RIGHT_EYE_OUTER


@attrs.frozen(eq=False)
class Face:
    """One face: where it is, its landmarks and how sure the detector was.

    Coordinates are pixels of the upright photograph: x to the right, y down, pixel centres at
    whole numbers. "Left" and "right" are the person's own.
    """

    box: tuple[float, float, float, float]
    """x0, y0, x1, y1 around the mesh."""
    landmarks: NDArray[np.float32]
    """(478, 3): 468 of the mesh, 5 of the right iris, 5 of the left. z is in pixels too, and
    smaller is nearer to the camera."""
    score: float
    """0..1, how sure the less sure of two landmark networks is that this is a face."""

    @property
    def eye_distance(self) -> float:
        """Distance between the outer eye corners in pixels, depth included.

        Depth keeps it the same when the head turns away, so it measures the face, not the pose.
        """
        return eye_distance(self.landmarks)

    @property
    def roll(self) -> float:
        """Angle of the line through the outer eye corners in radians, 0 for an upright head."""
        x, y = (self.landmarks[LEFT_EYE_OUTER] - self.landmarks[RIGHT_EYE_OUTER])[:2]
        return math.atan2(float(y), float(x))

    @property
    def size(self) -> float:
        """The longer side of the box in pixels."""
        x0, y0, x1, y1 = self.box
        return max(x1 - x0, y1 - y0)


def eye_distance(landmarks: NDArray[np.float32]) -> float:
    """Return the distance between the outer eye corners of (478, 3) landmarks, in their unit."""
    return float(np.linalg.norm(landmarks[LEFT_EYE_OUTER] - landmarks[RIGHT_EYE_OUTER]))


def bounding_box(landmarks: NDArray[np.float32]) -> tuple[float, float, float, float]:
    """Return x0, y0, x1, y1 around (N, 2+) points."""
    x0, y0 = landmarks[:, :2].min(axis=0)
    x1, y1 = landmarks[:, :2].max(axis=0)
    return float(x0), float(y0), float(x1), float(y1)
