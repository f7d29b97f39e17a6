"""The guided filter: a coarse map takes on the edges of a picture.

In every window the map is explained as a linear function of the picture's colours; the functions
are averaged where windows overlap. They vary slowly, so they may be enlarged and then applied to
the picture at full resolution: a map made at 200 px fits the strands of a 20-megapixel
photograph. He, Sun, Tang, "Guided Image Filtering", TPAMI 2013; He, Sun, "Fast Guided Filter",
2015.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Float = NDArray[np.float32]


def guided_filter(
    coarse_picture: Float, coarse_map: Float, picture: Float, *, radius: int, smoothness: float
) -> Float:
    """Bring a map to a picture's resolution, its edges on the picture's own.

    Args:
        coarse_picture: (h, w, 3) 0..1, the picture made smaller.
        coarse_map: (h, w), what is to be brought up.
        picture: (H, W, 3) 0..1.
        radius: half a window's side, in coarse px.
        smoothness: a colour contrast (standard deviation) below which the map stays smooth.

    Returns:
        (H, W) float32, of about the map's range.
    """
    slope, offset = _coefficients(coarse_picture, coarse_map, radius, smoothness**2)
    size = (picture.shape[1], picture.shape[0])
    terms = [cv2.resize(slope[..., i], size) * picture[..., i] for i in range(3)]
    return np.asarray(sum(terms, cv2.resize(offset, size)), np.float32)


def _coefficients(picture: Float, values: Float, radius: int, ridge: float) -> tuple[Float, Float]:
    """Return slopes (h, w, 3) and offsets (h, w) of values ≈ slope · colour + offset."""

    def mean(plane: Float) -> Float:
        return np.asarray(cv2.blur(plane, (2 * radius + 1, 2 * radius + 1)), np.float32)

    colour, middle = mean(picture), mean(values)
    products = picture[..., :, None] * picture[..., None, :]
    covariance = mean(products.reshape(*values.shape, 9)).reshape(products.shape)
    covariance = covariance - colour[..., :, None] * colour[..., None, :]
    covariance = covariance + ridge * np.eye(3, dtype=np.float32)
    shared = mean(picture * values[..., None]) - colour * middle[..., None]
    slope = np.linalg.solve(covariance, shared[..., None])[..., 0]
    return mean(slope), mean(middle - (slope * colour).sum(-1))
