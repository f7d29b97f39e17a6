"""What will spoil a swap, told from numbers before anybody has to see it.

A face is summed up in a few numbers; `warnings_of` holds both faces' against limits.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.crop import crop_photo, face_crop_matrix
from faceswap_gui.faces.face import Face
from faceswap_gui.faces.topology import MESH_POINTS
from faceswap_gui.imaging import Photo
from faceswap_gui.reenactment.frame import in_own_frame
from faceswap_gui.reenactment.similarity import Array

_SIDE = 192
"""Longest side of the crop in which sharpness and brightness are measured."""
_MIDDLE = 0.8
"""Side of that crop over the face's: hair and background say nothing of the face."""
_REBLUR = 9

WORDS = {
    "source doubtful": "It is doubtful whether there is a face where the source's was found "
    "(confidence {number:.0%}, good from {limit:.0%}); look at its landmarks, or draw a box around "
    "the right place.",
    "target doubtful": "It is doubtful whether there is a face where the target's was found "
    "(confidence {number:.0%}, good from {limit:.0%}); look at its landmarks, or draw a box around "
    "the right place.",
    "source small": "The source's face is only {number:.0f} pixels between the eyes (good from "
    "{limit:.0f}); take a larger picture of it.",
    "target small": "The target's face is only {number:.0f} pixels between the eyes (good from "
    "{limit:.0f}); its pose and expression are read less surely.",
    "source coarse": "The source's face has only {number:.2f} times the size of the target's (good "
    "from {limit:.2f}), so the result is softer than the photograph; take a larger picture of the "
    "source.",
    "source turned": "The source's face is turned {number:.0f}° away from the camera (good up to "
    "{limit:.0f}°); take a picture that shows it from the front.",
    "target turned": "The target's face is turned {number:.0f}° away from the camera (good up to "
    "{limit:.0f}°); look at the nose and at the edge of the cheek.",
    "turned apart": "The faces look {number:.0f}° apart (good up to {limit:.0f}°); take a source "
    "that looks more the way the target does.",
    "source covered": "Hair, glasses or a hand cover {number:.0%} of the source's face (good up to "
    "{limit:.0%}); take a picture that shows it free, or brush over what looks borrowed.",
    "target covered": "Hair, glasses or a hand cover {number:.0%} of the target's face (good up to "
    "{limit:.0%}) and stay in front; where that is wrong, paint the mask.",
    "source cut off": "{number:.0%} of the source's face lies outside of its picture (good up to "
    "{limit:.0%}); take a picture that shows all of it.",
    "target cut off": "{number:.0%} of the target's face lies outside of its picture (good up to "
    "{limit:.0%}); its pose is read less surely.",
    "source blurred": "The source's face is blurred (sharpness {number:.2f}, good from "
    "{limit:.2f}); take a sharper picture of it.",
    "source dark": "The source's face is dark (brightness {number:.2f}, good from {limit:.2f}); "
    "take a picture in more light.",
}
"""By the warnings' names: what is wrong, how far, and what to do about it."""

_LIMITS = {
    # Faces measure 0.6 and more, full profiles included; coins and clocks 0.01 and less.
    "source doubtful": (0.5, True),
    "target doubtful": (0.5, True),
    "source small": (40.0, True),
    "source coarse": (0.45, True),
    # Sharp portraits measure 0.40 to 0.72; blurred by 2 % of the eye distance, 0.15 to 0.25.
    "source blurred": (0.25, True),
    # Well lit dark skin measures 0.20 and more.
    "source dark": (0.12, True),
    "source turned": (45.0, False),
    "source covered": (0.16, False),
    "source cut off": (0.02, False),
    "target small": (25.0, True),
    "target turned": (50.0, False),
    "target covered": (0.2, False),
    "target cut off": (0.05, False),
    "turned apart": (35.0, False),
}
"""By the warnings' names: the limit, and whether larger numbers are the good ones."""


@attrs.frozen
class QualityWarning:
    """One thing that will be seen in the result, with the number that says so."""

    name: str
    """One of `WORDS`."""
    number: float
    """As measured, in the unit that the words give."""
    limit: float
    """Where the number begins, or ends, to be good."""

    @property
    def template(self) -> str:
        """What is wrong and what to do, with ``{number}`` and ``{limit}`` to be filled in."""
        return WORDS[self.name]

    @property
    def words(self) -> str:
        """The same with the numbers, in English."""
        return self.template.format(number=self.number, limit=self.limit)

    def as_dict(self) -> dict[str, str | float]:
        """Return name, words, number and limit, ready for JSON."""
        return {
            "name": self.name,
            "words": self.words,
            "number": round(self.number, 4),
            "limit": self.limit,
        }


