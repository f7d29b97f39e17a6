"""Step 1 of the method: the first face image, the source's face in the target's place."""

from __future__ import annotations

import attrs
import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.face import Face, bounding_box, eye_distance
from faceswap_gui.faces.rasterise import Raster
from faceswap_gui.faces.topology import (
    INNER_LIPS,
    MESH_POINTS,
    mirrored_vertices,
    triangles_within,
)
from faceswap_gui.imaging import Photo, to_working
from faceswap_gui.reenactment.expression_transfer import reenacted_landmarks
from faceswap_gui.reenactment.gaze import gaze_turn, turned_maps, with_gaze
from faceswap_gui.reenactment.mouth import sources_teeth
from faceswap_gui.reenactment.occlusion import SourceMatte, target_matte
from faceswap_gui.reenactment.visibility import vertex_confidence
from faceswap_gui.reenactment.warp import Grid, interpolate, rasterise_mesh, sample, without_slivers

_MARGIN = 0.15
"""Border of the region around the mesh, in eye distances."""
_MOUTH_EDGE = 0.012
"""Softness of the border between the source's lips and the target's mouth, in eye distances."""


@attrs.frozen(eq=False)
class FirstFace:
    """The reenacted source and what is known of it, over a region of the target photograph.

    Pictures are working sRGB, float32 0..1, at the photograph's own resolution.
    """

    roi: tuple[int, int, int, int]
    """y0, y1, x0, x1 of the region in the target photograph."""
    image: NDArray[np.float32]
    """X_r, (h, w, 3): the source's face in place, the target around it."""
    target: NDArray[np.float32]
    """X_t, (h, w, 3): the target as it is."""
    region: NDArray[np.float32]
    """(h, w) 0..1: the face region, 1 where the mesh covers the pixel."""
    inside: NDArray[np.float32]
    """(h, w): pixels to the face region's edge, 0 outside."""
    visible: NDArray[np.float32]
    """(h, w) 0..1: the matte; 0 where the target has something in front of its face."""
    landmarks: NDArray[np.float32]
    """(478, 3) of the reenacted face in the target photograph's pixels."""
    eye_distance: float
    """Of the reenacted face, in pixels."""
    unseen: float
    """0..1: the share of the region that the source photograph does not show."""


def reenact(
    source: Photo,
    source_face: Face,
    target: Photo,
    target_face: Face,
    *,
    face_shape: float,
    expression: float = 1.0,
    gaze: float = 0.0,
    eyes: float = 1.0,
    mouth: float = 1.0,
) -> FirstFace:
    """Bring the source's face into the target's pose, expression and camera.

    Args:
        source: the portrait that gives the identity.
        source_face: the face in it.
        target: the photograph that gives everything else.
        target_face: the face in it that is replaced.
        face_shape: 0 keeps the target's bone structure, 1 brings the source's own.
        expression: 0 keeps the source's own expression, 1 brings the target's.
        gaze: 0 leaves the source's irises as photographed, 1 turns them where the target looks.
        eyes: 0 keeps the source's own eyelids, 1 leaves them to `expression`.
        mouth: 0 keeps the source's own mouth with its teeth, 1 leaves it to `expression`.
    """
    landmarks = reenacted_landmarks(
        source_face.landmarks,
        target_face.landmarks,
        face_shape=face_shape,
        expression=expression,
        eyes=eyes,
        mouth=mouth,
    )
    turned = with_gaze(landmarks, gaze * gaze_turn(landmarks, target_face.landmarks))
    grid = _grid(landmarks, target_face.landmarks, target)
    raster = rasterise_mesh(landmarks, grid)
    background = to_working(target.pixels[grid.y0 : grid.y1, grid.x0 : grid.x1], target, clip=False)
    covered = raster.covered.numpy()
    region = grid.to_fine(covered.astype(np.float32))
    face, seen = _face_texture(source, source_face, raster, grid, landmarks, turned)
    if not sources_teeth(source_face.landmarks, target_face.landmarks, share=expression * mouth):
        seen = seen * (1 - grid.to_fine(_inner_mouth(raster, grid, eye_distance(landmarks))))
    alpha = (region * seen)[..., None]
    return FirstFace(
        roi=(grid.y0, grid.y1, grid.x0, grid.x1),
        image=background + alpha * (face - background),
        target=background,
        region=region,
        inside=_distance_inside(covered, grid),
        visible=target_matte(background, target_face.landmarks, region, (grid.y0, grid.x0)),
        landmarks=turned,
        eye_distance=eye_distance(landmarks),
        unseen=float(1 - (seen * region).sum() / max(region.sum(), 1.0)),
    )


