"""What a reenactment needs of both photographs before any control has been touched."""

from __future__ import annotations

import attrs
import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from faceswap_gui.faces.face import Face, bounding_box
from faceswap_gui.faces.matte import face_matte
from faceswap_gui.faces.rasterise import rasterise
from faceswap_gui.faces.topology import MESH_POINTS, triangles
from faceswap_gui.imaging import Photo, to_working
from faceswap_gui.reenactment.expression_transfer import reenacted_landmarks
from faceswap_gui.reenactment.monochrome import colourfulness
from faceswap_gui.reenactment.occlusion import SourceMatte
from faceswap_gui.reenactment.quality import QualityWarning, face_quality, warnings_of
from faceswap_gui.reenactment.second_look import SecondLook
from faceswap_gui.reenactment.texture import FaceTexture
from faceswap_gui.reenactment.warp import Grid

_MARGIN = 0.15
"""Border of the region around the mesh, in eye distances."""
_REGION_SIDE = 200
"""Longest side of the grid in which the target's own mesh is drawn: a matte needs no finer one."""


@attrs.frozen(eq=False)
class Groundwork:
    """Both faces of a pair, looked at once; every setting of the controls starts from it."""

    grid: Grid
    """The region of the target photograph that the face takes, whatever the controls say."""
    background: NDArray[np.float32]
    """(h, w, 3) working sRGB: the target there."""
    visible: NDArray[np.float32]
    """(h, w) 0..1: the matte; 0 where the target has something in front of its face."""
    warnings: tuple[QualityWarning, ...]
    """What will spoil every picture of this pair."""
    texture: FaceTexture
    """The source's colours."""
    matte: SourceMatte
    """What of its face the source shows."""
    colour: float
    """0..1: how much of the source's colour it is to have; 0 for a monochrome photograph."""
    look: SecondLook
    """How a network that finds landmarks sees the pair."""


def lay_groundwork(
    source: Photo, source_face: Face, target: Photo, target_face: Face
) -> Groundwork:
    """Convert what is needed of both photographs and judge how far their faces can be seen."""
    grid = _grid(source_face, target_face, target)
    background = to_working(target.pixels[grid.y0 : grid.y1, grid.x0 : grid.x1], target, clip=False)
    region = _region(target_face.landmarks, grid)
    origin = np.array([grid.x0, grid.y0, 0], np.float32)
    visible = face_matte(background, target_face.landmarks - origin, region)
    covered = 1 - float((region * visible).sum() / max(float(region.sum()), 1.0))
    matte = SourceMatte(source, source_face)
    per_target = source_face.eye_distance / max(target_face.eye_distance, 1e-6)
    texture = FaceTexture(source, source_face, per_target)
    return Groundwork(
        grid=grid,
        background=background,
        visible=visible,
        warnings=warnings_of(
            face_quality(source, source_face, matte.covered),
            face_quality(target, target_face, covered),
        ),
        texture=texture,
        matte=matte,
        colour=colourfulness(background, region),
        look=SecondLook.at(target, target_face, source_face, texture, matte),
    )


def _region(landmarks: NDArray[np.float32], grid: Grid) -> NDArray[np.float32]:
    """Return (h, w) 0..1, where the mesh covers the grid; roughly, as the matte needs it."""
    scale = min(1.0, _REGION_SIDE / max(grid.height, grid.width))
    height, width = (max(1, round(side * scale)) for side in (grid.height, grid.width))
    points = landmarks[:MESH_POINTS].copy()
    points[:, :2] = (points[:, :2] - [grid.x0, grid.y0] + 0.5) * scale - 0.5
    raster = rasterise(torch.from_numpy(points), torch.from_numpy(triangles()), height, width)
    covered = raster.covered.numpy().astype(np.float32)
    return np.asarray(cv2.resize(covered, (grid.width, grid.height)), np.float32)


def _grid(source_face: Face, target_face: Face, target: Photo) -> Grid:
    """Return the region that the target's face takes, with any share of the source's shape."""
    shaped = reenacted_landmarks(source_face.landmarks, target_face.landmarks, face_shape=1.0)
    x0, y0, x1, y1 = bounding_box(np.concatenate([target_face.landmarks, shaped]))
    margin = _MARGIN * target_face.eye_distance
    left, right = (int(np.clip(v, 0, target.width)) for v in (x0 - margin, x1 + margin + 1))
    top, bottom = (int(np.clip(v, 0, target.height)) for v in (y0 - margin, y1 + margin + 1))
    left, top = min(left, target.width - 1), min(top, target.height - 1)
    return Grid(top, max(bottom, top + 1), left, max(right, left + 1))