@attrs.frozen(eq=False)
class FaceQuality:
    """One face of a photograph in the numbers that a swap depends on."""

    confidence: float
    """0..1, that it is a face."""
    eye_distance: float
    """In pixels."""
    direction: Array
    """(3,) unit vector out of the face; (0, 0, -1) looks into the camera."""
    covered: float
    """0..1: share of the face that something lies in front of."""
    cut_off: float
    """0..1: share of the mesh's vertices outside of the picture."""
    sharpness: float
    """About 1 for a sharp portrait, towards 0 the more blurred it is."""
    brightness: float
    """0..1: median of the face in working sRGB."""


def face_quality(photo: Photo, face: Face, covered: float) -> FaceQuality:
    """Sum up a face; `covered` is the share of it that the matte says is hidden."""
    crop = _grey_crop(photo, face)
    return FaceQuality(
        confidence=face.score,
        eye_distance=face.eye_distance,
        direction=_direction(face),
        covered=covered,
        cut_off=_cut_off(photo, face),
        sharpness=_sharpness(crop),
        brightness=float(np.median(crop)),
    )


def _grey_crop(photo: Photo, face: Face) -> NDArray[np.float32]:
    """Return (S, S) brightness, 0..1, of the middle of the face, never enlarged."""
    side = int(np.clip(face.size, 16, _SIDE))
    crop = crop_photo(photo, face_crop_matrix(face.landmarks, side, _MIDDLE), side)
    return np.asarray(cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY), np.float32)


def _direction(face: Face) -> Array:
    _, pose = in_own_frame(face.landmarks)
    return np.asarray(pose.rotation @ [0.0, 0.0, -1.0], np.float64)


def _cut_off(photo: Photo, face: Face) -> float:
    x, y = face.landmarks[:MESH_POINTS, 0], face.landmarks[:MESH_POINTS, 1]
    outside = (x < 0) | (y < 0) | (x > photo.width - 1) | (y > photo.height - 1)
    return float(outside.mean())


def _sharpness(grey: NDArray[np.float32]) -> float:
    """Return how much of the steps between neighbours a blur takes away, 0..1.

    A sharp picture loses most of them, a blurred one has none to lose. Crété-Roffet et al., "The
    Blur Effect", SPIE 2007.
    """
    lost = total = 0.0
    for axis, size in ((0, (1, _REBLUR)), (1, (_REBLUR, 1))):
        before, after = (np.abs(np.diff(x, axis=axis)) for x in (grey, cv2.blur(grey, size)))
        lost += float(np.maximum(before - after, 0).sum())
        total += float(before.sum())
    return lost / max(total, 1e-6)


def warnings_of(source: FaceQuality, target: FaceQuality) -> tuple[QualityWarning, ...]:
    """Return what will spoil a swap of these two faces, the source's part first."""
    found = []
    for name, number in _numbers(source, target):
        limit, more_is_better = _LIMITS[name]
        if number < limit if more_is_better else number > limit:
            found.append(QualityWarning(name, number, limit))
    return tuple(found)


def _numbers(source: FaceQuality, target: FaceQuality) -> Iterator[tuple[str, float]]:
    camera = np.array([0.0, 0.0, -1.0])
    yield "source doubtful", source.confidence
    yield "source small", source.eye_distance
    yield "source coarse", source.eye_distance / max(target.eye_distance, 1e-6)
    yield "source blurred", source.sharpness
    yield "source dark", source.brightness
    yield "source turned", _degrees_between(source.direction, camera)
    yield "source covered", source.covered
    yield "source cut off", source.cut_off
    yield "target doubtful", target.confidence
    yield "target small", target.eye_distance
    yield "target turned", _degrees_between(target.direction, camera)
    yield "target covered", target.covered
    yield "target cut off", target.cut_off
    yield "turned apart", _degrees_between(source.direction, target.direction)


def _degrees_between(a: Array, b: Array) -> float:
    return float(np.degrees(np.arccos(np.clip(a @ b, -1, 1))))