def _grid(landmarks: NDArray[np.float32], also: NDArray[np.float32], target: Photo) -> Grid:
    """Return the region of the target that the face and a border around it take."""
    points = np.concatenate([landmarks, also])
    margin = _MARGIN * eye_distance(landmarks)
    x0, y0, x1, y1 = bounding_box(points)
    left, right = (int(np.clip(v, 0, target.width)) for v in (x0 - margin, x1 + margin + 1))
    top, bottom = (int(np.clip(v, 0, target.height)) for v in (y0 - margin, y1 + margin + 1))
    left, top = min(left, target.width - 1), min(top, target.height - 1)
    return Grid(top, max(bottom, top + 1), left, max(right, left + 1))


def _face_texture(
    source: Photo,
    source_face: Face,
    raster: Raster,
    grid: Grid,
    landmarks: NDArray[np.float32],
    turned: NDArray[np.float32],
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the source's colours (h, w, 3) in the target's grid and where they are known (h, w).

    The mesh is drawn at `landmarks` (478, 3); `turned` are the same with the irises where they
    shall look.

    What the source hides is taken from the same place on the other side of its face.
    """
    positions = source_face.landmarks[:MESH_POINTS, :2]
    confidence = vertex_confidence(source_face.landmarks)[:, None]
    other = mirrored_vertices()
    attributes = [positions, confidence, positions[other], confidence[other]]
    coarse = without_slivers(interpolate(raster, np.concatenate(attributes, axis=1)))
    if (turned != landmarks).any():
        coarse = turned_maps(coarse, raster, grid, landmarks, turned)
    matte = SourceMatte(source, source_face)
    # What covers the source's face is as unknown there as what is turned away from the camera.
    for place, known in ((slice(0, 2), 2), (slice(3, 5), 5)):
        coarse[..., known] *= matte.at(coarse[..., place])
    maps = grid.to_fine(coarse)
    direct, mirrored = maps[..., 2], maps[..., 5]
    per_target = source_face.eye_distance / max(eye_distance(landmarks), 1e-6)
    face = sample(source, maps[..., 0:2], per_target)
    borrowed = (1 - direct) * mirrored
    seen = direct + borrowed
    if borrowed.max() > 0.01:
        twin = sample(source, maps[..., 3:5], per_target)
        face += (borrowed / np.maximum(seen, 1e-6))[..., None] * (twin - face)
    return face, seen


def _inner_mouth(raster: Raster, grid: Grid, eye_distance_px: float) -> NDArray[np.float32]:
    """Return (h, w) of the coarser grid, 1 between the lips: teeth and tongue stay the target's."""
    triangle = raster.triangle.numpy()
    mouth = triangles_within(INNER_LIPS)[np.maximum(triangle, 0)] & (triangle >= 0)
    sigma = max(0.5, _MOUTH_EDGE * eye_distance_px * grid.coarse[1] / grid.width)
    return np.asarray(cv2.GaussianBlur(mouth.astype(np.float32), (0, 0), sigma), np.float32)


def _distance_inside(covered: NDArray[np.bool_], grid: Grid) -> NDArray[np.float32]:
    """Return (h, w) pixels of the photograph to the face region's edge.

    The picture's own border is no edge of the face: a face cut off by it is not feathered there.
    """
    distance = cv2.distanceTransform(covered.astype(np.uint8), cv2.DIST_L2, 5)
    return grid.to_fine(np.asarray(distance * (grid.width / grid.coarse[1]), dtype=np.float32))
