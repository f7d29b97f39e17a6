"""The square, upright crop in which the networks see a face."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.face import bounding_box
from faceswap_gui.faces.topology import LEFT_EYE_OUTER, RIGHT_EYE_OUTER
from faceswap_gui.imaging import Photo, to_working

MARGIN = 1.25
"""Side of the crop over the longer side of the face's upright box."""


def face_crop_matrix(
    landmarks: NDArray[np.float32], size: int, margin: float = MARGIN
) -> NDArray[np.float32]:
    """Return the (2, 3) similarity from photo pixels to a `size`×`size` crop around a face.

    The crop has the line through the outer eye corners level and the face's box in its middle.
    """
    points = landmarks[:, :2].astype(np.float64)
    x, y = points[LEFT_EYE_OUTER] - points[RIGHT_EYE_OUTER]
    length = float(np.hypot(x, y)) or 1.0
    upright = np.array([[x, y], [-y, x]]) / length
    x0, y0, x1, y1 = bounding_box((points @ upright.T).astype(np.float32))
    scale = size / (margin * max(x1 - x0, y1 - y0, 1e-3))
    centre = np.array([(x0 + x1) / 2, (y0 + y1) / 2])
    linear = scale * upright
    offset = (size - 1) / 2 - scale * centre
    return np.column_stack([linear, offset]).astype(np.float32)


def transform_points(
    matrix: NDArray[np.float32], points: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Apply a (2, 3) similarity to (N, 2) or (N, 3) points; z is scaled alike."""
    moved = points[:, :2] @ matrix[:, :2].T + matrix[:, 2]
    if points.shape[1] == 2:
        return moved.astype(np.float32)
    depth = points[:, 2:] * similarity_scale(matrix)
    return np.concatenate([moved, depth], axis=1).astype(np.float32)


def similarity_scale(matrix: NDArray[np.float32]) -> float:
    """Return how many times a (2, 3) similarity enlarges."""
    return float(np.hypot(matrix[0, 0], matrix[1, 0]))


def inverse_similarity(matrix: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the (2, 3) similarity that undoes `matrix`."""
    linear = np.linalg.inv(matrix[:, :2].astype(np.float64))
    return np.column_stack([linear, -linear @ matrix[:, 2]]).astype(np.float32)


def crop_image(
    image: NDArray[Any], matrix: NDArray[np.float32], size: int, *, constant_border: bool = False
) -> NDArray[Any]:
    """Return the `size`×`size` crop that a (2, 3) similarity cuts out of an (H, W[, C]) picture.

    Strong reductions average pixels first, so that nothing aliases. Outside the picture its
    border is repeated, or with `constant_border` all is 0.
    """
    scale = similarity_scale(matrix)
    if scale < 0.5:
        width, height = (
            max(1, round(side * scale * 2)) for side in (image.shape[1], image.shape[0])
        )
        ratio = np.array([image.shape[1] / width, image.shape[0] / height])
        image = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)
        # Pixel centres are whole numbers: u = (x + 0.5) / ratio - 0.5, solved for x.
        linear = matrix[:, :2] * ratio
        matrix = np.column_stack([linear, matrix[:, 2] + matrix[:, :2] @ (ratio / 2 - 0.5)])
    border = cv2.BORDER_CONSTANT if constant_border else cv2.BORDER_REPLICATE
    return np.asarray(
        cv2.warpAffine(
            image,
            matrix.astype(np.float32),
            (size, size),
            flags=cv2.INTER_LINEAR,
            borderMode=border,
        )
    )


def crop_photo(photo: Photo, matrix: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    """Return the (size, size, 3) working sRGB crop of a photograph.

    No more of the photograph is converted than the crop shows.
    """
    part, moved = _part_shown(photo, matrix, size)
    crop = crop_image(to_working(part, photo), moved, size)
    return np.asarray(crop, dtype=np.float32)


def glimpse(photo: Photo, matrix: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    """Return `crop_photo` for a network: reduced in the file's own values, then converted.

    The means of encoded values are not quite those of light, but a large face costs no more
    than a small one.
    """
    part, moved = _part_shown(photo, matrix, size)
    return to_working(crop_image(part, moved, size), photo)


def _part_shown(
    photo: Photo, matrix: NDArray[np.float32], size: int
) -> tuple[NDArray[Any], NDArray[np.float32]]:
    """Return the pixels that a crop shows, in the file's own values, and `matrix` from there."""
    edge = np.array([[0, 0], [size, 0], [0, size], [size, size]], dtype=np.float32)
    corners = transform_points(inverse_similarity(matrix), edge)
    low = np.clip(corners.min(axis=0) - 2, 0, [photo.width - 1, photo.height - 1]).astype(int)
    high = np.clip(corners.max(axis=0) + 3, low + 1, [photo.width, photo.height]).astype(int)
    return photo.pixels[low[1] : high[1], low[0] : high[0]], moved_origin(matrix, low)


def moved_origin(matrix: NDArray[np.float32], origin: NDArray[np.int64]) -> NDArray[np.float32]:
    """Let the similarity start from pixels of a part whose first pixel is `origin`."""
    offset = matrix[:, 2] + matrix[:, :2] @ origin
    return np.column_stack([matrix[:, :2], offset]).astype(np.float32)
