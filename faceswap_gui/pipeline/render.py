"""The stages of one render, each a pure function behind the cache: reenact → … → composite."""

from __future__ import annotations

from collections.abc import Hashable

import attrs
import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from faceswap_gui.compositing import (
    Patch,
    at_resolution,
    carry,
    composite,
    match_colours,
    match_texture,
    soft_mask,
    with_painted,
)
from faceswap_gui.faces.edits import Mask
from faceswap_gui.faces.face import Face
from faceswap_gui.imaging import Photo
from faceswap_gui.pipeline.appearance import Appearance, Encoded
from faceswap_gui.pipeline.cache import StageCache, Watch
from faceswap_gui.pipeline.crops import make_crops
from faceswap_gui.pipeline.settings import CONTROLS, Settings, Stage
from faceswap_gui.pipeline.subject import Subject
from faceswap_gui.reenactment import FirstFace, Groundwork, lay_groundwork, reenact

Pair = tuple[Photo, Face, Photo, Face]
"""The source's photograph and face, the target's photograph and face."""


@attrs.frozen(eq=False)
class Render:
    """Everything that one render made."""

    settings: Settings
    first: FirstFace
    encoded: Encoded
    mapped: tuple[Tensor, ...]
    patch: Patch
    network_change: float
    """Mean absolute change of the face by the networks, 0..1 of working sRGB."""
    light_match_change: float
    """Mean absolute change by light match and tone match after them."""


def render_face(
    source: Subject,
    target: Subject,
    settings: Settings,
    appearance: Appearance,
    cache: StageCache,
    watch: Watch,
    mask: Mask | None = None,
) -> Render:
    """Render one face; stages whose inputs did not change are taken from the cache.

    What was painted on the `mask` enters at the last stage, so painting runs nothing else again.
    """

    def key(stage: Stage) -> Hashable:
        return (source.key, target.key), stage_values(settings, stage)

    watch.step("prepare", 0.0)
    pair = source.photo, source.face, target.photo, target.face
    ground = cache.get("prepare", (source.key, target.key), lambda: lay_groundwork(*pair))
    watch.step("reenact", 0.2)
    first = cache.get(
        "reenact",
        key(Stage.REENACT),
        lambda: reenacted(pair, settings, ground),
    )
    watch.step("encode", 0.4)
    encoded = cache.get(
        "encode",
        key(Stage.ENCODE),
        lambda: appearance.encode(
            make_crops(first, target.photo, appearance.size, appearance.device)
        ),
    )
    watch.step("map", 0.6)
    mapped = cache.get(
        "map", key(Stage.MAP), lambda: _mapped(appearance, encoded, round(settings.refine), watch)
    )
    watch.step("decode", 0.7)
    face = cache.get(
        "decode",
        key(Stage.DECODE),
        lambda: carry(
            first, appearance.decode(encoded, mapped, settings.levels), encoded.crops.matrix
        ),
    )
    watch.step("composite", 0.8)
    patch, matched = cache.get(
        "composite",
        (key(Stage.COMPOSITE), mask),
        lambda: _composite(target, first, encoded, face, settings, mask, cache, key(Stage.DECODE)),
    )
    watch.step("done", 1.0)
    return Render(
        settings, first, encoded, mapped, patch, _mean_change(first, face - first.image), matched
    )


def reenacted(pair: Pair, settings: Settings, ground: Groundwork | None = None) -> FirstFace:
    """Run step 1 under the settings; `ground`, if it was laid before, makes it quicker."""
    return reenact(
        *pair,
        face_shape=settings.face_shape,
        expression=settings.expression,
        gaze=settings.gaze,
        eyes=settings.eyes,
        mouth=settings.mouth,
        groundwork=ground,
    )


def stage_values(settings: Settings, stage: Stage) -> tuple[float, ...]:
    """Return the values of all controls that enter at `stage` or before."""
    return tuple(settings.value(c.name) for c in CONTROLS if c.stage.value <= stage.value)


def _mapped(
    appearance: Appearance, encoded: Encoded, steps: int, watch: Watch
) -> tuple[Tensor, ...]:
    if not steps:
        return appearance.map(encoded)
    return appearance.refined(
        encoded, steps, lambda step: watch.step("refine", 0.6 + 0.1 * step / steps)
    )


def _composite(
    target: Subject,
    first: FirstFace,
    encoded: Encoded,
    face: NDArray[np.float32],
    settings: Settings,
    painted: Mask | None,
    cache: StageCache,
    decoded: Hashable,
) -> tuple[Patch, float]:
    """Match light, tone and texture, mask and blend; also return how much the colours changed."""
    colours = (decoded, settings.light_radius, settings.light_match, settings.tone_match)
    matched = cache.get("match colours", colours, lambda: _coloured(first, encoded, face, settings))
    textured = cache.get(
        "match texture",
        (colours, settings.grain),
        lambda: match_texture(matched, first.target, _visible_skin(first, encoded), settings.grain),
    )
    mask = soft_mask(first, feather=settings.feather, erosion=settings.erosion)
    if painted is not None:
        mask = with_painted(mask, painted, first, target.photo)
    patch = composite(target.photo, first, textured, settings.blend * mask)
    return patch, _mean_change(first, matched - face)


def _coloured(
    first: FirstFace, encoded: Encoded, face: NDArray[np.float32], settings: Settings
) -> NDArray[np.float32]:
    return match_colours(
        face,
        first.target,
        first.region * first.visible * (1 - encoded.crops.beard),
        sigma=settings.light_radius * first.eye_distance,
        light=settings.light_match,
        tone=settings.tone_match,
    )


def _visible_skin(first: FirstFace, encoded: Encoded) -> NDArray[np.float32]:
    skin = at_resolution(first, encoded.crops.skin, encoded.crops.matrix)
    return skin.reshape(first.region.shape) * first.region * first.visible


def _mean_change(first: FirstFace, change: NDArray[np.float32]) -> float:
    weight = first.region.sum()
    return float((np.abs(change).mean(axis=2) * first.region).sum() / max(weight, 1.0))
