"""Draw a triangle mesh into a pixel grid: which triangle, and where in it.

All triangles are handled at once with tensor operations, so the same lines run on the CPU and
on CUDA; the cost grows with the face's pixels only.
"""

from __future__ import annotations

import attrs
import torch
from torch import Tensor

# Pixels on an edge that two triangles share must fall into at least one of them.
_EDGE = 1e-4
# A triangle seen edge-on has no area to divide by.
_THIN = 1e-6


@attrs.frozen(eq=False)
class Raster:
    """The mesh as seen by each pixel."""

    triangle: Tensor
    """(h, w) int64 index of the nearest triangle, -1 where there is none."""
    barycentric: Tensor
    """(h, w, 3) float32 weights of its corners; they sum to 1, and to 0 where there is none."""

    @property
    def covered(self) -> Tensor:
        """(h, w) bool: the mesh covers the pixel."""
        return self.triangle >= 0

    def interpolate(self, values: Tensor, triangles: Tensor) -> Tensor:
        """Return (h, w, C) of (V, C) vertex values, 0 where the mesh is not."""
        corners = values[triangles[self.triangle.clamp_min(0)]]
        return (corners * self.barycentric[..., None]).sum(dim=-2)


def rasterise(vertices: Tensor, triangles: Tensor, height: int, width: int) -> Raster:
    """Rasterise a mesh with a z-buffer.

    Args:
        vertices: (V, 3) float: x, y in pixels, pixel centres at whole numbers; z, smaller nearer.
        triangles: (T, 3) integer corners.
        height: rows of the grid.
        width: columns of the grid.
    """
    corners = vertices.float()[triangles.long()]
    edges = _edge_functions(corners)
    pixel, index = _candidates(corners, height, width)
    x, y = (pixel % width).float(), torch.div(pixel, width, rounding_mode="floor").float()
    weights = _weights(edges, index, x, y)
    inside = (weights.amin(dim=0) >= -_EDGE).nonzero().squeeze(1)
    pixel, index, weights = pixel[inside], index[inside], weights[:, inside]
    depth = (weights * corners[..., 2].T[:, index]).sum(dim=0)
    triangle = _nearest(pixel, index, depth, height * width)
    return Raster(
        triangle.view(height, width), _barycentric(edges, triangle, width).view(height, width, 3)
    )


def _edge_functions(corners: Tensor) -> Tensor:
    """Return (3, 3, T): corner k's weight is a_k·x + b_k·y + c_k."""
    (x0, y0), (x1, y1), (x2, y2) = (corners[:, k, :2].unbind(dim=1) for k in range(3))
    area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    thin = area.abs() < _THIN
    scale = torch.where(thin, torch.zeros_like(area), 1 / torch.where(thin, 1.0, area))
    rows = [
        torch.stack([yb - yc, xc - xb, xb * yc - xc * yb])
        for (xb, yb), (xc, yc) in (((x1, y1), (x2, y2)), ((x2, y2), (x0, y0)), ((x0, y0), (x1, y1)))
    ]
    functions = torch.stack(rows) * scale
    # No pixel may be inside a triangle without area.
    functions[:, 2] = torch.where(thin, -1.0, functions[:, 2])
    return functions


def _candidates(corners: Tensor, height: int, width: int) -> tuple[Tensor, Tensor]:
    """Return every (pixel, triangle) pair in which the pixel lies in the triangle's box."""
    low = corners[..., :2].amin(dim=1).ceil().long().clamp_min(0)
    limit = torch.tensor([width - 1, height - 1], device=corners.device)
    high = torch.minimum(corners[..., :2].amax(dim=1).floor().long(), limit)
    columns, rows = (high - low + 1).clamp_min(0).unbind(dim=1)
    count = columns * rows
    index = torch.repeat_interleave(torch.arange(len(count), device=count.device), count)
    first = torch.repeat_interleave(count.cumsum(0) - count, count)
    place = torch.arange(len(index), device=count.device) - first
    row = torch.div(place, columns[index], rounding_mode="floor")
    column = place - row * columns[index]
    return (low[index, 1] + row) * width + low[index, 0] + column, index


def _weights(edges: Tensor, index: Tensor, x: Tensor, y: Tensor) -> Tensor:
    """Return (3, N) barycentric weights of N pixels in their triangles."""
    return torch.stack(
        [edges[k, 0][index] * x + edges[k, 1][index] * y + edges[k, 2][index] for k in range(3)]
    )


def _nearest(pixel: Tensor, index: Tensor, depth: Tensor, pixels: int) -> Tensor:
    """Return per pixel the triangle with the smallest depth, -1 where there is none."""
    span = (depth.max() - depth.min()).clamp_min(1e-6) if len(depth) else depth.new_tensor(1.0)
    low = depth.min() if len(depth) else depth.new_tensor(0.0)
    steps = ((depth - low) / span * (1 << 30)).long()
    # Depth and triangle in one integer, so that one reduction finds the nearest and names it.
    key = (steps << 20) | index
    none = torch.iinfo(torch.int64).max
    best = torch.full((pixels,), none, dtype=torch.int64, device=pixel.device)
    best.scatter_reduce_(0, pixel, key, reduce="amin")
    return torch.where(best == none, -1, best & ((1 << 20) - 1))


def _barycentric(edges: Tensor, triangle: Tensor, width: int) -> Tensor:
    """Return (pixels, 3) weights of the pixels in their nearest triangles."""
    found = (triangle >= 0).nonzero().squeeze(1)
    x, y = (found % width).float(), torch.div(found, width, rounding_mode="floor").float()
    weights = torch.zeros(len(triangle), 3, device=edges.device)
    weights[found] = _weights(edges, triangle[found], x, y).T.clamp_min(0)
    return weights / weights.sum(dim=1, keepdim=True).clamp_min(1e-9)
