"""What the networks see: the face's crop of both pictures and its geometry, as tensors."""

from __future__ import annotations

import attrs
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from faceswap_gui.faces.crop import (
    crop_image,
    face_crop_matrix,
    inverse_similarity,
    transform_points,
)
from faceswap_gui.imaging import Photo, to_working
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
    """(S, S, 1) 0..1: 0 at brows, eyes and lips, and outside the face."""


def make_crops(first: FirstFace, target: Photo, size: int, device: torch.device) -> Crops:
    """Cut the networks' view out of a first face image and its target."""
    matrix = face_crop_matrix(first.landmarks, size)
    x_t = _photo_crop(target, matrix, size)
    change = crop_image(
        first.image - first.target, _roi_matrix(matrix, first), size, constant_border=True
    )
    # Outside its region the first face image is the target, so only the difference is carried.
    x_r = np.clip(x_t + change, 0, 1)
    maps = geometry_maps(transform_points(matrix, first.landmarks), size)
    images = (x_r, x_t, maps.coordinates, maps.normals, maps.region)
    return Crops(matrix, *(_tensor(image, device) for image in images), maps.skin)


def _photo_crop(photo: Photo, matrix: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    """Crop a photograph, converting no more of it than the crop shows."""
    edge = np.array([[0, 0], [size, 0], [0, size], [size, size]], dtype=np.float32)
    corners = transform_points(inverse_similarity(matrix), edge)
    low = np.clip(corners.min(axis=0) - 2, 0, [photo.width - 1, photo.height - 1]).astype(int)
    high = np.clip(corners.max(axis=0) + 3, low + 1, [photo.width, photo.height]).astype(int)
    part = to_working(photo.pixels[low[1] : high[1], low[0] : high[0]], photo)
    return np.asarray(crop_image(part, _moved(matrix, low), size), dtype=np.float32)


def _roi_matrix(matrix: NDArray[np.float32], first: FirstFace) -> NDArray[np.float32]:
    y0, _, x0, _ = first.roi
    return _moved(matrix, np.array([x0, y0]))


def _moved(matrix: NDArray[np.float32], origin: NDArray[np.int64]) -> NDArray[np.float32]:
    """Let the similarity start from pixels of a part whose first pixel is `origin`."""
    offset = matrix[:, 2] + matrix[:, :2] @ origin
    return np.column_stack([matrix[:, :2], offset]).astype(np.float32)


def _tensor(array: NDArray[np.float32], device: torch.device) -> Tensor:
    tensor = torch.from_numpy(np.ascontiguousarray(array.transpose(2, 0, 1)))[None]
    return tensor.to(device).contiguous(memory_format=torch.channels_last)
