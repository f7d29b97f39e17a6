"""Step 5 for a very large face: carried from a smaller copy to the photograph, strip by strip.

What the steps before have made of the copy is a change of its first face image: smooth by nature
(light and the networks' appearance), or a curve for all pixels of a colour (tone). As a ratio it
holds for the finer pixels too. Sharpness and grain belong to the photograph's own pixels, so they
are measured and matched there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs
import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.compositing.composite import Cutout, Patch, matte
from faceswap_gui.compositing.texture_match import REACH, Texture, measured_texture, with_texture
from faceswap_gui.imaging import RATIO_OFFSET, Photo, from_working
from faceswap_gui.reenactment.native_face import NativeFace

_STRIP = 128
"""Rows of the photograph that are worked on at once; of 7,000 pixels each they take 200 MB."""
_MEASURED = 400
"""Side in pixels of the part on which the photograph's texture is measured."""
_DARKEST = 0.005
"""Colours outside sRGB may lie below black, where no ratio is; the face does not."""

Float = NDArray[np.float32]


@attrs.frozen(eq=False)
class CopysFace:
    """What was made of the smaller copy, over the face's region of it."""

    before: Float
    """(h, w, 3) working sRGB: its first face image."""
    after: Float
    """(h, w, 3): the same with its appearance and colours changed."""
    mask: Float
    """(h, w) 0..1: how much of the face is seen."""
    skin: Float
    """(h, w) 0..1: skin that source and target both show."""


def composite_in_strips(
    target: Photo,
    native: Callable[[], NativeFace],
    copy: CopysFace,
    grain: float,
    each: Callable[[float], None],
) -> Patch:
    """Blend the face over the target at the target's own pixels.

    Args:
        target: the photograph.
        native: makes the first face image there, which takes too much memory to be kept.
        copy: what was made of a smaller copy.
        grain: 0..1, how far sharpness and grain become the target's.
        each: told the share of the work that is done, 0..1, before every strip; may raise.
    """
    carried = _Carried.of(native(), copy, grain)
    pixels = np.empty((*carried.shape, 3), target.pixels.dtype)
    changed = np.empty(carried.shape, bool)
    for rows in carried.strips():
        each(rows.start / carried.shape[0])
        face, background, mask = carried.strip(rows)
        mixed = background + mask[..., None] * (face - background)
        pixels[rows], changed[rows] = from_working(mixed, target), mask > 0
    roi = carried.native.roi
    return Patch(roi, pixels, changed, lambda: _cutout(target, native(), copy, grain))


def _cutout(target: Photo, native: NativeFace, copy: CopysFace, grain: float) -> Cutout:
    carried = _Carried.of(native, copy, grain)
    pixels = np.empty((*carried.shape, 3), target.pixels.dtype)
    seen = np.empty(carried.shape, target.pixels.dtype)
    for rows in carried.strips():
        face, _, mask = carried.strip(rows)
        pixels[rows], seen[rows] = from_working(face, target), matte(mask, target)
    return Cutout(pixels, seen)


@attrs.frozen(eq=False)
class _Carried:
    """The copy's face at the photograph's own pixels, some rows at a time."""

    native: NativeFace
    change: Float
    mask: Float
    textures: tuple[Texture, ...]
    grain: float

    @classmethod
    def of(cls, native: NativeFace, copy: CopysFace, grain: float) -> _Carried:
        change = _log_ratio(copy.before, copy.after)
        textures = _textures(native, change, copy.skin) if grain else ()
        return cls(native, change, copy.mask, textures, grain)

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width of the region in the photograph."""
        y0, y1, x0, x1 = self.native.roi
        return y1 - y0, x1 - x0

    def strips(self) -> Iterator[slice]:
        """Yield the rows that are worked on at once, in order."""
        height = self.shape[0]
        return (slice(top, min(top + _STRIP, height)) for top in range(0, height, _STRIP))

    def strip(self, rows: slice) -> tuple[Float, Float, Float]:
        """Return the face and the target (h, w, 3), and the mask (h, w), over some rows.

        They are alike whatever strips are cut.
        """
        around = slice(max(0, rows.start - REACH), min(self.shape[0], rows.stop + REACH))
        face, background = _changed(self.native, self.change, around)
        face = with_texture(face, background, self.textures, self.grain)
        inner = slice(rows.start - around.start, rows.stop - around.start)
        return face[inner], background[inner], self.native.interpolated(self.mask, rows)


def _changed(native: NativeFace, change: Float, rows: slice) -> tuple[Float, Float]:
    """Return the changed face and the target (h, w, 3) over some rows of the region."""
    face, background = native.rows(rows)
    face += RATIO_OFFSET
    face *= cv2.exp(native.interpolated(change, rows))
    face -= RATIO_OFFSET
    return np.asarray(np.clip(face, 0, 1, out=face), np.float32), background


def _textures(native: NativeFace, change: Float, skin: Float) -> tuple[Texture, ...]:
    """Measure what the photograph's texture and the face's lack of each other, in the middle."""
    rows, columns = _middle(skin, native.roi)
    face, background = (part[:, columns] for part in _changed(native, change, rows))
    return measured_texture(face, background, native.interpolated(skin, rows)[:, columns])


def _middle(skin: Float, roi: tuple[int, int, int, int]) -> tuple[slice, slice]:
    """Return the middle of the skin (h, w) in the photograph's pixels, counted in the region."""
    y0, y1, x0, x1 = roi
    lengths = (y1 - y0, x1 - x0)
    slices = []
    for axis, length in enumerate(lengths):
        places = np.flatnonzero(skin.max(axis=1 - axis) > 0.9)
        middle = (places[0] + places[-1] + 1) / 2 / skin.shape[axis] if len(places) else 0.5
        start = max(0, round(middle * length) - _MEASURED // 2)
        slices.append(slice(start, min(length, start + _MEASURED)))
    return slices[0], slices[1]


def _log_ratio(before: Float, after: Float) -> Float:
    ratio = np.log(np.maximum(after + RATIO_OFFSET, _DARKEST))
    ratio -= np.log(np.maximum(before + RATIO_OFFSET, _DARKEST))
    return np.asarray(ratio, np.float32)
