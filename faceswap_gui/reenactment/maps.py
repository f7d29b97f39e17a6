"""The mesh drawn into the crop that the networks see."""

from __future__ import annotations

import attrs
import numpy as np
import torch
from numpy.typing import NDArray

from faceswap_gui.faces.rasterise import rasterise
from faceswap_gui.faces.topology import MESH_POINTS, canonical_coordinates, skin_weight, triangles
from faceswap_gui.reenactment.geometry import unit, vertex_normals


@attrs.frozen(eq=False)
class GeometryMaps:
    """What the networks know of the face's geometry, at S×S pixels; 0 outside the mesh."""

    coordinates: NDArray[np.float32]
    """(S, S, 3) 0..1: the place on the canonical head (PNCC)."""
    normals: NDArray[np.float32]
    """(S, S, 3) unit vectors: x right, y down, z towards the camera."""
    region: NDArray[np.float32]
    """(S, S, 1): 1 on the mesh."""
    skin: NDArray[np.float32]
    """(S, S, 1) 0..1: 0 at brows, eyes and lips, and outside the mesh."""


def geometry_maps(landmarks: NDArray[np.float32], size: int) -> GeometryMaps:
    """Draw the mesh of (478, 3) landmarks, given in the crop's pixels, at `size`×`size`."""
    corners = torch.from_numpy(triangles()).long()
    mesh = torch.from_numpy(np.ascontiguousarray(landmarks[:MESH_POINTS], dtype=np.float32))
    raster = rasterise(mesh, corners, size, size)
    attributes = [canonical_coordinates(), vertex_normals(landmarks), skin_weight()[:, None]]
    vertices = np.concatenate(attributes, axis=1)
    drawn = raster.interpolate(torch.from_numpy(vertices), corners).numpy()
    covered = raster.covered.numpy().astype(np.float32)[..., None]
    return GeometryMaps(drawn[..., :3], unit(drawn[..., 3:6]), covered, drawn[..., 6:])
