"""Where a face is measured."""

import numpy as np
import pytest

from faceswap_gui.evaluation.window import (
    COMMON_EYE_DISTANCE,
    FaceWindow,
    fill,
    outer_eye_distance,
)
from faceswap_gui.faces.topology import canonical_vertices


def head(scale: float, x: float, y: float) -> np.ndarray:
    return (canonical_vertices() * [scale, -scale, -scale] + [x, y, 0]).astype(np.float32)


def test_the_common_scale_is_the_same_for_small_and_large_faces():
    small = FaceWindow.around(head(10, 200, 200), (400, 400, 3))
    large = FaceWindow.around(head(40, 800, 800), (1600, 1600, 3))
    assert small.common_shape == pytest.approx(large.common_shape, abs=2)
    assert small.common_face.sum() == pytest.approx(large.common_face.sum(), rel=0.02)
    assert large.scale == pytest.approx(COMMON_EYE_DISTANCE / outer_eye_distance(head(40, 0, 0)))


def test_the_edge_band_lies_on_both_sides_of_the_oval():
    window = FaceWindow.around(head(20, 400, 400), (800, 800, 3))
    face, edge = window.common_face, window.common_edge
    inner, outer = (edge & face).sum() / face.sum(), (edge & ~face).sum() / face.sum()
    assert inner == pytest.approx(1 - 0.88**2, abs=0.02)
    assert outer == pytest.approx(1.06**2 - 1, abs=0.02)


def test_a_face_that_the_picture_cuts_off_is_measured_as_far_as_it_is_there():
    landmarks = head(20, 10, 400)
    window = FaceWindow.around(landmarks, (800, 300, 3))
    picture = np.zeros((800, 300, 3), np.uint8)
    assert window.native(picture).shape == (*window.native_shape, 3)
    assert window.columns.start == 0
    assert window.native_face.any()


def test_depths_of_pictures_all_come_as_0_to_1():
    window = FaceWindow.around(head(5, 60, 60), (120, 120, 3))
    for white in (
        np.full((120, 120, 3), 255, np.uint8),
        np.full((120, 120, 4), 65535, np.uint16),
        np.ones((120, 120, 3), np.float32),
    ):
        assert window.native(white) == pytest.approx(1)
        assert window.common(white) == pytest.approx(1)


def test_filling_scales_about_the_centre():
    square = np.float32([[10, 10], [50, 10], [50, 50], [10, 50]])
    half = fill(square, (60, 60), 0.5)
    assert half[30, 30]
    assert not half[15, 30]
    assert half.sum() == pytest.approx(21 * 21)
