"""From the pipeline's arrays to Qt's images. Runs in the worker's thread."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage

from faceswap_gui.gui.messages import Pyramid
from faceswap_gui.imaging import Photo, to_working

_STRIP = 256
"""Rows that are converted at once: a large picture is never whole in float."""
_SMALLEST = 256
"""A pyramid ends at the level whose longer side is no larger."""


def pyramid_of(photo: Photo, pixels: NDArray[Any]) -> Pyramid:
    """Return `pixels`, in the encoding and profile of `photo`, as sRGB images for the screen."""
    level: NDArray[Any] = _screen_pixels(photo, pixels)
    levels = [qimage_of(level)]
    while max(level.shape[:2]) > _SMALLEST and min(level.shape[:2]) > 1:
        height, width = (side // 2 for side in level.shape[:2])
        # An odd side's last pixel is left out: to stretch the rest would move every pixel's edge.
        even = level[: 2 * height, : 2 * width]
        level = cv2.resize(even, (width, height), interpolation=cv2.INTER_AREA)
        levels.append(qimage_of(level))
    return Pyramid(tuple(levels))


def qimage_of(pixels: NDArray[Any]) -> QImage:
    """Return (H, W, 3) uint8 R, G, B as an image that owns its memory."""
    height, width = pixels.shape[:2]
    # 32 bits a pixel paint several times faster than 24, and this thread has the time.
    padded = cv2.cvtColor(pixels, cv2.COLOR_RGB2BGRA)
    stride = 4 * width
    return QImage(padded.data, width, height, stride, QImage.Format.Format_RGB32).copy()


def shrunk(pyramid: Pyramid, longest: int) -> QImage:
    """Return the picture no larger than `longest` pixels on its longer side."""
    enough = [level for level in pyramid.levels if max(_sides(level)) >= longest]
    image = enough[-1] if enough else pyramid.levels[0]
    if max(_sides(image)) <= longest:
        return image
    return image.scaled(
        longest,
        longest,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def cut_out(image: QImage, box: QRectF, size: int) -> QImage:
    """Return a `size`×`size` square around `box`, given in shares of width and height."""
    width, height = _sides(image)
    side = 1.15 * max(box.width() * width, box.height() * height)
    centre_x, centre_y = box.center().x() * width, box.center().y() * height
    square = QRect(round(centre_x - side / 2), round(centre_y - side / 2), round(side), round(side))
    return image.copy(square).scaled(
        size,
        size,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _sides(image: QImage) -> tuple[int, int]:
    return image.width(), image.height()


def _screen_pixels(photo: Photo, pixels: NDArray[Any]) -> NDArray[np.uint8]:
    if pixels.dtype == np.uint8 and photo.icc is None:
        return np.ascontiguousarray(pixels[..., :3])
    screen = np.empty((*pixels.shape[:2], 3), np.uint8)
    for top in range(0, len(pixels), _STRIP):
        working = to_working(pixels[top : top + _STRIP], photo)
        screen[top : top + _STRIP] = np.clip(working * 255 + 0.5, 0, 255)
    return screen
