"""Colour transfers that move one cloud of colours as a whole onto another.

Every function takes the face's pixels and the target's, (N, 3) and (K, 3) float64 CIELAB, and
returns the face's pixels moved, (N, 3). None knows where in the picture a pixel lies.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import KDTree

Colours = NDArray[np.float64]
Transfer = Callable[[Colours, Colours], Colours]

_TINY = 1e-6
_ROUNDS = 12  # rotations of the iterative transfers; more change the cloud by less than a level
_PROJECTIONS = 6  # directions averaged in one step of the sliced transport
_SAMPLES = 700  # colours a side that the entropic plan is solved for
_NEIGHBOURS = 8  # solved colours that carry a pixel along
_ENTROPY = 0.02  # of the largest squared distance


def reinhard(face: Colours, target: Colours) -> Colours:
    """Match each channel's mean and deviation (Reinhard et al. 2001, in CIELAB); rct."""
    ratio = target.std(axis=0) / np.maximum(face.std(axis=0), _TINY)
    return np.asarray((face - _mean(face)) * ratio + _mean(target))


def linear(face: Colours, target: Colours) -> Colours:
    """Match mean and covariance through the two clouds' principal axes; lct.

    The axes keep their directions (symmetric square roots), so hues are not swapped.
    """
    to_white = _power(_covariance(face), -0.5)
    from_white = _power(_covariance(target), 0.5)
    return (face - _mean(face)) @ (to_white @ from_white) + _mean(target)


def monge_kantorovich(face: Colours, target: Colours) -> Colours:
    """Optimal linear map between the two clouds taken as Gaussians (Pitié & Kokaram 2007); mkl."""
    ours, theirs = _covariance(face), _covariance(target)
    root, inverse = _power(ours, 0.5), _power(ours, -0.5)
    matrix = inverse @ _power(root @ theirs @ root, 0.5) @ inverse
    return (face - _mean(face)) @ matrix + _mean(target)


def iterative(face: Colours, target: Colours) -> Colours:
    """Match the marginals along ever new orthogonal axes (Pitié et al. 2007); idt."""
    moved = face.copy()
    for axes in _rotations():
        ours, theirs = moved @ axes, target @ axes
        moved += (_match_sorted(ours, theirs) - ours) @ axes.T
    return moved


def sliced(face: Colours, target: Colours) -> Colours:
    """Descend the sliced-Wasserstein distance along random directions (Rabin et al. 2010); sot."""
    moved = face.copy()
    random = np.random.default_rng(0)
    for _ in range(_ROUNDS):
        directions = random.normal(size=(3, _PROJECTIONS))
        directions /= np.linalg.norm(directions, axis=0)
        ours, theirs = moved @ directions, target @ directions
        moved += (_match_sorted(ours, theirs) - ours) @ directions.T * (3 / _PROJECTIONS)
    return moved


def entropic(face: Colours, target: Colours) -> Colours:
    """Sinkhorn's plan between samples of the two clouds (POT), carried to every pixel.

    A pixel moves as its nearest samples do, weighted by the inverse distance.
    """
    ot = import_module("ot")  # the evaluation extra's; the other transfers do without
    random = np.random.default_rng(0)
    ours, theirs = (cloud[random.integers(len(cloud), size=_SAMPLES)] for cloud in (face, target))
    cost = ot.dist(ours, theirs)
    even = np.full(_SAMPLES, 1 / _SAMPLES)
    plan = ot.sinkhorn(even, even, cost, reg=_ENTROPY * cost.max(), numItermax=2000)
    moves = plan @ theirs / plan.sum(axis=1, keepdims=True) - ours
    distances, nearest = KDTree(ours).query(face, k=_NEIGHBOURS)
    weights = 1 / (distances + 0.5)
    weights /= weights.sum(axis=1, keepdims=True)
    moved: Colours = face + (moves[nearest] * weights[..., None]).sum(axis=1)
    return moved


def _rotations() -> list[Colours]:
    random = np.random.default_rng(0)
    return [np.linalg.qr(random.normal(size=(3, 3)))[0] for _ in range(_ROUNDS)]


def _match_sorted(ours: Colours, theirs: Colours) -> Colours:
    """Return, column by column, the values of `theirs` at the ranks that `ours` has."""
    matched = np.empty_like(ours)
    places = (np.arange(len(ours)) + 0.5) / len(ours)
    known = (np.arange(len(theirs)) + 0.5) / len(theirs)
    for column in range(ours.shape[1]):
        order = np.argsort(ours[:, column])
        matched[order, column] = np.interp(places, known, np.sort(theirs[:, column]))
    return matched


def _mean(colours: Colours) -> Colours:
    return np.asarray(colours.mean(axis=0))


def _covariance(colours: Colours) -> Colours:
    return np.cov(colours, rowvar=False) + _TINY * np.eye(3)


def _power(matrix: Colours, exponent: float) -> Colours:
    values, vectors = np.linalg.eigh(matrix)
    powered: Colours = (vectors * np.maximum(values, _TINY) ** exponent) @ vectors.T
    return powered
