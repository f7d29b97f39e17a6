"""What is left of the target's light and tone after the networks: matched in turn."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.compositing.light_match import match_light
from faceswap_gui.compositing.tone_match import match_tone


def match_colours(
    face: NDArray[np.float32],
    target: NDArray[np.float32],
    region: NDArray[np.float32],
    *,
    sigma: float,
    light: float,
    tone: float,
) -> NDArray[np.float32]:
    """Return the face (h, w, 3) with the target's coarse light and spread of colours.

    Light goes before tone, so that tone need not bend a curve for what is only a shadow, and once
    more behind it, because a curve for the whole face moves the light of its parts.

    Args:
        face: (h, w, 3) working sRGB of the swapped face.
        target: (h, w, 3) working sRGB of the target.
        region: (h, w) 0..1; what lies outside takes no part.
        sigma: of the low-pass that makes light coarse, in pixels.
        light: 0..1, how much of the light's difference is mended.
        tone: 0..1, how much of the difference in tone.
    """
    lit = _towards(face, match_light(face, target, region, sigma), light) if light else face
    if not tone:
        return lit
    toned = _towards(lit, match_tone(lit, target, region), tone)
    if not light:
        return toned
    return _towards(toned, match_light(toned, target, region, sigma), light)


def _towards(
    image: NDArray[np.float32], goal: NDArray[np.float32], share: float
) -> NDArray[np.float32]:
    return goal if share == 1 else np.asarray(image + share * (goal - image), np.float32)
