"""Which triangle a pixel sees, and where in it."""

import numpy as np
import torch

from faceswap_gui.faces.rasterise import rasterise
from faceswap_gui.faces.topology import canonical_vertices, triangles

SQUARE = torch.tensor([[0.0, 0, 0], [10, 0, 0], [10, 10, 0], [0, 10, 0]])
TWO_HALVES = torch.tensor([[0, 1, 2], [0, 2, 3]])


def _canonical(size: int) -> torch.Tensor:
    vertices = canonical_vertices() * np.array([1, -1, -1], np.float32)
    low, high = vertices.min(axis=0), vertices.max(axis=0)
    return torch.from_numpy((vertices - low) / (high - low).max() * (size - 20) + 10)


def test_two_triangles_cover_their_square_without_a_gap() -> None:
    raster = rasterise(SQUARE, TWO_HALVES, 20, 20)
    assert raster.covered[:11, :11].all()
    assert not raster.covered[11:].any()
    assert not raster.covered[:, 11:].any()


def test_barycentrics_give_back_the_pixels_own_position() -> None:
    raster = rasterise(SQUARE, TWO_HALVES, 20, 20)
    place = raster.interpolate(SQUARE, TWO_HALVES)[:11, :11]
    y, x = torch.meshgrid(torch.arange(11.0), torch.arange(11.0), indexing="ij")
    assert torch.allclose(place[..., 0], x, atol=1e-3)
    assert torch.allclose(place[..., 1], y, atol=1e-3)


def test_the_nearer_of_two_triangles_is_seen_whichever_comes_first() -> None:
    near, far = SQUARE - torch.tensor([0, 0, 5.0]), SQUARE
    vertices = torch.cat([far, near])
    for order in (TWO_HALVES + 4, TWO_HALVES), (TWO_HALVES, TWO_HALVES + 4):
        triangle = rasterise(vertices, torch.cat(order), 12, 12).triangle[5, 2]
        seen = torch.cat(order)[triangle]
        assert (seen >= 4).all()


def test_a_triangle_seen_edge_on_covers_nothing() -> None:
    line = torch.tensor([[2.0, 2, 0], [8, 8, 0], [5, 5, 3]])
    assert not rasterise(line, torch.tensor([[0, 1, 2]]), 12, 12).covered.any()


def test_a_mesh_outside_of_the_picture_covers_nothing() -> None:
    assert not rasterise(SQUARE + 100, TWO_HALVES, 20, 20).covered.any()


def test_the_head_is_closed_at_eyes_and_lips() -> None:
    """Every pixel within the head's outline sees a triangle: no hole at eyes, lips or nostrils."""
    import cv2

    covered = rasterise(_canonical(256), torch.from_numpy(triangles()), 256, 256).covered.numpy()
    filled = covered.astype(np.uint8)
    contours, _ = cv2.findContours(filled, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    cv2.drawContours(filled, contours, -1, 1, thickness=cv2.FILLED)
    assert len(contours) == 1
    assert (filled == covered).all()
