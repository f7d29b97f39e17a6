"""What lies in front of the source's face: it never travels to the target."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.crop import crop_photo, face_crop_matrix, transform_points
from faceswap_gui.faces.face import Face
from faceswap_gui.faces.matte import ON_SOURCE, face_matte
from faceswap_gui.imaging import Photo
from faceswap_gui.reenactment.maps import geometry_maps

_SIDE = 192
"""Side in pixels of the source's crop; the matte of what must not travel need not be finer."""
_BESIDE = 3
"""Side of the window, in the crop's pixels, in which nothing may be covered."""


class SourceMatte:
    """What of the source's face its photograph shows, looked up by position."""

    def __init__(self, photo: Photo, face: Face) -> None:
        self._matrix = face_crop_matrix(face.landmarks, _SIDE)
        landmarks = transform_points(self._matrix, face.landmarks)
        region = geometry_maps(landmarks, _SIDE).region[..., 0]
        crop = crop_photo(photo, self._matrix, _SIDE)
        matte = face_matte(crop, landmarks, region, ON_SOURCE)
        self._matte = _drawn_in(matte)
        self.covered = 1 - float((region * matte).sum() / max(float(region.sum()), 1.0))
        """0..1: the share of the face that something covers."""

    def at(self, positions: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return (h, w) 0..1 at (h, w, 2) positions in the source photograph."""
        x, y = np.moveaxis(positions @ self._matrix[:, :2].T + self._matrix[:, 2], -1, 0)
        found = cv2.remap(
            self._matte,
            np.ascontiguousarray(x, dtype=np.float32),
            np.ascontiguousarray(y, dtype=np.float32),
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        )
        return np.asarray(found, dtype=np.float32)


def _drawn_in(matte: NDArray[np.float32]) -> NDArray[np.float32]:
    """Leave out what touches a covered place too: a fringe's tips, the shadow under a lock."""
    sure = cv2.erode(matte, np.ones((_BESIDE, _BESIDE), np.uint8))
    return np.asarray(cv2.GaussianBlur(sure, (0, 0), _BESIDE / 4), np.float32)
