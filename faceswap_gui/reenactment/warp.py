"""The mesh drawn into the target's pixels: which place of the face each of them shows."""

from __future__ import annotations

import attrs
import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from faceswap_gui.faces.rasterise import Raster, rasterise
from faceswap_gui.faces.topology import triangles

GEOMETRY_SIDE = 512
"""Longest side of the grid in which geometry is rasterised; finer pictures interpolate it.

Positions in the source are linear within a triangle, so interpolating them loses nothing that
the eye can see, and the cost of geometry does not grow with the photograph.
"""


@attrs.frozen
class Grid:
    """A region of the photograph and the coarser grid that geometry is computed in."""

    y0: int
    y1: int
    x0: int
    x1: int

    @property
    def height(self) -> int:
        """Rows of the region."""
        return self.y1 - self.y0

    @property
    def width(self) -> int:
        """Columns of the region."""
        return self.x1 - self.x0

    @property
    def coarse(self) -> tuple[int, int]:
        """Height and width of the coarser grid."""
        scale = min(1.0, GEOMETRY_SIDE / max(self.height, self.width))
        return max(1, round(self.height * scale)), max(1, round(self.width * scale))

    def to_coarse(self, points: NDArray[np.float32]) -> NDArray[np.float32]:
        """Bring (N, 3) photo points into the coarser grid's pixels."""
        height, width = self.coarse
        scale = np.array([width / self.width, height / self.height])
        origin = np.array([self.x0, self.y0])
        moved = (points[:, :2] - origin + 0.5) * scale - 0.5
        return np.column_stack([moved, points[:, 2] * scale.mean()]).astype(np.float32)

    def window(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> tuple[slice, slice]:
        """Return the window of the region's own pixels around places of the coarser grid."""
        edges = []
        for places, fine, coarse in zip(
            (rows, columns), (self.height, self.width), self.coarse, strict=True
        ):
            first, last = int(places.min()) - 1, int(places.max()) + 2
            edges.append(
                slice(max(0, first * fine // coarse), min(fine, -(-last * fine // coarse)))
            )
        return edges[0], edges[1]

    def to_fine(
        self, values: NDArray[np.float32], rows: slice | None = None
    ) -> NDArray[np.float32]:
        """Interpolate (h, w[, C]) over the region to its own pixels, or to some rows of them."""
        size = (self.width, self.height)
        if rows is not None:
            values, size = self._lines(values, rows), (self.width, rows.stop - rows.start)
        if values.shape[:2] == size[::-1]:
            return values
        return np.asarray(cv2.resize(values, size, interpolation=cv2.INTER_LINEAR), np.float32)

    def _lines(self, values: NDArray[np.float32], rows: slice) -> NDArray[np.float32]:
        """Interpolate (h, w[, C]) down to `rows` of the region alone, as all of them would be."""
        last = len(values) - 1
        places = (np.arange(rows.start, rows.stop) + 0.5) * (len(values) / self.height) - 0.5
        places = np.clip(places, 0, last)
        above = places.astype(np.intp)
        share = (places - above).astype(np.float32).reshape(-1, *(1,) * (values.ndim - 1))
        upper, lower = values[above], values[np.minimum(above + 1, last)]
        return np.asarray(upper + share * (lower - upper), np.float32)


def rasterise_mesh(landmarks: NDArray[np.float32], grid: Grid) -> Raster:
    """Rasterise the face mesh at (478, 3) landmarks in photo pixels into the coarser grid."""
    vertices = torch.from_numpy(grid.to_coarse(landmarks[:468]))
    return rasterise(vertices, torch.from_numpy(triangles()), *grid.coarse)


def interpolate(raster: Raster, values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (h, w, C) of (468, C) vertex values, continued a little beyond the mesh's edge."""
    drawn = raster.interpolate(torch.from_numpy(values), torch.from_numpy(triangles()).long())
    return _continued(drawn.numpy(), raster.covered.numpy())


def _continued(values: NDArray[np.float32], covered: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Fill pixels beside the mesh from their covered neighbours.

    Without this, interpolation at the edge would mix in zeros.
    """
    weight = covered.astype(np.float32)
    size = (9, 9)
    total = cv2.blur(weight, size)
    # OpenCV drops the axis of a single channel.
    mean = cv2.blur(values, size).reshape(values.shape) / np.maximum(total, 1e-6)[..., None]
    return np.where(covered[..., None], values, mean).astype(np.float32)


def without_slivers(maps: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (h, w, C) maps without what is only a pixel or two wide.

    At nostrils and lip corners the mesh folds; triangles seen edge-on there stand for far-off
    places of the source and would leave dark specks. A median keeps every real edge.
    """
    width = 5 if max(maps.shape[:2]) > GEOMETRY_SIDE // 2 else 3
    channels = np.moveaxis(maps, -1, 0)
    cleaned = [cv2.medianBlur(np.ascontiguousarray(one), width) for one in channels]
    return np.stack(cleaned, axis=-1).astype(np.float32)
