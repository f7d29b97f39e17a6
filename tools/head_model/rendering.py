"""A plain z-buffer rasteriser, enough to show an untextured head to the face mesh detector."""

import attrs
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@attrs.frozen(eq=False)
class View:
    """One rendering: the triangle in each pixel (−1: none), the place in it, the picture."""

    triangle: NDArray[np.int32]
    barycentric: Array
    picture: NDArray[np.uint8]


def rotation(yaw: float, pitch: float) -> Array:
    """Return the rotation (3, 3) of a head turned by `yaw` and `pitch` in degrees."""
    a, b = np.radians([yaw, pitch])
    turn = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
    nod = np.array([[1, 0, 0], [0, np.cos(b), -np.sin(b)], [0, np.sin(b), np.cos(b)]])
    return nod @ turn


def rasterise(
    points: Array, triangles: NDArray[np.int32], size: int
) -> tuple[NDArray[np.int32], Array]:
    """Return the nearest triangle of each pixel (size, size) and its barycentric (size, size, 3).

    `points` (V, 3) are pixels, y down, smaller z nearer.
    """
    depth = np.full((size, size), np.inf)
    index = np.full((size, size), -1, np.int32)
    barycentric = np.zeros((size, size, 3))
    corners = points[triangles]
    low = np.clip(np.ceil(corners[..., :2].min(1)), 0, size).astype(int)
    high = np.clip(np.floor(corners[..., :2].max(1)) + 1, 0, size).astype(int)
    edges = corners[:, 1:, :2] - corners[:, :1, :2]
    area = edges[:, 0, 0] * edges[:, 1, 1] - edges[:, 0, 1] * edges[:, 1, 0]
    # In an image whose y grows downwards a front face, counter-clockwise in 3-D, turns clockwise.
    for k in np.flatnonzero((area < -1e-9) & (high > low).all(1)):
        (x0, y0), (x1, y1) = low[k], high[k]
        dx = np.arange(x0, x1)[None, :] - corners[k, 0, 0]
        dy = np.arange(y0, y1)[:, None] - corners[k, 0, 1]
        (ax, ay), (bx, by) = edges[k]
        u = (dx * by - dy * bx) / area[k]
        v = (dy * ax - dx * ay) / area[k]
        weights = np.stack([1 - u - v, u, v], -1)
        z = weights @ corners[k, :, 2]
        seen = (weights.min(-1) >= -1e-9) & (z < depth[y0:y1, x0:x1])
        depth[y0:y1, x0:x1][seen] = z[seen]
        index[y0:y1, x0:x1][seen] = k
        barycentric[y0:y1, x0:x1][seen] = weights[seen]
    return index, barycentric


def shade(
    points: Array,
    triangles: NDArray[np.int32],
    colours: Array,
    index: NDArray[np.int32],
    barycentric: Array,
) -> NDArray[np.uint8]:
    """Return the Gouraud-shaded picture (size, size, 3); `colours` (T, 3) are 0…1."""
    corners = points[triangles]
    flat = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals = np.zeros_like(points)
    for corner in range(3):
        np.add.at(normals, triangles[:, corner], flat)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-12
    normal = np.einsum("hwk,hwkc->hwc", barycentric, normals[triangles[index]])
    light = np.array([-0.25, -0.45, -0.85])
    lit = 0.35 + 0.65 * np.clip(normal @ (light / np.linalg.norm(light)), 0, 1)
    picture = np.where(index[..., None] >= 0, colours[index] * lit[..., None], 0.75)
    return np.rint(picture * 255).clip(0, 255).astype(np.uint8)


def render(points: Array, triangles: NDArray[np.int32], colours: Array, size: int) -> View:
    """Rasterise and shade a mesh; see `rasterise` for `points`."""
    index, barycentric = rasterise(points, triangles, size)
    return View(index, barycentric, shade(points, triangles, colours, index, barycentric))
