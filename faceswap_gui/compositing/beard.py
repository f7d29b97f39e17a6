"""Where the source wears a beard, which is no shadow.

A blur cannot tell a beard from a shadow: it would brighten the source's beard, in orange, where the
target is shaven. Hair differs from skin in any light by its fine contrast, so below the nose, where
beards grow, what has much of it takes no part in reading light and tone; the skin around speaks for
it. On targets it is not looked for: a hard shadow's edge across the mouth has contrast too, and to
lose it costs more light (0.4 ΔE under hard lights) than a beard's grey cast on a chin.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.topology import OVAL
from faceswap_gui.imaging import RATIO_OFFSET
from faceswap_gui.reenactment import FirstFace, smoothstep

_LOOKED_AT = 120.0
"""Eye distance in pixels at which contrast is measured, so that pores are averaged out."""
_FINE, _AROUND = 0.035, 0.04
"""σ in eye distances: contrast finer than the first, collected over the second."""
_SKIN, _HAIR = 0.1, 0.17
"""Contrast of log luminance that is still skin, and that is surely hair; measured on the London
set: cheeks 0.02 to 0.04, stubble 0.08, beards 0.12 to 0.25."""
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722], np.float32)
_UPPER_EDGE = (93, 205, 98, 2, 327, 425, 323)
"""From one ear's lobe under the nose to the other: above it no beard grows."""

Float = NDArray[np.float32]


def beard(first: FirstFace, skin: Float) -> Float:
    """Return (h, w) 0..1 over the first face's region: 1 where the source has a beard.

    Args:
        first: the first face image.
        skin: (h, w) 0..1, 0 on brows, eyes and lips, whose own contrast is none of a beard's.
    """
    scale = min(1.0, _LOOKED_AT / max(first.eye_distance, 1.0))
    height, width = first.region.shape
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    eyes = first.eye_distance * scale
    contrast = _contrast(first.image, size, eyes)
    lips = np.asarray(
        cv2.GaussianBlur(1 - cv2.resize(skin, size), (0, 0), _AROUND * eyes), np.float32
    )
    found = smoothstep(contrast, _SKIN, _HAIR) * (1 - smoothstep(lips, 0.35, 0.75))
    found *= _where_beards_grow(first, scale, size)
    return np.asarray(
        cv2.resize(found, (width, height), interpolation=cv2.INTER_LINEAR), np.float32
    )


def _contrast(image: Float, size: tuple[int, int], eyes: float) -> Float:
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    light = np.log(np.maximum(np.asarray(small, np.float32) @ _LUMINANCE, 0) + RATIO_OFFSET)
    fine = light - cv2.GaussianBlur(light, (0, 0), _FINE * eyes)
    return np.asarray(np.sqrt(cv2.GaussianBlur(fine * fine, (0, 0), _AROUND * eyes)), np.float32)


def _where_beards_grow(first: FirstFace, scale: float, size: tuple[int, int]) -> Float:
    """Return the softened lower part of the face, (h, w) 0..1 at the reduced size."""
    place = {point: index for index, point in enumerate(OVAL)}
    start, end = place[_UPPER_EDGE[-1]], place[_UPPER_EDGE[0]]
    outline = (*_UPPER_EDGE, *OVAL[start + 1 : end])
    y0, _, x0, _ = first.roi
    corners = (first.landmarks[list(outline), :2] - np.array([x0, y0])) * scale
    zone = np.zeros(size[::-1], np.float32)
    cv2.fillPoly(zone, [np.round(corners).astype(np.int32)], 1.0)
    return np.asarray(cv2.GaussianBlur(zone, (0, 0), 0.03 * first.eye_distance * scale), np.float32)
