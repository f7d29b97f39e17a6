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
    index, x, y = _covered_pixels(corners, edges, height, width)
    weights = _weights(edges, index, x, y)
    depth = (weights * corners[..., 2][index]).sum(dim=1)
    nearest = _nearest((y * width + x).long(), depth, height * width)
    found = nearest >= 0
    winner = nearest.clamp_min(0)
    none = index.new_zeros(1)
    triangle = torch.where(found, torch.cat([index, none])[winner], -1)
    barycentric = torch.cat([weights, weights.new_zeros(1, 3)])[winner] * found[:, None]
    return Raster(triangle.view(height, width), barycentric.view(height, width, 3))


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


def _covered_pixels(
    corners: Tensor, edges: Tensor, height: int, width: int
) -> tuple[Tensor, Tensor, Tensor]:
    """Return triangle, x and y of every pixel in every triangle; row by row, as a scanline does."""
    low = corners[..., 1].amin(dim=1).ceil().clamp(0, height).long()
    high = corners[..., 1].amax(dim=1).floor().clamp(-1, height - 1).long()
    triangle, row = _runs((high - low + 1).clamp_min(0))
    y = (low[triangle] + row).float()
    start, end = _spans(edges[:, :, triangle], y, width)
    line, column = _runs((end - start + 1).clamp_min(0))
    return triangle[line], (start[line] + column).float(), y[line]


def _runs(counts: Tensor) -> tuple[Tensor, Tensor]:
    """Return for each of counts.sum() places whose it is, and its number there from 0."""
    owner = torch.repeat_interleave(torch.arange(len(counts), device=counts.device), counts)
    first = counts.cumsum(0) - counts
    return owner, torch.arange(len(owner), device=counts.device) - first[owner]


def _spans(edges: Tensor, y: Tensor, width: int) -> tuple[Tensor, Tensor]:
    """Return first and last column of N rows in which all three weights are positive.

    Args:
        edges: (3, 3, N) the weights' functions of the row's triangle.
        y: (N,) rows.
        width: columns of the grid.
    """
    slope, rest = edges[:, 0], edges[:, 1] * y + edges[:, 2] + _EDGE
    level = slope.abs() < _THIN
    crossing = -rest / torch.where(level, 1.0, slope)
    start = torch.where((slope > 0) & ~level, crossing, -1.0).amax(dim=0)
    end = torch.where((slope < 0) & ~level, crossing, float(width)).amin(dim=0)
    outside = (level & (rest < 0)).any(dim=0)
    first = start.clamp(0, width).ceil().long()
    last = torch.where(outside, -1.0, end.clamp(-1, width - 1)).floor().long()
    return first, last


def _weights(edges: Tensor, index: Tensor, x: Tensor, y: Tensor) -> Tensor:
    """Return (N, 3) barycentric weights of N pixels in their triangles."""
    # One row per triangle: gathering nine neighbouring numbers costs as much as gathering one.
    of = edges.permute(2, 1, 0).reshape(-1, 9)[index]
    linear = of[:, 0:3] * x[:, None] + of[:, 3:6] * y[:, None] + of[:, 6:9]
    weights: Tensor = linear.clamp_min(0)
    return weights / weights.sum(dim=1, keepdim=True).clamp_min(1e-9)


def _nearest(pixel: Tensor, depth: Tensor, pixels: int) -> Tensor:
    """Return per pixel which of the N candidates has the smallest depth, -1 where there is none."""
    none = torch.iinfo(torch.int64).max
    best = torch.full((pixels,), none, dtype=torch.int64, device=pixel.device)
    if len(depth):
        span = (depth.max() - depth.min()).clamp_min(1e-6)
        steps = ((depth - depth.min()) / span * (1 << 30)).long()
        # Depth and candidate in one integer, so that one reduction finds the nearest and names it.
        key = (steps << 32) | torch.arange(len(depth), device=depth.device)
        best.scatter_reduce_(0, pixel, key, reduce="amin")
    return torch.where(best == none, -1, best & ((1 << 32) - 1))
