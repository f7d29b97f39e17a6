"""A smaller copy of a photograph whose face is very large, to work things out on.

A face of 5,000 pixels takes thirty million of them; every picture of it in float would take a
third of a gigabyte, and a swap has a dozen such pictures.
"""

from __future__ import annotations

import math

import attrs
import cv2
import numpy as np

from faceswap_gui.faces.face import Face, bounding_box
from faceswap_gui.pipeline.subject import Subject

LARGEST_FACE = 2500
"""Longer side in pixels of the largest face that is worked on whole."""


@attrs.frozen(eq=False)
class SmallerCopy:
    """A subject to work things out on, and how its pixels relate to the photograph's."""

    subject: Subject
    factor: int
    """How many pixels of the photograph, across, one of the copy stands for; 1 is no copy."""

    @classmethod
    def of(cls, subject: Subject) -> SmallerCopy:
        """Make a copy if the chosen face is larger than `LARGEST_FACE`."""
        factor = math.ceil(subject.face.size / LARGEST_FACE)
        if factor <= 1:
            return cls(subject, 1)
        photo = subject.photo
        height, width = photo.height // factor, photo.width // factor
        whole = photo.pixels[: height * factor, : width * factor]
        pixels = cv2.resize(whole, (width, height), interpolation=cv2.INTER_AREA)
        small = attrs.evolve(photo, pixels=pixels.reshape(height, width, -1))
        return cls(Subject(small, (_smaller(subject.face, factor),)), factor)


def _smaller(face: Face, factor: int) -> Face:
    landmarks = face.landmarks / np.float32(factor)
    # Pixel centres are whole numbers: the first pixel's edge, at -0.5, stays where it is.
    landmarks[:, :2] += np.float32(0.5 / factor - 0.5)
    return Face(bounding_box(landmarks), landmarks, face.score)
