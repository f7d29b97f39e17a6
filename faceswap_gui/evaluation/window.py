"""The part of a photograph in which a face is measured, and the masks that measures are taken in.

Light, skin and seam are measured at one common scale, so that a portrait of 300 and one of 3,000
pixels get comparable figures; sharpness and the relit truth are measured at the photograph's own.
"""

from __future__ import annotations

import attrs
import cv2
import numpy as np

from faceswap_gui.evaluation.arrays import BoolImage, FloatArray, Picture, as_unit
from faceswap_gui.faces.topology import OVAL

COMMON_EYE_DISTANCE = 100.0
"""Outer-eye distance in pixels of the common scale."""

EDGE_INSIDE = 0.12
EDGE_OUTSIDE = 0.06
"""The face's edge band: from 12 % inside of the oval to 6 % outside of it, about its centre."""

_MARGIN = 0.5  # eye distances kept around the oval, so that filters see what is beside the face


def outer_eye_distance(landmarks: FloatArray) -> float:
    """Return the distance of the eyes' outer corners (mesh points 33 and 263) in x and y, in px."""
    return float(np.linalg.norm(landmarks[33, :2] - landmarks[263, :2]))


def oval_points(landmarks: FloatArray) -> FloatArray:
    """Return the face's oval as a convex polygon (K, 2) float32 in the landmarks' pixels."""
    hull = cv2.convexHull(landmarks[np.asarray(OVAL), :2].astype(np.float32))
    return np.asarray(hull[:, 0], np.float32)


def fill(polygon: FloatArray, shape: tuple[int, int], scale: float = 1.0) -> BoolImage:
    """Return (height, width) bool: the polygon, scaled about the mean of its points."""
    centre = polygon.mean(axis=0)
    scaled = np.rint((polygon - centre) * scale + centre).astype(np.int32)
    mask = np.zeros(shape, np.uint8)
    cv2.fillPoly(mask, [scaled], 1)
    return mask.astype(bool)


@attrs.frozen(eq=False)
class FaceWindow:
    """Where one face is measured: a rectangle of the photograph and the face's oval in it.

    `rows` and `columns` are slices of the photograph; `oval` is (K, 2) in the rectangle's native
    pixels; `scale` leads from native to the common scale.
    """

    rows: slice
    columns: slice
    oval: FloatArray
    scale: float

    @classmethod
    def around(cls, landmarks: FloatArray, shape: tuple[int, ...]) -> FaceWindow:
        """Return the window of the face with these landmarks (≥ 468, 2|3) in a photo of `shape`."""
        eyes = outer_eye_distance(landmarks)
        oval = oval_points(landmarks)
        low = np.floor(oval.min(axis=0) - _MARGIN * eyes).astype(int).clip(min=0)
        high = np.ceil(oval.max(axis=0) + _MARGIN * eyes).astype(int) + 1
        rows = slice(int(low[1]), int(min(high[1], shape[0])))
        columns = slice(int(low[0]), int(min(high[0], shape[1])))
        return cls(rows, columns, oval - low.astype(np.float32), COMMON_EYE_DISTANCE / eyes)

    def native(self, picture: Picture) -> FloatArray:
        """Return the window of `picture` (H, W, 3|4) as (h, w, 3) float32, sRGB 0..1."""
        return as_unit(picture[self.rows, self.columns, :3])

    def common(self, picture: Picture) -> FloatArray:
        """Return the window at the common scale, (h', w', 3) float32, sRGB 0..1."""
        native = self.native(picture)
        if native.shape[:2] == self.common_shape:
            return native
        method = cv2.INTER_AREA if self.scale < 1 else cv2.INTER_CUBIC
        size = self.common_shape[::-1]
        shrunk = cv2.resize(native, size, interpolation=method)
        return np.asarray(shrunk.clip(0, 1), np.float32)

    @property
    def native_shape(self) -> tuple[int, int]:
        """Height and width of the window in the photograph's pixels."""
        return self.rows.stop - self.rows.start, self.columns.stop - self.columns.start

    @property
    def common_shape(self) -> tuple[int, int]:
        """Height and width of the window at the common scale."""
        height, width = (max(1, round(side * self.scale)) for side in self.native_shape)
        return height, width

    @property
    def native_face(self) -> BoolImage:
        """The oval's inside, in the photograph's pixels."""
        return fill(self.oval, self.native_shape)

    @property
    def common_face(self) -> BoolImage:
        """The oval's inside, at the common scale."""
        return fill(self.oval * self.scale, self.common_shape)

    @property
    def common_edge(self) -> BoolImage:
        """The face's edge band, at the common scale."""
        oval = self.oval * self.scale
        outer = fill(oval, self.common_shape, 1 + EDGE_OUTSIDE)
        return outer & ~fill(oval, self.common_shape, 1 - EDGE_INSIDE)
