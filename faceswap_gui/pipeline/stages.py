"""The stages of one render, each a pure function behind the cache.

prepare → reenact → encode → map → decode → composite, and within the last match colours → match
texture. A stage's key holds all that it depends on, so what has not changed is not made again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

import attrs
import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from faceswap_gui.compositing import (
    CopysFace,
    Patch,
    at_resolution,
    carry,
    composite,
    composite_in_strips,
    lips,
    match_colours,
    match_texture,
    only_shown,
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
from faceswap_gui.reenactment import (
    FirstFace,
    Groundwork,
    NativeFace,
    lay_groundwork,
    reenact,
)

Pair = tuple[Photo, Face, Photo, Face]
"""The source's photograph and face, the target's photograph and face."""
Colours = NDArray[np.float32]
"""(h, w, 3) working sRGB 0..1 over the first face's region."""


def values_until(settings: Settings, stage: Stage) -> tuple[float, ...]:
    """Return the values of all controls that enter at `stage` or before."""
    return tuple(settings.value(c.name) for c in CONTROLS if c.stage.value <= stage.value)


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


@attrs.frozen(eq=False)
class Stages:
    """The stages of one pair under one settings; each method runs its stage, or recalls it."""

    source: Subject
    target: Subject
    settings: Settings
    appearance: Appearance
    cache: StageCache

    def prepared(self) -> Groundwork:
        """Look at both faces once, for whatever the controls will say."""
        faces = self.source.key, self.target.key
        return self.cache.get("prepare", faces, lambda: lay_groundwork(*self._pair))

    def reenacted(self, ground: Groundwork) -> FirstFace:
        """Step 1: the first face image."""
        return self.cache.get(
            "reenact",
            self._key(Stage.REENACT),
            lambda: reenacted(self._pair, self.settings, ground),
        )

    def encoded(self, first: FirstFace) -> Encoded:
        """Step 2: features of X_r and X_t."""
        size, device = self.appearance.size, self.appearance.device
        return self.cache.get(
            "encode",
            self._key(Stage.ENCODE),
            lambda: self.appearance.encode(make_crops(first, self.target.photo, size, device)),
        )

    def mapped(self, encoded: Encoded, watch: Watch) -> tuple[Tensor, ...]:
        """Step 3: F_Y of the mapped levels; `watch` is told of every step of a refinement."""
        return self.cache.get("map", self._key(Stage.MAP), lambda: self._map(encoded, watch))

    def decoded(self, first: FirstFace, encoded: Encoded, mapped: tuple[Tensor, ...]) -> Colours:
        """Step 4: the first face image with the decoded change, at the photo's resolution."""

        def decode() -> Colours:
            settings = self.settings
            change = self.appearance.decode(encoded, mapped, settings.levels, settings.light_edges)
            return carry(first, change, encoded.crops.matrix)

        return self.cache.get("decode", self._key(Stage.DECODE), decode)

    def coloured(self, first: FirstFace, encoded: Encoded, face: Colours) -> Colours:
        """Step 5 begins: the face with its colours matched to the target's."""
        settings, seen = self.settings, first.region * first.visible

        def match() -> Colours:
            return match_colours(
                face,
                first.target,
                seen * (1 - encoded.crops.beard),
                eye_distance=first.eye_distance,
                radius=settings.light_radius,
                light=settings.light_match,
                tone=settings.tone_match,
                lips=lips(first),
            )

        return self.cache.get("match colours", self._colours_key, match)

    def composited(
        self, first: FirstFace, encoded: Encoded, coloured: Colours, painted: Mask | None
    ) -> Patch:
        """Step 5: the changed part of the photograph."""

        def lay_over() -> Patch:
            textured = self._textured(first, encoded, coloured)
            return composite(self.target.photo, first, textured, self._mask(first, painted))

        return self.cache.get("composite", (self._key(Stage.COMPOSITE), painted), lay_over)

    def composited_in_strips(
        self,
        first: FirstFace,
        encoded: Encoded,
        coloured: Colours,
        painted: Mask | None,
        native: Callable[[], NativeFace],
        target: Photo,
        watch: Watch,
    ) -> Patch:
        """Step 5 on the photograph of which this pair's target is a smaller copy."""

        def lay_over() -> Patch:
            skin, mask = _visible_skin(first, encoded), self._mask(first, painted)
            copy = CopysFace(first.image, coloured, mask, skin)
            return composite_in_strips(
                target,
                native,
                copy,
                self.settings.grain,
                lambda share: watch.step("composite", 0.8 + 0.2 * share),
            )

        return self.cache.get("composite", (self._key(Stage.COMPOSITE), painted), lay_over)

    def _textured(self, first: FirstFace, encoded: Encoded, coloured: Colours) -> Colours:
        grain = self.settings.grain

        def match() -> Colours:
            return match_texture(coloured, first.target, _visible_skin(first, encoded), grain)

        return self.cache.get("match texture", (self._colours_key, grain), match)

    def _mask(self, first: FirstFace, painted: Mask | None) -> NDArray[np.float32]:
        settings = self.settings
        mask = soft_mask(first, feather=settings.feather, erosion=settings.erosion)
        if painted is not None:
            mask = with_painted(mask, painted, first, self.target.photo)
        return settings.blend * only_shown(mask, first)

    def _map(self, encoded: Encoded, watch: Watch) -> tuple[Tensor, ...]:
        steps = round(self.settings.refine)
        if not steps:
            return self.appearance.map(encoded)
        return self.appearance.refined(
            encoded, steps, lambda step: watch.step("refine", 0.6 + 0.1 * step / steps)
        )

    @property
    def _pair(self) -> Pair:
        return self.source.photo, self.source.face, self.target.photo, self.target.face

    def _key(self, stage: Stage) -> Hashable:
        return (self.source.key, self.target.key), values_until(self.settings, stage)

    @property
    def _colours_key(self) -> Hashable:
        settings = self.settings
        matching = settings.light_radius, settings.light_match, settings.tone_match
        return self._key(Stage.DECODE), matching


def _visible_skin(first: FirstFace, encoded: Encoded) -> NDArray[np.float32]:
    skin = at_resolution(first, encoded.crops.skin, encoded.crops.matrix)
    return skin.reshape(first.region.shape) * first.region * first.visible
