"""Turn the irises of the reenacted face beneath its lids.

The mesh takes the source's eyes along as they were photographed. To make them look elsewhere, what
lies within the lids is moved like an eyeball: the iris as a whole, the white less and less towards
the corners, and the lids not at all.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.rasterise import Raster
from faceswap_gui.faces.topology import triangles_within
from faceswap_gui.reenactment.eye_frame import EYES, Eye, axis, carried, shutness
from faceswap_gui.reenactment.similarity import Array
from faceswap_gui.reenactment.visibility import smoothstep
from faceswap_gui.reenactment.warp import Grid

_FARTHEST = 0.30
"""How far an iris's middle may go from the middle between the eye's corners, in widths."""
_HIGHEST = 0.03
"""How far it may rise or sink, in widths: an iris hides the white above and below it, which no
photograph shows; that one looks up or down is told by the lids, which follow the expression."""
_LID = 0.08
"""Share of the opening at either lid that is never looked up: there the lashes begin."""
_SOFT = 0.8
"""Pixels of the coarser grid over which the motion begins at the lids."""


def gaze_turn(reenacted: NDArray[np.float32], target: NDArray[np.float32]) -> Array:
    """Return (2, 2): x, y that move the right and the left iris to look where the target looks.

    Both eyes turn alike, so that a source never squints because the corners of two people's eyes
    do not lie alike. Eyes that are shut tell nothing; with all shut nothing moves.

    Args:
        reenacted: (478, 3) in the target photograph, the irises as the source's.
        target: (478, 3).
    """
    own, goal = (np.asarray(points, np.float64) for points in (reenacted, target))
    turns = np.array([_turn(own, goal, eye) for eye in EYES])
    weights = np.array([_openness(own, goal, eye) for eye in EYES])
    turn = complex((weights * turns).sum() / max(float(weights.sum()), 1e-6))
    moves = [turn * axis(own, eye) for eye in EYES]
    return np.array([[move.real, move.imag] for move in moves])


def with_gaze(landmarks: NDArray[np.float32], turn: Array) -> NDArray[np.float32]:
    """Return landmarks (478, 3) with the irises moved by `turn` (2, 2), kept within the eyes."""
    result = landmarks.copy()
    for eye, move in zip(EYES, turn, strict=True):
        result[eye.iris, :2] += _kept_within(landmarks, eye, move)
    return result


def turned_maps(
    maps: NDArray[np.float32],
    raster: Raster,
    grid: Grid,
    before: NDArray[np.float32],
    after: NDArray[np.float32],
) -> NDArray[np.float32]:
    """Return maps (h, w, C) of the coarser grid, what lies between the lids moved as the irises.

    Args:
        maps: (h, w, C), anything looked up by the mesh: places in the source photograph.
        raster: the mesh in the coarser grid.
        grid: that grid.
        before: (478, 3) landmarks in photo pixels, the irises where `maps` has them.
        after: (478, 3), the irises where they shall be.
    """
    triangle = raster.triangle.numpy()
    result = maps.copy()
    own, goal = (grid.to_coarse(points).astype(np.float64) for points in (before, after))
    for eye in EYES:
        opening = triangles_within(eye.lids)[np.maximum(triangle, 0)] & (triangle >= 0)
        rows, columns = np.nonzero(opening)
        if not len(rows):
            continue
        softness = cv2.GaussianBlur(opening.astype(np.float32), (0, 0), _SOFT)[rows, columns]
        # Half of a pixel's surroundings are inside at the very edge: that is where nothing moves.
        share = np.clip(2 * softness - 1, 0, 1)
        places = _EyeBall(own, goal, eye).looked_up(columns + 1j * rows, share)
        result[rows, columns] = _at(maps, places)
    return result


def _turn(own: Array, goal: Array, eye: Eye) -> complex:
    """Return the way from one face's iris to another's, in widths of the eye along its axis."""
    centre = slice(eye.iris.start, eye.iris.start + 1)
    x, y, _ = (carried(goal[centre], goal, own, eye) - own[centre])[0]
    return complex(x, y) / axis(own, eye)


def _openness(own: Array, goal: Array, eye: Eye) -> float:
    return (1 - shutness(own, eye)) * (1 - shutness(goal, eye))


def _kept_within(landmarks: NDArray[np.float32], eye: Eye, move: Array) -> Array:
    """Return the motion (2,) of an iris, shortened so that it does not leave the eye."""
    points = landmarks.astype(np.float64)
    along = axis(points, eye)
    start = _local(points, points[eye.iris.start], eye).real
    way = complex(*move) / along
    low, high = min(-_FARTHEST, start), max(_FARTHEST, start)
    sideways = float(np.clip(start + way.real, low, high)) - start
    kept = complex(sideways, float(np.clip(way.imag, -_HIGHEST, _HIGHEST))) * along
    return np.array([kept.real, kept.imag])


class _EyeBall:
    """One eye of the reenacted face, in its own frame: x along the corners' line, -0.5 to 0.5."""

    def __init__(self, own: Array, goal: Array, eye: Eye) -> None:
        self._axis = axis(own, eye)
        self._middle = complex(*own[list(eye.corners), :2].mean(axis=0))
        self._move = complex(*(goal - own)[eye.iris.start, :2]) / self._axis
        ring = own[eye.iris]
        self._radius = float(np.linalg.norm(ring[1:, :2] - ring[0, :2], axis=1).mean())
        self._radius /= abs(self._axis)
        self._centre = _local(goal, goal[eye.iris.start], eye).real
        lids = np.array([_local(own, own[vertex], eye) for vertex in eye.lids])
        edges = [self._edge(lids[:9]), self._edge(np.append(lids[8:], lids[0]))]
        self._lower, self._upper = edges

    @staticmethod
    def _edge(line: NDArray[np.complex128]) -> NDArray[np.complex128]:
        return np.asarray(line[np.argsort(line.real)], np.complex128)

    def looked_up(
        self, pixels: NDArray[np.complex128], share: NDArray[np.float32]
    ) -> NDArray[np.complex128]:
        """Return where the content of pixels (N,), as x + iy, comes from; `share` (N,) of it."""
        local = (pixels - self._middle) / self._axis
        moved = local - share * self._weight(local.real) * self._move
        low, high = (np.interp(moved.real, e.real, e.imag) for e in (self._upper, self._lower))
        margin = np.minimum(_LID, share) * np.maximum(high - low, 0)
        inside = np.clip(moved.imag, low + margin, np.maximum(high - margin, low + margin))
        # Only what has moved is kept within the lids: at share 0 a pixel stays what it is.
        kept = moved.real + 1j * (moved.imag + share * (inside - moved.imag))
        return np.asarray(kept * self._axis + self._middle, np.complex128)

    def _weight(self, x: Array) -> Array:
        """Return 1 where the iris goes to, falling to 0 at both corners."""
        away = np.abs(x - self._centre) - self._radius
        room = np.where(x < self._centre, 0.5 + self._centre, 0.5 - self._centre) - self._radius
        return np.asarray(smoothstep(1 - away / np.maximum(room, 0.02), 0, 1), np.float64)


def _local(points: Array, point: Array, eye: Eye) -> complex:
    """Return a point (3,) in the eye's frame: widths of the eye from the middle of its corners."""
    middle = complex(*points[list(eye.corners), :2].mean(axis=0))
    return (complex(*point[:2]) - middle) / axis(points, eye)


def _at(maps: NDArray[np.float32], places: NDArray[np.complex128]) -> NDArray[np.float32]:
    """Return (N, C) of maps at N places x + iy."""
    x, y = (np.ascontiguousarray(part, np.float32)[None] for part in (places.real, places.imag))
    channels = [cv2.remap(one, x, y, cv2.INTER_LINEAR)[0] for one in _planes(maps)]
    return np.stack(channels, axis=-1).astype(np.float32)


def _planes(maps: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    return [np.ascontiguousarray(maps[..., k]) for k in range(maps.shape[-1])]
