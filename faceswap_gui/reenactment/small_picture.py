"""The first face in little: as much of it as a mesh network sees, drawn in some milliseconds."""

from __future__ import annotations

import attrs
import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from faceswap_gui.faces.crop import (
    face_crop_matrix,
    glimpse,
    inverse_similarity,
    similarity_scale,
    transform_points,
)
from faceswap_gui.faces.face import Face
from faceswap_gui.faces.rasterise import rasterise
from faceswap_gui.faces.threads import one_thread
from faceswap_gui.faces.topology import MESH_POINTS, triangles
from faceswap_gui.imaging import Photo
from faceswap_gui.reenactment.occlusion import SourceMatte
from faceswap_gui.reenactment.texture import FaceTexture
from faceswap_gui.reenactment.visibility import vertex_confidence
from faceswap_gui.reenactment.warp import interpolate, without_slivers

_VIEW = 1.5
"""Side of the picture over the face's: what the mesh networks were trained on."""
_EDGE, _SOFT = 5, 3.0
"""Pixels that the drawn face is drawn in by at its edge, and over which it fades out."""
_SIGHT = 1.0
"""σ in pixels of the blur that source and target are seen through: grain and sharpness, which may
differ between two photographs and between a photograph and its copy, are otherwise read as nods."""


@attrs.frozen(eq=False)
class SmallPicture:
    """The target, upright, with room for the source's face: S×S pixels."""

    target: NDArray[np.float32]
    """(S, S, 3) working sRGB 0..1: the target as it is."""
    matrix: NDArray[np.float32]
    """(2, 3): from the target photograph's pixels to the picture's."""
    texture: FaceTexture
    """The source's colours, no finer than the picture."""
    places: NDArray[np.float32]
    """(468, 3): x, y of every vertex in the source's photograph, and how well it is seen there."""
    matte: SourceMatte
    """What of its face the source shows."""

    @classmethod
    def of(
        cls,
        target: Photo,
        target_face: Face,
        source_face: Face,
        texture: FaceTexture,
        matte: SourceMatte,
        size: int,
    ) -> SmallPicture:
        """Reduce both; `texture` is the source's for the target's own resolution."""
        matrix = face_crop_matrix(target_face.landmarks, size, _VIEW)
        seen = vertex_confidence(source_face.landmarks)[:, None]
        return cls(
            target=glimpse(target, matrix, size),
            matrix=matrix,
            texture=texture.coarser(1 / similarity_scale(matrix)),
            places=np.concatenate([source_face.landmarks[:MESH_POINTS, :2], seen], axis=1),
            matte=matte,
        )

    def inside(self, landmarks: NDArray[np.float32]) -> NDArray[np.float32]:
        """Bring landmarks (N, 3) from the target photograph into the picture."""
        return transform_points(self.matrix, landmarks)

    def outside(self, landmarks: NDArray[np.float32]) -> NDArray[np.float32]:
        """Bring landmarks (N, 3) of the picture back into the target photograph."""
        return transform_points(inverse_similarity(self.matrix), landmarks)

    def bare(self) -> NDArray[np.uint8]:
        """Return (S, S, 3) RGB: the target alone."""
        return _seen(self.target)

    def drawn(self, landmarks: NDArray[np.float32]) -> NDArray[np.uint8]:
        """Return (S, S, 3) RGB: the source's face at landmarks (468+, 3) of the picture.

        Its colours are matched as a whole, so that the light tells the network nothing.
        """
        vertices = torch.from_numpy(landmarks[:MESH_POINTS])
        with one_thread():  # too small a picture to be worth sharing out
            raster = rasterise(vertices, torch.from_numpy(triangles()), *self.target.shape[:2])
            maps = without_slivers(interpolate(raster, self.places))
        face = self.texture.colours(self.texture.places(maps[..., :2]))
        covered = raster.covered.numpy().astype(np.float32)
        share = _faded(covered) * maps[..., 2] * self.matte.at(maps[..., :2])
        _match(face, self.target, covered > 0)
        return _seen(self.target + share[..., None] * (face - self.target))


def _seen(picture: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Return a picture (S, S, 3) of 0..1 in 0..255, without what is finer than eyes and lips."""
    soft = cv2.GaussianBlur(picture, (0, 0), _SIGHT)
    return np.asarray(np.clip(255 * soft + 0.5, 0, 255), np.uint8)


def _faded(covered: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return a mask (S, S) of 0 and 1 that is soft on its inner side."""
    sure = cv2.erode(covered, np.ones((_EDGE, _EDGE), np.uint8))
    return np.asarray(cv2.GaussianBlur(sure, (0, 0), _SOFT) * covered, np.float32)


def _match(
    face: NDArray[np.float32], target: NDArray[np.float32], where: NDArray[np.bool_]
) -> None:
    """Give a face (S, S, 3), in place, the target's mean and deviation of each channel."""
    if not where.any():
        return
    of_face, of_target = face[where], target[where]
    gain = of_target.std(axis=0) / np.maximum(of_face.std(axis=0), 1e-3)
    face -= of_face.mean(axis=0)
    face *= gain
    face += of_target.mean(axis=0)
