"""The prepared portraits in memory, with the mesh of each drawn at the training size."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from faceswap_gui.faces.face import eye_distance
from faceswap_gui.faces.rasterise import rasterise
from faceswap_gui.faces.topology import (
    INNER_LIPS,
    MESH_POINTS,
    canonical_coordinates,
    triangles,
    triangles_within,
)
from faceswap_gui.reenactment.geometry import unit, vertex_normals
from faceswap_gui.reenactment.similarity import laid_onto
from faceswap_gui.training.light import Relief
from faceswap_gui.training.prepare import Prepared

Array = NDArray[np.float32]


@attrs.frozen(eq=False)
class Portrait:
    """One person's crop and mesh, in compact arrays: some 110 KB at 128 pixels."""

    image: NDArray[np.uint8]
    """(S, S, 3) sRGB."""
    landmarks: Array
    """(478, 3) in crop pixels."""
    triangle: NDArray[np.int16]
    """(S, S) index of the triangle a pixel lies in, -1 outside of the mesh."""
    weights: NDArray[np.float16]
    """(S, S, 3) barycentric weights in it."""

    unevenness: float
    """Spread of the coarse log luminance over the face: small in flat light."""
    skin_class: int
    """0 (very light) to 5 (dark), as `skin_class` tells from the picture."""

    @property
    def region(self) -> NDArray[np.bool_]:
        """(S, S) True where the mesh and not the inner mouth is: what is warped and judged."""
        mouth = triangles_within(INNER_LIPS)
        return (self.triangle >= 0) & ~mouth[self.triangle]

    def spread(self, values: Array) -> Array:
        """Return (S, S, C) of (468, C) vertex values, 0 outside of the mesh."""
        inside = self.triangle >= 0
        corners = values[triangles()[self.triangle[inside]]]
        spread = np.zeros((*self.triangle.shape, values.shape[1]), np.float32)
        spread[inside] = (corners * self.weights[inside][..., None]).sum(axis=1)
        return spread

    def coordinates(self) -> Array:
        """Return face coordinates (S, S, 3), 0..1."""
        return self.spread(canonical_coordinates())

    def relief(self) -> Relief:
        """Return depth and normals of the mesh."""
        return self._relief(self.landmarks[:MESH_POINTS])

    def relief_of(self, other: Portrait) -> Relief:
        """Return another person's depth and normals in this one's pose, at this one's pixels."""
        turned = laid_onto(other.landmarks, self.landmarks).points(other.landmarks)
        return self._relief(turned[:MESH_POINTS].astype(np.float32))

    def _relief(self, points: Array) -> Relief:
        heights = points[:, 2:].max() - points[:, 2:]
        spread = self.spread(np.concatenate([vertex_normals(points), heights], axis=1))
        inside = (self.triangle >= 0).astype(np.float32)
        distance = eye_distance(self.landmarks)
        return Relief(spread[..., 3], unit(spread[..., :3]), inside, distance)


def load_portraits(prepared: Prepared, size: int) -> Sequence[Portrait]:
    """Return all prepared portraits at `size` pixels."""
    scale = size / prepared.size
    return [
        _portrait(prepared.crop(index), landmarks, scale, size)
        for index, landmarks in enumerate(prepared.landmarks())
    ]


def _portrait(crop: NDArray[np.uint8], landmarks: Array, scale: float, size: int) -> Portrait:
    points = landmarks * np.float32(scale)
    points[:, :2] += np.float32((scale - 1.0) / 2.0)
    mesh = torch.from_numpy(np.ascontiguousarray(points[:MESH_POINTS]))
    raster = rasterise(mesh, torch.from_numpy(triangles()), size, size)
    image = np.asarray(cv2.resize(crop, (size, size), interpolation=cv2.INTER_AREA), np.uint8)
    covered = raster.covered.numpy()
    return Portrait(
        image=image,
        landmarks=points,
        triangle=raster.triangle.numpy().astype(np.int16),
        weights=raster.barycentric.numpy().astype(np.float16),
        unevenness=_unevenness(image, covered),
        skin_class=skin_class(image, covered),
    )


def skin_class(image: NDArray[np.uint8], inside: NDArray[np.bool_]) -> int:
    """Return the skin's class by its individual typology angle, arctan((L* - 50) / b*).

    Chardon, Cretois and Hourseau, "Skin colour typology and suntanning pathways", 1991. Read off
    a photograph in whatever light it was taken, it is rough, and good enough for balancing.
    """
    if not inside.any():
        return 0
    colour = np.median(image[inside], axis=0)[None, None].astype(np.float32) / 255
    lightness, _, yellow = cv2.cvtColor(colour, cv2.COLOR_RGB2Lab)[0, 0]
    angle = float(np.degrees(np.arctan2(lightness - 50, max(yellow, 0.1))))
    return int(np.digitize(-angle, (-55, -41, -28, -10, 30)))


def _unevenness(image: NDArray[np.uint8], inside: NDArray[np.bool_]) -> float:
    cell = max(1, len(image) // 8)
    light = np.log(image.mean(axis=-1) + 8.0)[: 8 * cell, : 8 * cell].reshape(8, cell, 8, cell)
    full = inside[: 8 * cell, : 8 * cell].reshape(8, cell, 8, cell).mean(axis=(1, 3)) > 0.9
    return float(light.mean(axis=(1, 3))[full].std()) if full.any() else 1.0
