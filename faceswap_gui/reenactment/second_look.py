"""The first face, looked at once more: does its head read as the target's does?

A network that finds landmarks takes another person's long nose or low brows for a nod. The mesh of
the source, rigidly laid onto the target's, may then be a degree or two off, and so will be the
person in the picture for whoever looks. Analysis by synthesis finds out: the face is drawn, small,
the network reads it, and what its head is turned away from the target's, read by the same network,
is turned back. Another look tells whether that helped.
"""

from __future__ import annotations

from functools import cache

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.coarse_mesh import coarse_mesh
from faceswap_gui.faces.face import Face
from faceswap_gui.faces.topology import (
    LEFT_EYE,
    LEFT_IRIS,
    MESH_POINTS,
    RIGHT_EYE,
    RIGHT_IRIS,
    procrustes_weights,
)
from faceswap_gui.imaging import Photo
from faceswap_gui.reenactment.expression_transfer import inner_weight
from faceswap_gui.reenactment.frame import in_own_frame
from faceswap_gui.reenactment.occlusion import SourceMatte
from faceswap_gui.reenactment.similarity import Array, rotation_by, rotation_vector
from faceswap_gui.reenactment.small_picture import SmallPicture
from faceswap_gui.reenactment.texture import FaceTexture

_SIZE = 192
"""Side in pixels of the picture that is looked at: the network's own."""
_LEAST_EYES = 24.0
"""Pixels between the target's eyes below which no pose can be read to a degree."""
_PRESENCE = 0.5
"""Confidence below which the network saw no face worth reading."""
_GAIN = np.array([1.0, 1.7, 0.0])
"""Turn about the picture's x, y and z for each degree that is read amiss.

The outline stays, so a mesh nodded by 1° reads as nodded by 0.6°, and one turned by 1° to the side
as turned by 0.3°. Of what this network reads amiss, another one that was not asked sees a little
more than half (portraits in studio light, as under hard light): that half is turned back, the rest
is the network's own error. Rolls are read right to 0.2° as it is.
"""
_MOST = np.radians(4.0)
"""The largest turn."""


@attrs.frozen(eq=False)
class SecondLook:
    """A pair as the network sees it."""

    picture: SmallPicture
    pose: Array | None
    """(3, 3): the target's, read in the picture; None where it cannot be read."""

    @classmethod
    def at(
        cls,
        target: Photo,
        target_face: Face,
        source_face: Face,
        texture: FaceTexture,
        matte: SourceMatte,
    ) -> SecondLook:
        """Look at the target first; `texture` and `matte` are the source's."""
        picture = SmallPicture.of(target, target_face, source_face, texture, matte, _SIZE)
        large = target_face.eye_distance >= _LEAST_EYES
        return cls(picture, _pose(picture.bare()) if large else None)

    def corrected(self, landmarks: NDArray[np.float32], share: float) -> NDArray[np.float32]:
        """Return landmarks (478, 3) of the reenacted face, turned so that it reads as the target.

        They stay as they are where there is no reading or turning does not help.

        Args:
            landmarks: in the target photograph's pixels.
            share: 0..1, how far their bones are the source's; the target's own mesh is where it
                was found, and nothing is read amiss in that.
        """
        inside = self.picture.inside(landmarks)
        before = self._amiss(inside) if share else None
        if before is None:
            return landmarks
        turn = _bounded(-share * _GAIN * before)
        after = self._amiss(_turned(inside, turn))
        if after is None:
            return landmarks
        return self.picture.outside(_turned(inside, _borne_out(before, after) * turn))

    def _amiss(self, landmarks: NDArray[np.float32]) -> Array | None:
        """Return the rotation vector (3,) from the target's head to the drawn one, as read."""
        if self.pose is None:
            return None
        read = _pose(self.picture.drawn(landmarks))
        return None if read is None else rotation_vector(read @ self.pose.T)


def _pose(picture: NDArray[np.uint8]) -> Array | None:
    """Return the head's rotation (3, 3) as the network reads it, None where it is not sure."""
    landmarks, presence = coarse_mesh()(picture)
    return in_own_frame(landmarks)[1].rotation if presence >= _PRESENCE else None


def _borne_out(before: Array, after: Array) -> float:
    """Return the share of a turn, 0..1, that is to be kept: 0 if it led away.

    Where on the way from what was amiss before it to what is after, in nod and turn to the side,
    is least amiss?
    """
    change = (before - after)[:2]
    return float(np.clip(before[:2] @ change / max(float(change @ change), 1e-12), 0, 1))


def _bounded(turn: Array) -> Array:
    return np.asarray(turn * min(1.0, _MOST / max(float(np.linalg.norm(turn)), 1e-12)), np.float64)


def _turned(landmarks: NDArray[np.float32], turn: Array) -> NDArray[np.float32]:
    """Turn landmarks (478, 3) by a rotation vector (3,) about the head's middle; the oval stays."""
    weights = procrustes_weights()
    centre = weights @ landmarks[:MESH_POINTS] / weights.sum()
    offsets = landmarks - centre
    moved = offsets @ rotation_by(turn).T - offsets
    return np.asarray(landmarks + _give() * moved, np.float32)


@cache
def _give() -> Array:
    """Return (478, 1) 0..1: how far every landmark goes along; an iris goes with its lids."""
    give = inner_weight().copy()
    for iris, lids in ((RIGHT_IRIS, RIGHT_EYE), (LEFT_IRIS, LEFT_EYE)):
        give[iris] = give[list(lids)].mean()
    return give
