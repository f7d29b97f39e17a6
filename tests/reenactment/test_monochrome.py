"""A monochrome photograph gets a monochrome face."""

import cv2
import numpy as np

from faceswap_gui.faces.face import Face
from faceswap_gui.imaging import Photo, photo_from_array
from faceswap_gui.imaging.colour import rgb_to_lab
from faceswap_gui.reenactment import FirstFace, reenact


def chroma(first: FirstFace) -> float:
    lab = rgb_to_lab(first.image[first.region > 0.5])
    return float(np.hypot(lab[:, 1], lab[:, 2]).max())


def test_a_coloured_source_brings_no_colour_into_a_monochrome_photograph(
    source_photo: Photo, source_face: Face, target_photo: Photo, target_face: Face
) -> None:
    grey = cv2.cvtColor(target_photo.pixels, cv2.COLOR_RGB2GRAY)
    monochrome = photo_from_array(cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB))
    pair = source_photo, source_face
    assert chroma(reenact(*pair, monochrome, target_face, face_shape=1.0)) < 1
    assert chroma(reenact(*pair, target_photo, target_face, face_shape=1.0)) > 20
