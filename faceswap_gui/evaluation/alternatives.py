"""What artists have today in the networks' place, to be measured on the same first face images.

Every alternative takes the first face image and the target, (h, w, 3) float32 sRGB 0..1, the face
(h, w) bool and the eye distance in px, and returns the face in the target's colours, (h, w, 3).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import cv2
import numpy as np

from faceswap_gui.evaluation import colour_transfer
from faceswap_gui.evaluation.arrays import BoolImage, FloatArray, as_bytes, as_unit
from faceswap_gui.evaluation.low_pass import low_pass

Alternative = Callable[[FloatArray, FloatArray, BoolImage, float], FloatArray]

LIGHT_RADII = (0.5, 0.25, 0.2, 0.12)
"""σ of the low frequencies that are replaced, in eye distances, coarse to fine."""


def unchanged(
    image: FloatArray, target: FloatArray, face: BoolImage, eye_distance: float
) -> FloatArray:
    """Return the first face image as it is: what geometry alone does."""
    return image


def transferred(
    image: FloatArray,
    target: FloatArray,
    face: BoolImage,
    eye_distance: float,
    *,
    transfer: colour_transfer.Transfer,
) -> FloatArray:
    """Return the image with its face's colours moved onto the target's by one of the transfers."""
    ours, theirs = (_convert(picture[face], cv2.COLOR_RGB2Lab) for picture in (image, target))
    colours = transfer(ours.astype(np.float64), theirs.astype(np.float64))
    moved = image.copy()
    moved[face] = _convert(colours.astype(np.float32), cv2.COLOR_Lab2RGB).clip(0, 1)
    return moved


def relit(
    image: FloatArray,
    target: FloatArray,
    face: BoolImage,
    eye_distance: float,
    *,
    radius: float,
    first: Alternative = unchanged,
) -> FloatArray:
    """Return the image with its low frequencies (σ = radius · eye distance) the target's.

    `first` is laid on before, so that what is left to replace is less.
    """
    image = first(image, target, face, eye_distance)
    difference = low_pass(target - image, face, radius * eye_distance)
    return (image + difference).clip(0, 1)


def poisson(
    image: FloatArray, target: FloatArray, face: BoolImage, eye_distance: float
) -> FloatArray:
    """Return the image's gradients within the face, the target's colours at its edge (Pérez 2003).

    The face must be smaller than the picture: at the picture's border there is no edge to match,
    so one pixel of it is left out.
    """
    mask = face.astype(np.uint8) * 255
    mask[[0, -1], :] = 0
    mask[:, [0, -1]] = 0
    x, y, width, height = cv2.boundingRect(mask)
    centre = (x + width // 2, y + height // 2)  # where OpenCV puts the mask's bounding box
    cloned = cv2.seamlessClone(as_bytes(image), as_bytes(target), mask, centre, cv2.NORMAL_CLONE)
    return as_unit(cloned)


def _convert(colours: FloatArray, code: int) -> FloatArray:
    """Convert (N, 3) colours with OpenCV, which knows the way back from CIELAB."""
    return np.asarray(cv2.cvtColor(colours[None], code)[0], np.float32)


def _alternatives() -> dict[str, Alternative]:
    sot = partial(transferred, transfer=colour_transfer.sliced)
    found: dict[str, Alternative] = {
        "no mapping": unchanged,
        "Reinhard (rct)": partial(transferred, transfer=colour_transfer.reinhard),
        "linear colour transfer (lct)": partial(transferred, transfer=colour_transfer.linear),
        "Monge–Kantorovich (mkl)": partial(transferred, transfer=colour_transfer.monge_kantorovich),
        "iterative distribution transfer (idt)": partial(
            transferred, transfer=colour_transfer.iterative
        ),
        "sliced transport (sot)": sot,
        "entropic transport (POT)": partial(transferred, transfer=colour_transfer.entropic),
        "Poisson (seamlessClone)": poisson,
    }
    for radius in LIGHT_RADII:
        found[f"low frequencies σ = {radius:g}"] = partial(relit, radius=radius)
    for radius in LIGHT_RADII:
        found[f"sot, then σ = {radius:g}"] = partial(relit, radius=radius, first=sot)
    return found


ALTERNATIVES: Mapping[str, Alternative] = _alternatives()
"""Every alternative by the name that the report gives it."""
