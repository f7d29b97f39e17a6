"""What each stage of a swap made, as a few numbers that can be kept and compared.

Reading a picture is integer arithmetic: the same on every processor, so a hash tells. Everything
after that is floating-point arithmetic, which libraries order as the processor's vector width
suits. Results then differ in the last digits, and a hash would call every other machine broken; so
means over blocks are compared within a tolerance instead.
"""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from faceswap_gui.faces.face import Face
from faceswap_gui.imaging import Photo
from faceswap_gui.pipeline.render import Render

Values = dict[str, list[float]]

TOLERANCES = {
    "detect source": 0.001,
    "detect target": 0.001,
    "reenact": 0.01,
    "encode": 0.002,
    "map": 0.002,
    "composite": 0.01,
}
"""The largest deviation of a stage, as a share of its largest reference value.

Ten times and more of what was seen between the AVX-512, AVX2 and SSE kernels of the same libraries
(detection 8e-5, reenactment 2e-4, features 3e-5, composite 1e-3). ARM's kernels were not at hand.
"""
_BLOCKS = 12
_EVERY = 12
"""Of the landmarks, every twelfth."""


def pixel_hash(photo: Photo) -> str:
    """Return the SHA-256 of a photograph's decoded pixels."""
    return hashlib.sha256(np.ascontiguousarray(photo.pixels).tobytes()).hexdigest()


def stage_values(source: Face, target: Face, render: Render, photo: Photo) -> Values:
    """Return numbers for every stage from detection to the composite on the target's photo."""
    first, patch = render.first, render.patch
    y0, y1, x0, x1 = patch.roi
    before = photo.pixels[y0:y1, x0:x1, :3].astype(np.float32)
    painted = (patch.pixels - before) * patch.changed[..., None]
    size = photo.pixels.shape[:2]
    return {
        "detect source": _landmarks(source),
        "detect target": _landmarks(target),
        "reenact": _blocks(first.image - first.target, first.roi, size),
        "encode": _channels(render.encoded.features_r) + _channels(render.encoded.features_t),
        "map": _channels(render.mapped),
        "composite": _blocks(painted, patch.roi, size),
    }


def deviation(found: list[float], reference: list[float]) -> float:
    """Return the largest difference as a share of the largest reference value; inf if not alike."""
    if len(found) != len(reference):
        return float("inf")
    a, b = np.asarray(found), np.asarray(reference)
    return float(np.abs(a - b).max() / np.abs(b).max())


def _landmarks(face: Face) -> list[float]:
    # In eye distances, so that a face of any size is held to the same tolerance.
    return _rounded(face.landmarks[::_EVERY] / face.eye_distance)


def _blocks(
    change: NDArray[Any], roi: tuple[int, int, int, int], size: tuple[int, int]
) -> list[float]:
    """Return the mean of every block of a grid over the (height, width) picture that was changed.

    The grid lies on the whole picture, for the region's edges are rounded to pixels: one digit at
    the end can move them.
    """
    whole = np.zeros((*size, 3), np.float32)
    whole[roi[0] : roi[1], roi[2] : roi[3]] = change
    rows = np.array_split(whole, _BLOCKS, axis=0)
    return _rounded(
        [part.mean(axis=(0, 1)) for row in rows for part in np.array_split(row, _BLOCKS, axis=1)]
    )


def _channels(levels: tuple[Tensor, ...]) -> list[float]:
    """Return the root mean square of every channel of (1, C, s, s) features."""
    return [
        value
        for level in levels
        for value in _rounded(level[0].square().mean(dim=(1, 2)).sqrt().cpu().numpy())
    ]


def _rounded(values: Any) -> list[float]:
    return [round(float(value), 6) for value in np.ravel(values)]
