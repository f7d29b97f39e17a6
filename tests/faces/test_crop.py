"""The upright crop that the networks see."""

import numpy as np

from faceswap_gui.faces.crop import (
    crop_image,
    face_crop_matrix,
    inverse_similarity,
    similarity_scale,
    transform_points,
)
from faceswap_gui.faces.face import Face, bounding_box


def test_the_crop_is_upright_and_centred_whatever_the_roll(source_face: Face) -> None:
    angle = np.radians(37)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    rolled = source_face.landmarks.copy()
    rolled[:, :2] = rolled[:, :2] @ turn.T
    upright, level = (
        transform_points(face_crop_matrix(marks.astype(np.float32), 128), marks)
        for marks in (source_face.landmarks, rolled)
    )
    assert np.abs(upright[:, :2] - level[:, :2]).max() < 0.05
    assert abs(level[33, 1] - level[263, 1]) < 0.05
    x0, y0, x1, y1 = bounding_box(level)
    assert abs((x0 + x1) / 2 - 63.5) < 0.1
    assert abs((y0 + y1) / 2 - 63.5) < 0.1


def test_a_similarity_and_its_inverse_bring_points_back(source_face: Face) -> None:
    matrix = face_crop_matrix(source_face.landmarks, 256)
    there = transform_points(matrix, source_face.landmarks)
    back = transform_points(inverse_similarity(matrix), there)
    assert np.abs(back - source_face.landmarks).max() < 0.01


def test_a_strong_reduction_averages_instead_of_aliasing() -> None:
    stripes = np.zeros((800, 800), np.float32)
    stripes[:, ::2] = 1
    matrix = np.array([[0.1, 0, 0], [0, 0.1, 0]], np.float32)
    crop = crop_image(stripes, matrix, 80)
    assert similarity_scale(matrix) < 0.5
    assert np.abs(crop[5:-5, 5:-5] - 0.5).max() < 0.05


def test_reducing_keeps_every_place_where_it_was() -> None:
    ramp = np.tile(np.arange(800, dtype=np.float32), (800, 1))
    matrix = np.array([[0.1, 0, 3.0], [0, 0.1, 0]], np.float32)
    crop = crop_image(ramp, matrix, 70)
    expected = (np.arange(70) - 3.0) / 0.1
    assert np.abs(crop[30, 10:60] - expected[10:60]).max() < 1.0
