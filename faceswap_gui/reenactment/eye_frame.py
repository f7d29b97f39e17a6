"""An eye's own frame: what lies in one face's eye can be laid into another's by its corners."""

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
from faceswap_gui.reenactment.visibility import smoothstep

_SHUT, _OPEN = 0.12, 0.20
"""Aspect ratios of an eye: closed ones measure about 0.1, open ones 0.26 to 0.43."""


@attrs.frozen
class Eye:
    """Indices of one eye's landmarks."""

    corners: tuple[int, int]
    """The one further left in an unmirrored picture of an upright face first."""
    lids: tuple[int, ...]
    """The 16 of the opening's edge."""
    upper: tuple[int, int]
    lower: tuple[int, int]
    iris: slice
    """Centre, then four of the edge."""


EYES = (
    Eye((RIGHT_EYE_OUTER, RIGHT_EYE_INNER), RIGHT_EYE, (160, 158), (144, 153), RIGHT_IRIS),
    Eye((LEFT_EYE_INNER, LEFT_EYE_OUTER), LEFT_EYE, (385, 387), (380, 373), LEFT_IRIS),
)
"""The person's right eye, then the left one."""


def aspect_ratio(landmarks: Array, eye: Eye) -> float:
    """Return how far the lids of (478, 3) landmarks are apart, in widths of the eye."""
    width = np.linalg.norm(landmarks[eye.corners[1]] - landmarks[eye.corners[0]])
    gaps = landmarks[list(eye.upper)] - landmarks[list(eye.lower)]
    return float(np.linalg.norm(gaps, axis=1).mean() / max(float(width), 1e-6))


def shutness(landmarks: Array, eye: Eye) -> float:
    """Return 0 for an open eye and 1 for a closed one."""
    return float(1 - smoothstep(aspect_ratio(landmarks, eye), _SHUT, _OPEN))


def axis(landmarks: Array, eye: Eye) -> complex:
    """Return the way from the first corner to the second in the picture, as x + iy."""
    first, second = landmarks[list(eye.corners), :2]
    return complex(*(second - first)) or 1e-6


def carried(points: Array, frame: Array, into: Array, eye: Eye) -> Array:
    """Return points (N, 3) of `frame`'s eye where they lie in that of `into`.

    Args:
        points: (N, 3), in the pixels of `frame`.
        frame: (478, 3) landmarks of the face that the points belong to.
        into: (478, 3) landmarks of the face that they are laid into.
        eye: which of both eyes.
    """
    turn = axis(into, eye) / axis(frame, eye)
    a, b = (face[list(eye.corners)].mean(axis=0) for face in (frame, into))
    moved = points - a
    flat = (moved[:, 0] + 1j * moved[:, 1]) * turn
    placed = np.stack([flat.real, flat.imag, moved[:, 2] * abs(turn)], axis=1)
    return np.asarray(placed + b, np.float64)
