"""face-alignment's 68 points on our mesh; a stand-in plays its network."""

from pathlib import Path

import numpy as np
import pytest
import torch

from faceswap_gui.errors import WeightsError
from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.attention_mesh import AttentionMesh
from faceswap_gui.faces.face import Face, eye_distance
from faceswap_gui.faces.fan import FaceAlignmentLandmarks, load_network, peaks
from faceswap_gui.faces.sixty_eight import VERTICES, bent_to
from faceswap_gui.imaging import Photo

HALF = np.float32([0.5, 0.5, 0])
CROP = Path(__file__).parent / "data" / "grace_hopper_mesh.npz"


@pytest.fixture(scope="module")
def mesh() -> AttentionMesh:
    return AttentionMesh()


def points_of(landmarks: np.ndarray) -> np.ndarray:
    points = np.zeros((68, 2), np.float32)
    points[list(VERTICES)] = landmarks[list(VERTICES.values()), :2]
    return points


class StandIn:
    """Makes the heatmaps of a network that sees the mesh's own places, moved a little."""

    def __init__(self, mesh: AttentionMesh, moved: dict[int, float]) -> None:
        self._mesh, self._moved = mesh, moved

    def __call__(self, crops: torch.Tensor) -> list[torch.Tensor]:
        assert crops.shape[1:] == (3, 256, 256)
        assert 0 <= float(crops.min()) < float(crops.max()) <= 1
        landmarks = self._landmarks_in(crops)
        points = points_of(landmarks)
        for number, right in self._moved.items():
            points[number, 0] += right * eye_distance(landmarks)
        grid = np.stack(np.meshgrid(np.arange(64), np.arange(64)), axis=-1)
        centres = (points - 1.5) / 4
        away = ((grid[None] - centres[:, None, None]) ** 2).sum(axis=-1)
        return [torch.from_numpy(np.exp(-away / 2)[None]).float()]

    def _landmarks_in(self, crops: torch.Tensor) -> np.ndarray:
        """Return what the mesh finds in a crop of the network, in that crop's pixels."""
        picture = torch.nn.functional.interpolate(crops, 192, mode="area")[0].permute(1, 2, 0)
        found, _ = self._mesh((picture.numpy() * 255).round().astype(np.uint8))
        return np.asarray((found + HALF) * 256 / 192 - HALF, np.float32)


def test_a_peak_is_found_between_pixels() -> None:
    rows, columns = np.mgrid[:64, :64]
    maps = np.exp(-((columns - 20.3) ** 2 + (rows - 41.8) ** 2) / 2).astype(np.float32)
    places, heights = peaks(maps[None])
    assert places[0] == pytest.approx([20.3, 41.8], abs=0.02)
    assert heights[0] > 0.9


def test_points_that_agree_with_the_mesh_leave_it_as_it_is(source_face: Face) -> None:
    same = bent_to(source_face.landmarks, points_of(source_face.landmarks), np.ones(68, np.float32))
    assert same == pytest.approx(source_face.landmarks, abs=1e-3)


def test_each_points_place_is_that_of_its_twin_on_the_other_side() -> None:
    from faceswap_gui.faces.mirrored import mirrored_landmarks

    pairs = [(17, 26), (21, 22), (31, 35), (36, 45), (39, 42), (41, 46), (48, 54), (50, 52)]
    pairs += [(55, 59), (60, 64), (61, 63), (65, 67), (37, 44), (8, 8), (30, 30), (57, 57)]
    for right, left in pairs:
        assert mirrored_landmarks()[VERTICES[right]] == VERTICES[left]


def test_where_the_network_sees_a_mouth_corner_elsewhere_the_mesh_follows(
    mesh: AttentionMesh,
) -> None:
    crop = np.load(CROP)["crop"]
    plain, _ = FaceAlignmentLandmarks(StandIn(mesh, {}), mesh)(crop)
    moved, presence = FaceAlignmentLandmarks(StandIn(mesh, {48: -0.05}), mesh)(crop)
    own, _ = mesh(crop)
    assert presence > 0.9
    apart = np.linalg.norm((plain - own)[:, :2], axis=1).mean()
    assert apart < 0.02 * eye_distance(own)
    way = (moved - plain)[:, 0] / eye_distance(own)
    assert way[VERTICES[48]] == pytest.approx(-0.05, abs=0.01)
    assert way[VERTICES[8]] == pytest.approx(0, abs=0.01)
    assert way[VERTICES[45]] == pytest.approx(0, abs=0.01)


def test_a_point_that_the_network_does_not_see_changes_nothing(source_face: Face) -> None:
    elsewhere = points_of(source_face.landmarks) + 50
    kept = bent_to(source_face.landmarks, elsewhere, np.zeros(68, np.float32))
    assert kept == pytest.approx(source_face.landmarks)


def test_faces_are_found_with_it(
    mesh: AttentionMesh, source_photo: Photo, source_face: Face
) -> None:
    analyser = FaceAnalyser(FaceAlignmentLandmarks(StandIn(mesh, {}), mesh))
    face = analyser.find(source_photo)[0]
    apart = np.linalg.norm((face.landmarks - source_face.landmarks)[:, :2], axis=1)
    assert apart.mean() < 0.03 * source_face.eye_distance


def test_a_damaged_weights_file_is_named_with_the_remedy(tmp_path: Path) -> None:
    pytest.importorskip("face_alignment")
    damaged = tmp_path / "2DFAN4.pth.tar"
    damaged.write_bytes(b"not weights")
    with pytest.raises(WeightsError, match=r"2DFAN4\.pth\.tar .* --landmark-weights download"):
        load_network(damaged)
