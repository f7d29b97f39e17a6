"""Who opens the mouth, and whose teeth are then seen.

Two mouths are never mixed: the space between the lips shows either the source's teeth, which
travel with its lips, or the target's, over which the source's lips open.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.reenactment.similarity import Array

# fmt: off
_UPPER = np.array((
    (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291),
    (76, 184, 74, 73, 72, 11, 302, 303, 304, 408, 306),
    (62, 183, 42, 41, 38, 12, 268, 271, 272, 407, 292),
    (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308),
))
"""Four lines of vertices along the upper lip, the last one at its inner edge; both lips' lines have
their vertices at the same places from one mouth corner to the other."""
_LOWER = np.array((
    (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291),
    (76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306),
    (62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292),
    (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308),
))
"""The same of the lower lip."""
# fmt: on
LIPS = tuple(sorted({int(vertex) for line in (*_UPPER, *_LOWER) for vertex in line}))
"""All vertices of both lips."""
_BETWEEN_CORNERS = slice(1, -1)


def lip_gap(landmarks: NDArray[np.floating]) -> float:
    """Return how far the inner edges of the lips are apart, in widths of the mouth."""
    across = landmarks[_UPPER[-1, -1]] - landmarks[_UPPER[-1, 0]]
    gaps = np.linalg.norm(_gaps(np.asarray(landmarks, np.float64)), axis=1)
    return float(gaps.mean() / max(float(np.linalg.norm(across)), 1e-6))


def with_mouth(reenacted: Array, own: Array, source: Array, *, share: float) -> Array:
    """Return the reenacted landmarks (478, 3) with lips that the source opens, too.

    Both lips move alike, so that they stay as full as they are.

    Args:
        reenacted: (478, 3), the mesh as bone structure and expression place it.
        own: (478, 3), the same with the source's own expression.
        source: (478, 3), laid onto the target, whose lips `own` should have.
        share: 0..1, how far the target opens the mouth; 1 leaves the landmarks as they are.
    """
    wanted = (1 - share) * (_gaps(source) - _gaps(own)) / 2
    result = reenacted.copy()
    result[_UPPER[:, _BETWEEN_CORNERS]] += wanted
    result[_LOWER[:, _BETWEEN_CORNERS]] -= wanted
    return result


def sources_teeth(
    source: NDArray[np.float32], target: NDArray[np.float32], *, share: float
) -> bool:
    """Return whether the source's inner mouth is shown instead of the target's.

    It is that of whoever opens the mouth more; with equal shares, of who has it wider open.

    Args:
        source: (478, 3) in the source photograph.
        target: (478, 3) in the target photograph.
        share: 0..1, how far the target opens the mouth; at 1 and 0 nothing else counts.
    """
    if share in (0.0, 1.0):
        return share == 0.0
    return (1 - share) * lip_gap(source) > share * lip_gap(target)


def _gaps(landmarks: Array) -> Array:
    """Return (9, 3): from the lower to the upper inner edge, without the corners."""
    return np.asarray(
        landmarks[_UPPER[-1, _BETWEEN_CORNERS]] - landmarks[_LOWER[-1, _BETWEEN_CORNERS]],
        np.float64,
    )
