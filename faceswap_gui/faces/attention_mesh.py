"""The refined face mesh: 478 points of the face in a crop, finer at lips, eyes and irises."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from faceswap_gui.assets import weight
from faceswap_gui.faces.attention_network import CROP_SIZE, AttentionNetwork, Points
from faceswap_gui.faces.bundled import filled
from faceswap_gui.faces.threads import one_thread

WEIGHTS = "attention_mesh.safetensors"

_EYE_CONTOUR = 16  # an eye region's points begin with the 16 of the lids' edge


class AttentionMesh:
    """Finds the 478 points of one face in a crop of it.

    Raises:
        WeightsError: the weights file is missing, damaged or another network's.
    """

    def __init__(self, device: str = "cpu") -> None:
        self._device = torch.device(device)
        network: AttentionNetwork = load_network(weight(WEIGHTS)).to(self._device)
        # A third faster on the CPU. (PyTorch's stub lacks this form of `to`.)
        self._network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]

    def __call__(self, crop: NDArray[np.uint8]) -> tuple[NDArray[np.float32], float]:
        """Find the points of the face.

        Args:
            crop: (192, 192, 3) uint8, RGB; the face upright and in the middle, the crop
                1.4 to 1.5 times the longer side of its box.

        Returns:
            The points (478, 3) float32 in the crop's px, pixel centres at integers: 468 of the
            mesh, the right iris (centre, then four of its edge), the left iris; z is in the same
            unit, smaller is nearer. And the confidence 0..1 that there is a face in the crop.

        Raises:
            ValueError: the crop is of another size or type.
        """
        if crop.shape != (CROP_SIZE, CROP_SIZE, 3) or crop.dtype != np.uint8:
            raise ValueError(
                f"the mesh reads uint8 crops of ({CROP_SIZE}, {CROP_SIZE}, 3), "
                f"not {crop.dtype} of {crop.shape}"
            )
        pixels = torch.from_numpy(np.ascontiguousarray(crop)).to(self._device)
        with torch.inference_mode(), one_thread():
            found = self._network(pixels.permute(2, 0, 1)[None].float() / 255)
            points = self._merge(found)[0]
            points[:, :2] -= 0.5  # the network counts from the corner of the first pixel
        return points.cpu().numpy(), float(found.presence[0])

    def _merge(self, found: Points) -> Tensor:
        """Put the refined x and y over the mesh's and add the irises: (N, 478, 3)."""
        mesh = found.mesh.clone()
        for region, contour in zip(self._network.regions, found.contours, strict=True):
            mesh[:, region.points, :2] = contour
        irises = [
            _at_depth_of(mesh[:, eye.points[:_EYE_CONTOUR]], iris)
            for eye, iris in zip(self._network.regions[1:], found.irises, strict=True)
        ]
        return torch.cat((mesh, *irises), dim=1)


def _at_depth_of(lids: Tensor, iris: Tensor) -> Tensor:
    """Give an iris (N, 5, 2) the mean z of its lids (N, 16, 3); the network has none for it."""
    depth = lids[:, :, 2:].mean(1, keepdim=True)
    return torch.cat((iris, depth.expand(-1, iris.shape[1], -1)), dim=2)


def load_network(path: Path) -> AttentionNetwork:
    """Load the network from a safetensors file, ready to run in float32.

    Raises:
        WeightsError: the file is damaged or another network's.
    """
    return filled(AttentionNetwork(), path, "the refined face mesh's")
