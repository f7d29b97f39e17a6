"""face-alignment's network as another finder of landmarks.

Bulat and Tzimiropoulos, "How far are we from solving the 2D & 3D Face Alignment problem?", ICCV
2017. It finds 68 points of a face; the 478 of the mesh are found as always and bent through them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from faceswap_gui.errors import UsageError, WeightsError
from faceswap_gui.faces.attention_mesh import AttentionMesh
from faceswap_gui.faces.landmarker import Landmarker
from faceswap_gui.faces.sixty_eight import bent_to

Heatmaps = Callable[[Tensor], Any]
"""Crops (N, 3, 256, 256), RGB 0..1, to (N, 68, 64, 64), or a list whose last entry is that."""

_SIDE, _MAP = 256, 64
_ZOOM = 0.81
"""It was trained on crops of 2.05 times the mean side of a face's box; ours are narrower."""
_SURE = 0.4
"""A peak as high as this is believed altogether, a lower one in proportion."""
_STACKS = 4


class FaceAlignmentLandmarks:
    """Finds 478 landmarks in a 192-pixel crop; 52 of the vertices lie where the network says."""

    def __init__(self, network: Heatmaps, mesh: Landmarker | None = None) -> None:
        """Use a network, or anything that makes such heatmaps, beside a finder of the mesh."""
        self._network = network
        self._mesh = mesh or AttentionMesh()

    def __call__(self, crop: NDArray[np.uint8]) -> tuple[NDArray[np.float32], float]:
        """Return (478, 3) landmarks in crop pixels and the confidence of the mesh, 0..1."""
        landmarks, presence = self._mesh(crop)
        matrix = _into_network(crop.shape[0])
        seen = np.asarray(
            cv2.warpAffine(crop, matrix, (_SIDE, _SIDE), borderMode=cv2.BORDER_REPLICATE), np.uint8
        )
        points, heights = peaks(self._heatmaps(seen))
        back = (points * (_SIDE / _MAP) + (_SIDE / _MAP - 1) / 2 - matrix[:, 2]) / matrix[0, 0]
        return bent_to(landmarks, back.astype(np.float32), np.clip(heights / _SURE, 0, 1)), presence

    def _heatmaps(self, crop: NDArray[np.uint8]) -> NDArray[np.float32]:
        pixels = torch.from_numpy(np.ascontiguousarray(crop)).permute(2, 0, 1)[None].float() / 255
        with torch.inference_mode():
            found = self._network(pixels)
        last: Tensor = found[-1] if isinstance(found, list | tuple) else found
        return np.asarray(last[0].float().cpu().numpy(), np.float32)


def peaks(heatmaps: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return x, y (N, 2) of each map's peak, to a fraction of a pixel, and its height (N,)."""
    count, height, width = heatmaps.shape
    places = heatmaps.reshape(count, -1).argmax(axis=1)
    rows, columns = np.clip(places // width, 1, height - 2), np.clip(places % width, 1, width - 2)
    logs = np.log(np.maximum(heatmaps, 1e-6))
    one = np.arange(count)
    x = columns + _vertex(*(logs[one, rows, columns + step] for step in (-1, 0, 1)))
    y = rows + _vertex(*(logs[one, rows + step, columns] for step in (-1, 0, 1)))
    return np.stack([x, y], axis=1).astype(np.float32), heatmaps[one, rows, columns]


def _vertex(
    before: NDArray[np.float32], at: NDArray[np.float32], after: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return where the parabola through three neighbours has its peak, -½ to ½ from the middle.

    The logarithm of the network's Gaussian peaks is a parabola.
    """
    bend = np.minimum(before + after - 2 * at, -1e-6)
    return np.asarray(np.clip((before - after) / (2 * bend), -0.5, 0.5), np.float32)


def load_network(weights: Path) -> Heatmaps:
    """Load face-alignment's 2D network from a file such as ``2DFAN4-11f355bf06.pth.tar``.

    Raises:
        UsageError: the package is not installed.
        WeightsError: the file is missing, damaged or another network's.
    """
    network = _package().models.FAN(_STACKS)
    try:
        network.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    except Exception as error:  # pickle, zip and torch each have their own
        raise WeightsError(
            "{path} does not hold face-alignment's 2DFAN-4 weights; give the file 2DFAN4-….pth.tar "
            "that face-alignment downloads, or --landmark-weights download ({reason})",
            path=weights,
            reason=str(error).splitlines()[0],
        ) from error
    network.eval().requires_grad_(False)
    return network  # type: ignore[no-any-return]


def downloaded_weights() -> Path:
    """Let face-alignment fetch its weights from its author's site, once, into torch's cache.

    Raises:
        UsageError: the package is not installed.
        WeightsError: they cannot be fetched.
    """
    package = _package()
    try:
        url = package.api.models_urls["2DFAN-4"]
        return Path(package.utils.load_file_from_url(url, check_hash=True))
    except (OSError, RuntimeError) as error:
        raise WeightsError(
            "face-alignment's weights could not be downloaded ({reason}); go online, or give a "
            "file with --landmark-weights FILE",
            reason=error,
        ) from error


def _package() -> Any:
    try:
        import face_alignment
        import face_alignment.api
        import face_alignment.models
        import face_alignment.utils
    except ImportError as error:
        raise UsageError(
            "face-alignment is not installed; install it with "
            "pip install 'faceswap-gui[face-alignment]', or leave --landmarks away"
        ) from error
    return face_alignment


def _into_network(side: int) -> NDArray[np.float32]:
    """Return the (2, 3) similarity from crops of `side` pixels into the network's, by middles."""
    scale = _ZOOM * _SIDE / side
    offset = (_SIDE - 1) / 2 - scale * (side - 1) / 2
    return np.array([[scale, 0, offset], [0, scale, offset]], np.float32)
