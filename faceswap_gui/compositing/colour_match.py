"""What is left of the target's light and tone after the networks: matched in turn."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.compositing.light_match import CoarseLight
from faceswap_gui.compositing.tone_match import match_tone

_ROUNDS = 2
"""How often light and tone are matched in turn. Either undoes a part of the other: a curve for the
whole face moves the light of its parts, and the parts' light bends the spread of colours. Taking
turns is the method of alternating projections (von Neumann, 1933): each round leaves less to undo.
After one round the spread of colours was half as far off again as after two; further rounds copy
more of the target than they mend."""

_TEXTURE = 0.015
"""σ, in eye distances, of what counts as pores and hair: tone leaves their contrast alone."""


def match_colours(
    face: NDArray[np.float32],
    target: NDArray[np.float32],
    region: NDArray[np.float32],
    *,
    eye_distance: float,
    radius: float,
    light: float,
    tone: float,
    lips: NDArray[np.float32] | None = None,
) -> NDArray[np.float32]:
    """Return the face (h, w, 3) with the target's coarse light and spread of colours.

    Light goes before tone, so that tone need not bend a curve for what is only a shadow, and has
    the last word, because it is what the eye compares along the mask's edge.

    Args:
        face: (h, w, 3) working sRGB of the swapped face.
        target: (h, w, 3) working sRGB of the target.
        region: (h, w) 0..1; what lies outside takes no part.
        eye_distance: pixels between the centres of the target's eyes.
        radius: of the low-pass that makes light coarse, in eye distances.
        light: 0..1, how much of the light's difference is mended.
        tone: 0..1, how much of the difference in tone.
        lips: (h, w) 0..1, where tone spreads no colours.
    """
    texture = _TEXTURE * eye_distance
    coarse = CoarseLight(target, region, radius * eye_distance) if light else None
    matched = _lit(face, coarse, light)
    if not tone:
        return matched
    # Without light match nothing undoes the tone, and once is enough.
    for _ in range(_ROUNDS if light else 1):
        toned = _towards(matched, match_tone(matched, target, region, texture, lips), tone)
        matched = _lit(toned, coarse, light)
    return matched


def _lit(
    face: NDArray[np.float32], coarse: CoarseLight | None, light: float
) -> NDArray[np.float32]:
    return _towards(face, coarse.on(face), light) if coarse else face


def _towards(
    image: NDArray[np.float32], goal: NDArray[np.float32], share: float
) -> NDArray[np.float32]:
    return goal if share == 1 else np.asarray(image + share * (goal - image), np.float32)
