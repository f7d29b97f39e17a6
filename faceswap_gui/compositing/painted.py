"""Lay what a person painted over the computed mask: the person always wins."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.errors import InputError
from faceswap_gui.faces.edits import WHOLE, Box, Mask
from faceswap_gui.imaging import Photo, to_working
from faceswap_gui.reenactment import FirstFace

NEUTRAL = 128
"""As computed; so is 127, which other programs call mid grey."""
SOFTNESS = 0.08
"""σ in eye distances of the blur where the mask is softened."""
_LIKE = 0.02
"""How far a mask picture's proportions may be from the photograph's."""


def painted_mask(place: Box, show: NDArray[np.uint8], soften: NDArray[np.uint8]) -> Mask | None:
    """Return a mask of what was painted; None if nothing was.

    Args:
        place: the part of the photograph that the arrays cover.
        show: (h, w), 255 the face shows, 0 the target stays, `NEUTRAL` as computed.
        soften: (h, w), 255 blurred, 0 as it is.
    """
    soft = _png(soften) if soften.any() else None
    if soft is None and not ((show != NEUTRAL) & (show != NEUTRAL - 1)).any():
        return None
    return Mask(place, _png(show), soft)


def planes_of(mask: Mask) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return the mask's `show` and `soften`, (h, w) each.

    Raises:
        InputError: they are no pictures, or differ in size.
    """
    show = _decoded(mask.show)
    soften = np.zeros_like(show) if mask.soften is None else _decoded(mask.soften)
    if show.shape != soften.shape:
        raise InputError("the two pictures of a painted mask differ in size; paint it again")
    return show, soften


def mask_from_photo(picture: Photo, target: Photo) -> Mask | None:
    """Return a grey picture as a mask for the whole of `target`; colours count as their brightness.

    Where the picture is transparent, all is as computed.

    Raises:
        InputError: its proportions are not the target's.
    """
    wanted, given = target.width / target.height, picture.width / picture.height
    if abs(given / wanted - 1) > _LIKE:
        raise InputError(
            "{mask} is {width}×{height} pixels and the target {target_width}×{target_height}; "
            "a mask has the target's proportions",
            mask=picture.path or "the mask",
            width=picture.width,
            height=picture.height,
            target_width=target.width,
            target_height=target.height,
        )
    grey = cv2.cvtColor(to_working(picture.pixels, picture), cv2.COLOR_RGB2GRAY) * 255
    if picture.pixels.shape[2] == 4:
        opaque = picture.pixels[..., 3].astype(np.float32) / picture.white
        grey = NEUTRAL + opaque * (grey - NEUTRAL)
    show = np.clip(np.rint(grey), 0, 255).astype(np.uint8)
    return painted_mask(WHOLE, show, np.zeros_like(show))


def with_painted(
    computed: NDArray[np.float32], mask: Mask, first: FirstFace, target: Photo
) -> NDArray[np.float32]:
    """Return the computed mask (h, w) 0..1 of the region with what was painted laid over it.

    Nothing beyond the face's mesh can be shown: there is no face to show.

    Args:
        computed: how much of the face is seen, without the painted mask.
        mask: what was painted.
        first: the region that `computed` covers.
        target: the photograph that the mask's place is a share of.
    """
    shown, softened = planes_of(mask)
    show = _in_region(shown, NEUTRAL, mask.place, first, target)
    added = np.clip((show - NEUTRAL) / np.float32(255 - NEUTRAL), 0, 1)
    kept = np.clip(show / np.float32(NEUTRAL - 1), 0, 1)
    result: NDArray[np.float32] = computed * kept + added * (first.region - computed)
    if mask.soften is not None:
        soften = _in_region(softened, 0, mask.place, first, target)
        blurred = _blurred(result, SOFTNESS * first.eye_distance) * (first.region > 0)
        result += np.clip(soften / 255, 0, 1) * (blurred - result)
    return np.asarray(result, np.float32)


def _in_region(
    plane: NDArray[np.uint8], empty: int, place: Box, first: FirstFace, target: Photo
) -> NDArray[np.float32]:
    """Return the plane at the region's pixels, (h, w) 0..255; beyond its place it is `empty`."""
    y0, y1, x0, x1 = first.roi
    left, top, right, bottom = place.pixels(target.width, target.height)
    across, down = plane.shape[1] / (right - left), plane.shape[0] / (bottom - top)
    # From the centre of a pixel of the region to that of one of the plane.
    to_plane = np.array(
        [
            [across, 0, (x0 + 0.5 - left) * across - 0.5],
            [0, down, (y0 + 0.5 - top) * down - 0.5],
        ]
    )
    return np.asarray(
        cv2.warpAffine(
            plane.astype(np.float32),
            to_plane,
            (x1 - x0, y1 - y0),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_CONSTANT,
            borderValue=float(empty),
        ),
        np.float32,
    )


def _blurred(image: NDArray[np.float32], sigma: float) -> NDArray[np.float32]:
    """Return a blur that stays cheap for large faces: coarse blurs are made on reduced pictures."""
    scale = min(1.0, 4.0 / max(sigma, 1e-6))
    height, width = image.shape
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), max(sigma * scale, 0.3))
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR))


def _png(plane: NDArray[np.uint8]) -> bytes:
    done, data = cv2.imencode(".png", plane, [cv2.IMWRITE_PNG_COMPRESSION, 1])
    if not done:
        raise InputError("a painted mask could not be kept; paint it smaller")
    return bytes(data)


def _decoded(png: bytes) -> NDArray[np.uint8]:
    plane = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_GRAYSCALE)
    if plane is None:
        raise InputError("a painted mask is damaged; paint it again or open a copy of the project")
    return np.asarray(plane, np.uint8)
