"""Step 1 of the method: the first face image, the source's face in the target's place."""

from __future__ import annotations

import attrs
import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.face import Face, eye_distance
from faceswap_gui.faces.rasterise import Raster
from faceswap_gui.faces.topology import (
    INNER_LIPS,
    MESH_POINTS,
    mirrored_vertices,
    triangles_within,
)
from faceswap_gui.imaging import Photo
from faceswap_gui.reenactment.expression_transfer import reenacted_landmarks
from faceswap_gui.reenactment.gaze import gaze_turn, turned_maps, with_gaze
from faceswap_gui.reenactment.groundwork import Groundwork, lay_groundwork
from faceswap_gui.reenactment.lookup import Lookup
from faceswap_gui.reenactment.mirrored_light import mirrored_gain
from faceswap_gui.reenactment.mouth import sources_teeth
from faceswap_gui.reenactment.quality import QualityWarning
from faceswap_gui.reenactment.shares import Shares
from faceswap_gui.reenactment.stand_in import stand_in_tone
from faceswap_gui.reenactment.visibility import vertex_confidence
from faceswap_gui.reenactment.warp import Grid, interpolate, rasterise_mesh, without_slivers

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
    shown: NDArray[np.float32]
    """(h, w) 0..1: how much of the pixel the source shows; the target lends the rest."""
    landmarks: NDArray[np.float32]
    """(478, 3) of the reenacted face in the target photograph's pixels."""
    eye_distance: float
    """Of the reenacted face, in pixels."""
    unseen: float
    """0..1: the share of the region that the source photograph does not show."""
    warnings: tuple[QualityWarning, ...]
    """What will be seen to spoil the result, from both photographs."""
    lookup: Lookup
    """Where the source's colours were found."""


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
    groundwork: Groundwork | None = None,
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
        groundwork: of the same four, if it was laid before; this makes the next picture quicker.
    """
    ground = groundwork or lay_groundwork(source, source_face, target, target_face)
    grid = ground.grid
    landmarks = reenacted_landmarks(
        source_face.landmarks,
        target_face.landmarks,
        face_shape=face_shape,
        expression=expression,
        eyes=eyes,
        mouth=mouth,
    )
    landmarks = ground.look.corrected(landmarks, face_shape)
    turned = with_gaze(landmarks, gaze * gaze_turn(landmarks, target_face.landmarks))
    raster = rasterise_mesh(landmarks, grid)
    maps = _source_maps(source_face, raster)
    if (turned != landmarks).any():
        maps = turned_maps(maps, raster, grid, landmarks, turned)
    eyes_apart = eye_distance(landmarks) * grid.coarse[1] / grid.width
    shares = Shares.of(maps, ground.matte)
    if not sources_teeth(source_face.landmarks, target_face.landmarks, share=expression * mouth):
        shares = shares.within(1 - _inner_mouth(raster, eyes_apart))
    covered = raster.covered.numpy().astype(np.float32)
    lookup = _lookup(ground, maps, shares, covered, eyes_apart)
    face = lookup.colours(ground.texture, grid)
    tone = stand_in_tone(
        ground.background,
        face,
        missing=shares.missing * covered,
        seen=lookup.seen,
        visible=ground.visible,
        eye_distance=eye_distance(landmarks),
    )
    lookup = attrs.evolve(lookup, tone=tone)
    return FirstFace(
        roi=(grid.y0, grid.y1, grid.x0, grid.x1),
        image=lookup.laid_over(ground.background, face, grid),
        target=ground.background,
        region=grid.to_fine(covered),
        inside=_distance_inside(raster.covered.numpy(), grid),
        visible=ground.visible,
        shown=grid.to_fine(lookup.seen),
        landmarks=turned,
        eye_distance=eye_distance(landmarks),
        unseen=float(1 - lookup.seen.sum() / max(float(covered.sum()), 1.0)),
        warnings=ground.warnings,
        lookup=lookup,
    )


def _source_maps(source_face: Face, raster: Raster) -> NDArray[np.float32]:
    """Return (h, w, 6) of the coarser grid: x, y in the source and how well it shows that place.

    Twice: of the place itself and of the same place on the face's other side.
    """
    positions = source_face.landmarks[:MESH_POINTS, :2]
    confidence = vertex_confidence(source_face.landmarks)[:, None]
    other = mirrored_vertices()
    attributes = [positions, confidence, positions[other], confidence[other]]
    return without_slivers(interpolate(raster, np.concatenate(attributes, axis=1)))


def _lookup(
    ground: Groundwork,
    maps: NDArray[np.float32],
    shares: Shares,
    covered: NDArray[np.float32],
    eyes: float,
) -> Lookup:
    """Return where the colours come from; `eyes` are apart that many of the grid's pixels."""
    return Lookup(
        places=maps[..., 0:2],
        twins=maps[..., 3:5],
        lent=shares.lent,
        gain=mirrored_gain(ground.texture, maps, shares.both * covered, eyes),
        seen=shares.seen * covered,
        colour=ground.colour,
    )


def _inner_mouth(raster: Raster, eyes_apart: float) -> NDArray[np.float32]:
    """Return (h, w) of the coarser grid, 1 between the lips: teeth and tongue stay the target's."""
    triangle = raster.triangle.numpy()
    mouth = triangles_within(INNER_LIPS)[np.maximum(triangle, 0)] & (triangle >= 0)
    sigma = max(0.5, _MOUTH_EDGE * eyes_apart)
    return np.asarray(cv2.GaussianBlur(mouth.astype(np.float32), (0, 0), sigma), np.float32)


def _distance_inside(covered: NDArray[np.bool_], grid: Grid) -> NDArray[np.float32]:
    """Return (h, w) pixels of the photograph to the face region's edge.

    The picture's own border is no edge of the face: a face cut off by it is not feathered there.
    """
    distance = cv2.distanceTransform(covered.astype(np.uint8), cv2.DIST_L2, 5)
    return grid.to_fine(np.asarray(distance * (grid.width / grid.coarse[1]), dtype=np.float32))
