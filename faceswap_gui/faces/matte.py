"""The matte: which part of a face region is the face, and which is something in front of it.

Hair, glasses, hands, masks and microphones stay in front of the swapped face, and a source's
strands do not travel. What belongs to a face is never cut out for its colour: brows, beards,
freckles, cast shadows and highlights are visible face.
"""

from __future__ import annotations

from functools import cache

import attrs
import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from faceswap_gui.assets import weight
from faceswap_gui.faces.attention_mesh import WEIGHTS as TRUNK
from faceswap_gui.faces.attention_mesh import load_network
from faceswap_gui.faces.attention_network import CROP_SIZE
from faceswap_gui.faces.bundled import filled
from faceswap_gui.faces.crop import (
    crop_image,
    face_crop_matrix,
    similarity_scale,
    transform_points,
)
from faceswap_gui.faces.dark_hair import dark_hair
from faceswap_gui.faces.guided_filter import guided_filter
from faceswap_gui.faces.matte_evidence import with_evidence
from faceswap_gui.faces.matte_network import MatteNetwork, trunk_features
from faceswap_gui.faces.threads import one_thread

Float = NDArray[np.float32]

WEIGHTS = "matte.safetensors"

_COARSE = 200  # longest side in px of the copy in which edges are sought
_EDGE = 0.02  # radius of the guided filter's window, in sides of the crop
_SHIFT = 0.012  # how far edges may move, in sides of the crop
_SMOOTHNESS = 0.03  # colour contrast that counts as an edge
_SURELY_VISIBLE = 0.98


@attrs.frozen
class Reading:
    """What the network's answers, 0..1, are taken for; in between lie what is seen in part."""

    covered: float
    """At this and below, the face is covered."""
    visible: float
    """At this and above, it is visible."""
    seeks_dark_hair: bool = False
    """Whether to look for locks that the network takes for the face; see `dark_hair`."""

    def of(self, seen: Float) -> Float:
        """Return the matte (h, w) 0..1 of the answers (h, w)."""
        answer = (seen - self.covered) / (self.visible - self.covered)
        return np.asarray(np.clip(answer, 0, 1), np.float32)


ON_TARGET = Reading(covered=0.4, visible=0.8)
"""Before the target's face: what is cut out by mistake is a piece of the wrong person."""
ON_SOURCE = Reading(covered=0.6, visible=0.92, seeks_dark_hair=True)
"""Before the source's face: what is left out by mistake is lent by the face's other side."""


def face_matte(
    image: Float, landmarks: Float, region: Float, reading: Reading = ON_TARGET
) -> Float:
    """Find what of a face region is visible face.

    Args:
        image: (h, w, 3), the face and a little around it, working sRGB 0..1.
        landmarks: (478, 3) of the face in the image's px, pixel centres at integers.
        region: (h, w) 0..1, where the face's mesh covers the image.
        reading: what becomes of what is in doubt.

    Returns:
        (h, w) float32: 1 = face, 0 = something in front of it; 1 where there is no region.

    Raises:
        WeightsError: the network's file is missing or damaged.
    """
    return _default()(image, landmarks, region, reading)


class FaceMatte:
    """`face_matte` on a device of choice.

    Raises:
        WeightsError: the network's file is missing or damaged.
    """

    def __init__(self, device: str = "cpu") -> None:
        self._device = torch.device(device)
        self._trunk = load_network(weight(TRUNK)).to(self._device)
        self._network = filled(MatteNetwork(), weight(WEIGHTS), "the matte's").to(self._device)

    def __call__(
        self, image: Float, landmarks: Float, region: Float, reading: Reading = ON_TARGET
    ) -> Float:
        """Find what of a face region is visible face; see `face_matte`."""
        matrix = face_crop_matrix(landmarks, CROP_SIZE)
        crop = crop_image(image, matrix, CROP_SIZE)
        within = crop_image(region, matrix, CROP_SIZE, constant_border=True) > 0.5
        seen = with_evidence(reading.of(self.look(crop)), crop, within)
        if reading.seeks_dark_hair:
            seen[dark_hair(crop, transform_points(matrix, landmarks), within)] = 0
        matte = _at_resolution(seen, matrix, image, region)
        return np.asarray(np.where(region > 0, matte, 1), np.float32)

    def look(self, crop: Float) -> Float:
        """Return the probability (192, 192) that the face is visible in a crop (192, 192, 3)."""
        pixels = torch.from_numpy(np.ascontiguousarray(crop, np.float32)).to(self._device)
        with torch.inference_mode(), one_thread():
            batch = pixels.permute(2, 0, 1)[None].clamp(0, 1)
            logit = self._network(batch, trunk_features(self._trunk, batch))
            seen: Float = torch.sigmoid(logit)[0, 0].cpu().numpy()
        return seen


def _at_resolution(seen: Float, matrix: Float, image: Float, region: Float) -> Float:
    """Bring the network's map to the image, its edges on the image's own."""
    height, width = image.shape[:2]
    shrink = min(1.0, _COARSE / max(height, width))
    size = (max(1, round(width * shrink)), max(1, round(height * shrink)))
    step = width / size[0]
    coarse = _on_grid(seen, _composed(matrix, step), size)
    side = CROP_SIZE / similarity_scale(matrix) / step
    radius = max(1, round(_EDGE * side))
    matte = np.ones((height, width), np.float32)
    of_face = cv2.resize(region, size, interpolation=cv2.INTER_AREA) > 0
    part = _box_around((coarse < _SURELY_VISIBLE) & of_face, 2 * radius)
    if part is None:
        return matte
    fine = tuple(
        slice(round(edge.start * long / short), round(edge.stop * long / short))
        for edge, long, short in zip(part, matte.shape, coarse.shape, strict=True)
    )
    picture = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.float32)
    found = guided_filter(
        picture[part], coarse[part], image[fine], radius=radius, smoothness=_SMOOTHNESS
    )
    matte[fine] = _near(coarse[part], found, max(1, round(_SHIFT * side)))
    return matte


def _near(coarse: Float, found: Float, reach: int) -> Float:
    """Keep a refined matte to what the coarse one has within `reach` of its px.

    Edges may move to the picture's; a brow near a dark frame may not go with the frame.
    """
    size, around = found.shape[::-1], np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)
    low, high = (cv2.resize(f(coarse, around), size) for f in (cv2.erode, cv2.dilate))
    return np.asarray(np.clip(found, low, high), np.float32)


def _on_grid(seen: Float, matrix: Float, size: tuple[int, int]) -> Float:
    """Sample the map where a similarity from a (width, height) grid leads."""
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    border = cv2.BORDER_REPLICATE
    return np.asarray(cv2.warpAffine(seen, matrix, size, flags=flags, borderMode=border))


def _box_around(covered: NDArray[np.bool_], reach: int) -> tuple[slice, slice] | None:
    """Return the box of what is covered and `reach` px more, or None: mostly nothing is."""
    rows, columns = np.nonzero(covered)
    if not len(rows):
        return None
    top, left = max(0, int(rows.min()) - reach), max(0, int(columns.min()) - reach)
    return slice(top, int(rows.max()) + reach + 1), slice(left, int(columns.max()) + reach + 1)


def _composed(matrix: Float, step: float) -> Float:
    """Precede a similarity by the one from pixels that are `step` times as large."""
    offset = matrix[:, :2].sum(1) * (step - 1) / 2
    return np.column_stack([matrix[:, :2] * step, matrix[:, 2] + offset]).astype(np.float32)


@cache
def _default() -> FaceMatte:
    return FaceMatte()
