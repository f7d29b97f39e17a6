"""The reenacted landmarks: the source's bone structure with the target's expression and pose."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.topology import (
    LEFT_EYE,
    MESH_POINTS,
    OVAL,
    RIGHT_EYE,
    canonical_vertices,
)
from faceswap_gui.reenactment.expression_prior import expression_prior
from faceswap_gui.reenactment.eyes import with_eyes
from faceswap_gui.reenactment.frame import in_own_frame
from faceswap_gui.reenactment.mouth import LIPS, with_mouth
from faceswap_gui.reenactment.similarity import Array, laid_onto
from faceswap_gui.reenactment.visibility import smoothstep

_FADE = 0.3
"""Over this share of the head's half width the source's shape fades into the target's outline."""
_AROUND_EYES, _AROUND_MOUTH = 1.5, 3.0
"""Centimetres on the canonical head over which *eyes* and *mouth* fade into *expression*."""


def reenacted_landmarks(
    source: NDArray[np.float32],
    target: NDArray[np.float32],
    *,
    face_shape: float,
    expression: float = 1.0,
    eyes: float = 1.0,
    mouth: float = 1.0,
) -> NDArray[np.float32]:
    """Return (478, 3) landmarks of the reenacted face in the target photograph's pixels.

    Each face is taken apart into a face at rest and an expression (`expression_prior`). The
    source's resting face is laid onto the target by the points that expressions hardly move, then
    resting faces and expressions are mixed. Adding the difference that an expression makes to
    another face at rest is deformation transfer (Sumner and Popović, SIGGRAPH 2004) in the linear
    form of expression cloning (Noh and Neumann, SIGGRAPH 2001); which part of a single picture is
    expression is told by the statistics of many people, as in Blanz et al., "Reanimating Faces in
    Images and Video", 2003. At the oval the target's outline stays, so that the head's silhouette
    does not change. The irises lie in the eyes as the source's do (see `gaze`).

    Args:
        source: (478, 3) in the source photograph.
        target: (478, 3) in the target photograph.
        face_shape: 0 keeps the target's bone structure, 1 brings the source's own.
        expression: 0 keeps the source's own expression, 1 brings the target's. With `face_shape` 0
            and `expression` 1 the target's mesh comes back as it is.
        eyes: 0 keeps the source's own eyelids whatever `expression` says, 1 leaves them to it.
        mouth: 0 keeps the source's own mouth whatever `expression` says, 1 leaves it to it.
    """
    goal = np.asarray(target, np.float64)
    laid = laid_onto(source, goal).points(source)
    rest = laid - goal
    of_source, of_target = _expressions(source, goal)
    shape = face_shape * (rest - of_source + of_target)
    own = goal + inner_weight() * (shape + of_source - of_target)
    targets_share = _targets_share(expression, eyes, mouth)
    result = own - inner_weight() * targets_share * (of_source - of_target)
    result = with_mouth(result, own, laid, share=expression * mouth)
    result = with_eyes(result, own, laid, goal, share=expression * eyes)
    return result.astype(np.float32)


def _expressions(source: NDArray[np.float32], target: Array) -> tuple[Array, Array]:
    """Return the offsets (478, 3) of both expressions in the target's pose and pixels."""
    prior = expression_prior()
    (own_source, _), (own_target, pose) = in_own_frame(source), in_own_frame(target)
    irises = ((0, len(target) - len(own_target)), (0, 0))
    of_source = np.pad(pose.offsets(prior.expression_of(own_source)), irises)
    return of_source, np.pad(pose.offsets(prior.expression_of(own_target)), irises)


def _targets_share(expression: float, eyes: float, mouth: float) -> Array:
    """Return (478, 1) 0..1: how far the expression at every landmark is the target's."""
    kept = np.zeros(MESH_POINTS + 10)
    kept[:MESH_POINTS] += (1 - eyes) * _near((*RIGHT_EYE, *LEFT_EYE), _AROUND_EYES)
    kept[:MESH_POINTS] += (1 - mouth) * _near(LIPS, _AROUND_MOUTH)
    return np.asarray(expression * (1 - np.clip(kept, 0, 1)), np.float64)[:, None]


@cache
def _near(vertices: tuple[int, ...], reach: float) -> Array:
    """Return (468,): 1 at some vertices, falling to 0 at `reach` centimetres from them."""
    return np.asarray(smoothstep(-_distance_to(vertices), -reach, 0.0), np.float64)


def _distance_to(others: tuple[int, ...]) -> NDArray[np.float32]:
    """Return (468,) centimetres on the canonical head to the nearest of some vertices."""
    vertices = canonical_vertices()
    apart = np.linalg.norm(vertices[:, None] - vertices[list(others)][None], axis=2)
    return np.asarray(apart.min(axis=1), np.float32)


@cache
def inner_weight() -> Array:
    """Return (478, 1) of every landmark: 0 on the oval, rising to 1 towards the face's middle."""
    inner = smoothstep(_distance_to(OVAL), 0.0, _FADE * float(canonical_vertices()[:, 0].max()))
    return np.concatenate([inner, np.ones(10)])[:, None].astype(np.float64)
