"""The refined mesh: it says what MediaPipe says, and reads lips and lids as a person would."""

from pathlib import Path

import numpy as np
import pytest
import torch

from faceswap_gui.errors import WeightsError
from faceswap_gui.faces.attention_mesh import AttentionMesh, load_network
from faceswap_gui.faces.attention_network import Frame

# Grace Hopper (US Navy, public domain) cropped to 192 px, and the 478 points that MediaPipe
# 0.10.21 itself finds in that crop, in px from the crop's upper left corner.
REFERENCE = Path(__file__).parent / "data" / "grace_hopper_mesh.npz"
UPPER_LIP, LOWER_LIP = 13, 14  # the middle of the lips' inner edges
OUTER_EYES = (33, 263)


@pytest.fixture(scope="module")
def mesh():
    return AttentionMesh()


@pytest.fixture(scope="module")
def portrait():
    return np.load(REFERENCE)["crop"]


def eye_distance(points):
    right, left = points[list(OUTER_EYES), :2]
    return float(np.linalg.norm(left - right))


def test_it_finds_the_points_that_mediapipe_finds(mesh, portrait):
    points, presence = mesh(portrait)

    from_corner = np.load(REFERENCE)["points"] - (0.5, 0.5, 0)
    assert points.shape == (478, 3) and points.dtype == np.float32
    np.testing.assert_allclose(points, from_corner, atol=0.01)
    assert presence > 0.99


def test_a_crop_without_a_face_is_said_to_have_none(mesh):
    noise = np.random.default_rng(0).integers(0, 256, (192, 192, 3), dtype=np.uint8)

    _, presence = mesh(noise)

    assert presence < 0.5


def test_the_mirrored_face_has_the_mirrored_mesh(mesh, portrait):
    points, _ = mesh(portrait)
    mirrored, _ = mesh(portrait[:, ::-1])

    chin_nose_irises = [152, 1, 468, 473]
    back = mirrored[[152, 1, 473, 468], :2] * (-1, 1) + (191, 0)
    difference = np.linalg.norm(points[chin_nose_irises, :2] - back, axis=1)
    assert difference.max() < 0.04 * eye_distance(points)


def test_closed_lips_are_read_as_closed(mesh, portrait):
    points, _ = mesh(portrait)

    gap = np.linalg.norm(points[UPPER_LIP] - points[LOWER_LIP])
    assert gap < 0.02 * eye_distance(points)


def test_each_iris_lies_between_its_own_eyes_corners(mesh, portrait):
    points, _ = mesh(portrait)

    right, left = points[468], points[473]
    assert points[33, 0] < right[0] < points[133, 0]
    assert points[362, 0] < left[0] < points[263, 0]
    for iris, lids in ((right, (159, 145)), (left, (386, 374))):
        near, far = sorted(points[list(lids), 2])
        assert near - 3 < iris[2] < far + 3


def test_other_work_keeps_its_threads(mesh, portrait):
    before = torch.get_num_threads()

    mesh(portrait)

    assert torch.get_num_threads() == before


@pytest.mark.parametrize(
    "crop",
    [np.zeros((192, 190, 3), np.uint8), np.zeros((192, 192, 3), np.float32)],
    ids=["narrow", "float"],
)
def test_a_crop_of_another_kind_is_refused(mesh, crop):
    with pytest.raises(ValueError, match="192"):
        mesh(crop)


def test_a_damaged_weights_file_is_named_with_the_remedy(tmp_path):
    damaged = tmp_path / "attention_mesh.safetensors"
    damaged.write_bytes(b"not weights")

    with pytest.raises(WeightsError, match=r"attention_mesh\.safetensors.*pip install"):
        load_network(damaged)


def test_a_region_is_cut_out_straight_however_the_face_is_turned():
    """A ramp along the eyes' line stays a ramp along the patch's rows."""
    angle = torch.tensor(0.4)
    along = torch.stack((torch.cos(angle), torch.sin(angle)))
    across = torch.stack((-along[1], along[0]))
    centre = torch.tensor((96.0, 100.0))
    corners = torch.stack(
        [centre + a * 20 * along + b * 8 * across for a in (-1, 1) for b in (-1, 1)]
    )
    frame = Frame.around(corners[None], (centre - along)[None], (centre + along)[None])
    ys, xs = torch.meshgrid(torch.arange(48.0), torch.arange(48.0), indexing="ij")
    ramp = (xs * 4 + 2 - centre[0]) * along[0] + (ys * 4 + 2 - centre[1]) * along[1]

    patch = frame.cut(ramp[None, None])[0, 0]

    steps = (torch.arange(16) + 0.5) / 16 - 0.5
    torch.testing.assert_close(patch, (steps * 40 * 1.5).expand(16, 16), atol=1e-3, rtol=0)


def test_a_region_outside_of_the_crop_is_empty():
    frame = Frame(torch.tensor([[300.0, 96.0]]), 32 * torch.eye(2)[None])

    assert frame.cut(torch.ones(1, 1, 48, 48)).abs().max() == 0
