"""Draws the transport map in colours. Runs in the worker's thread."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from faceswap_gui.gui.colour_scale import END, STOPS
from faceswap_gui.gui.messages import TransportPicture
from faceswap_gui.project.document import Document
from faceswap_gui.project.session import Transport

_LONGEST = 768
"""Pixels of the longer side: the map comes from far fewer, so more would show nothing."""


def transport_picture(document: Document, level: int, transport: Transport) -> TransportPicture:
    """Return the map with its colours, its place and its figures."""
    y0, y1, x0, x1 = transport.roi
    moved, region = _shrunk(transport.moved), _shrunk(transport.region)
    on_face = moved[region > 0.5]
    return TransportPicture(
        document=document,
        level=level,
        place=QRectF(x0, y0, x1 - x0, y1 - y0),
        image=_coloured(moved, region),
        moved=moved,
        mean=float(on_face.mean()) if on_face.size else 0.0,
        most=float(on_face.max()) if on_face.size else 0.0,
    )


def _shrunk(values: NDArray[np.float32]) -> NDArray[np.float32]:
    height, width = values.shape
    share = min(1.0, _LONGEST / max(height, width))
    size = max(1, round(width * share)), max(1, round(height * share))
    return np.asarray(cv2.resize(values, size, interpolation=cv2.INTER_AREA), np.float32)


def _coloured(moved: NDArray[np.float32], region: NDArray[np.float32]) -> QImage:
    stops = np.array(STOPS, np.float32)
    at = np.clip(moved / END, 0, 1) * (len(stops) - 1)
    steps = np.arange(len(stops))
    red, green, blue = (np.interp(at, steps, stops[:, channel]) for channel in range(3))
    alpha = np.clip(region, 0, 1)[..., None]
    colours = np.dstack([blue, green, red]) * alpha  # premultiplied, as the format wants it
    pixels = np.ascontiguousarray(np.dstack([colours, 255 * alpha]) + 0.5, np.uint8)
    height, width = moved.shape
    image_format = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(pixels.data, width, height, 4 * width, image_format).copy()
