"""Eyelids and irises of the reenacted face.

The statistics of expressions know no blinks, which are rare in portraits; and irises lie on no
vertex of the mesh. Both are carried from one eye to the other in the eye's own frame.
"""

from __future__ import annotations

import attrs
import numpy as np

from faceswap_gui.faces.topology import (
    LEFT_EYE,
    LEFT_EYE_INNER,
    LEFT_EYE_OUTER,
    LEFT_IRIS,
    RIGHT_EYE,
    RIGHT_EYE_INNER,
    RIGHT_EYE_OUTER,
    RIGHT_IRIS,
)
from faceswap_gui.reenactment.similarity import Array

_SHUT, _OPEN = 0.12, 0.20
"""Aspect ratios of an eye: closed ones measure about 0.1, open ones 0.26 to 0.43."""


@attrs.frozen
class _Eye:
    corners: tuple[int, int]
    lids: tuple[int, ...]
    upper: tuple[int, int]
    lower: tuple[int, int]
    iris: slice


_EYES = (
    _Eye((RIGHT_EYE_OUTER, RIGHT_EYE_INNER), RIGHT_EYE, (160, 158), (144, 153), RIGHT_IRIS),
    _Eye((LEFT_EYE_INNER, LEFT_EYE_OUTER), LEFT_EYE, (385, 387), (380, 373), LEFT_IRIS),
)


def with_eyes(
    reenacted: Array, source: Array, target: Array, *, face_shape: float, expression: float
) -> Array:
    """Return the reenacted landmarks (478, 3) with the eyes closed and turned as they should be.

    Where source or target blinks, the lids are as far apart as the target's, by `expression`. The
    irises look where the target's look; their size is the source's by `face_shape`.

    Args:
        reenacted: (478, 3), the mesh as bone structure and expression place it.
        source: (478, 3), laid onto the target.
        target: (478, 3).
        face_shape: 0..1, how far the irises' size is the source's.
        expression: 0..1, how far lids that blink are the target's.
    """
    result = reenacted.copy()
    for eye in _EYES:
        shut = max(_shutness(source, eye), _shutness(target, eye))
        lids = list(eye.lids)
        carried = _carried(target, lids, target, reenacted, eye)
        result[lids] += expression * shut * (carried - reenacted[lids])
        result[eye.iris] = _iris(reenacted, source, target, eye, face_shape)
    return result


def _shutness(landmarks: Array, eye: _Eye) -> float:
    """Return 0 for an open eye and 1 for a closed one."""
    width = np.linalg.norm(landmarks[eye.corners[1]] - landmarks[eye.corners[0]])
    gaps = landmarks[list(eye.upper)] - landmarks[list(eye.lower)]
    ratio = np.linalg.norm(gaps, axis=1).mean() / max(float(width), 1e-6)
    t = float(np.clip((_OPEN - ratio) / (_OPEN - _SHUT), 0, 1))
    return t * t * (3 - 2 * t)


def _iris(reenacted: Array, source: Array, target: Array, eye: _Eye, face_shape: float) -> Array:
    carried = _carried(target, list(range(eye.iris.start, eye.iris.stop)), target, reenacted, eye)
    centre = carried[:1]
    grown = 1 + face_shape * (_radius(source, eye) / max(_radius(target, eye), 1e-6) - 1)
    # `_carried` has scaled the target's ring with the eye; its size is the iris's own business.
    unscaled = _width(target, eye) / max(_width(reenacted, eye), 1e-6)
    return np.asarray(centre + grown * unscaled * (carried - centre), np.float64)


def _radius(landmarks: Array, eye: _Eye) -> float:
    ring = landmarks[eye.iris][1:, :2] - landmarks[eye.iris][0, :2]
    return float(np.linalg.norm(ring, axis=1).mean())


def _width(landmarks: Array, eye: _Eye) -> float:
    outer, inner = landmarks[list(eye.corners), :2]
    return float(np.linalg.norm(inner - outer))


def _carried(points: Array, which: list[int], frame: Array, into: Array, eye: _Eye) -> Array:
    """Return points of one face where they lie in another's eye: by the corners of both."""
    a, b = (face[list(eye.corners)] for face in (frame, into))
    start, end = (corners[1, :2] - corners[0, :2] for corners in (a, b))
    turn = complex(*end) / (complex(*start) or 1)
    moved = points[which] - a.mean(axis=0)
    flat = (moved[:, 0] + 1j * moved[:, 1]) * turn
    placed = np.stack([flat.real, flat.imag, moved[:, 2] * abs(turn)], axis=1)
    return np.asarray(placed + b.mean(axis=0), np.float64)
