"""What the networks see: the face's crop of both pictures and its geometry, as tensors."""

from __future__ import annotations

import attrs
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from faceswap_gui.compositing import at_resolution, beard
from faceswap_gui.faces.crop import (
    crop_image,
    crop_photo,
    face_crop_matrix,
    moved_origin,
    transform_points,
)
from faceswap_gui.imaging import Photo
from faceswap_gui.reenactment import FirstFace, geometry_maps


@attrs.frozen(eq=False)
class Crops:
    """One pair at the networks' size S; tensors (1, C, S, S) float32 on the device."""

    matrix: NDArray[np.float32]
    """(2, 3) similarity from the target's pixels to the crop."""
    x_r: Tensor
    x_t: Tensor
    coordinates: Tensor
    normals: Tensor
    region: Tensor
    skin: NDArray[np.float32]
    """(S, S, 1) 0..1: 0 at brows, eyes, lips and beards, and outside the face."""
    beard: NDArray[np.float32]
    """(h, w) 0..1 over the first face's region: where the source wears a beard."""


def make_crops(first: FirstFace, target: Photo, size: int, device: torch.device) -> Crops:
    """Cut the networks' view out of a first face image and its target."""
    matrix = face_crop_matrix(first.landmarks, size)
    x_t = crop_photo(target, matrix, size)
    change = crop_image(
        first.image - first.target, _roi_matrix(matrix, first), size, constant_border=True
    )
    # Outside its region the first face image is the target, so only the difference is carried.
    x_r = np.clip(x_t + change, 0, 1)
    maps = geometry_maps(transform_points(matrix, first.landmarks), size)
    hair = beard(first, at_resolution(first, maps.skin, matrix).reshape(first.region.shape))
    shaven = 1 - crop_image(hair, _roi_matrix(matrix, first), size, constant_border=True)
    return Crops(
        matrix=matrix,
        x_r=_tensor(x_r, device),
        x_t=_tensor(x_t, device),
        coordinates=_tensor(maps.coordinates, device),
        normals=_tensor(maps.normals, device),
        region=_tensor(maps.region, device),
        skin=maps.skin * shaven.reshape(size, size, 1),
        beard=hair,
    )


def _roi_matrix(matrix: NDArray[np.float32], first: FirstFace) -> NDArray[np.float32]:
    y0, _, x0, _ = first.roi
    return moved_origin(matrix, np.array([x0, y0]))


def _tensor(array: NDArray[np.float32], device: torch.device) -> Tensor:
    tensor = torch.from_numpy(np.ascontiguousarray(array.transpose(2, 0, 1)))[None]
    return tensor.to(device).contiguous(memory_format=torch.channels_last)
