"""One render: the stages in order, and everything that they made."""

from __future__ import annotations

from functools import partial

import attrs
import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from faceswap_gui.compositing import Patch
from faceswap_gui.faces.edits import Mask
from faceswap_gui.pipeline.appearance import Appearance, Encoded
from faceswap_gui.pipeline.cache import StageCache, Watch
from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.pipeline.smaller_copy import SmallerCopy
from faceswap_gui.pipeline.stages import Stages
from faceswap_gui.pipeline.subject import Subject
from faceswap_gui.reenactment import FirstFace, NativeFace


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
    scale: int = 1
    """How many of the photograph's pixels, across, one of the first face image stands for."""


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

    Raises:
        Cancelled: `watch` said so between two stages.
    """
    watch.step("prepare", 0.0)
    own, other = _copy("source", source, cache), _copy("target", target, cache)
    stages = Stages(own.subject, other.subject, settings, appearance, cache)
    ground = stages.prepared()
    watch.step("reenact", 0.2)
    first = stages.reenacted(ground)
    watch.step("encode", 0.4)
    encoded = stages.encoded(first)
    watch.step("map", 0.6)
    mapped = stages.mapped(encoded, watch)
    watch.step("decode", 0.7)
    face = stages.decoded(first, encoded, mapped)
    by_networks = _mean_change(first, face - first.image)
    watch.step("composite", 0.8)
    coloured = stages.coloured(first, encoded, face)
    by_matching = _mean_change(first, coloured - face)
    del ground, face  # of a large face each takes a hundred megabytes
    if other.factor == 1:
        patch = stages.composited(first, encoded, coloured, mask)
    else:
        native = partial(
            NativeFace,
            first,
            source.photo,
            source.face,
            own.factor,
            target.photo,
            target.face,
            other.factor,
        )
        patch = stages.composited_in_strips(
            first, encoded, coloured, mask, native, target.photo, watch
        )
    watch.step("done", 1.0)
    return Render(settings, first, encoded, mapped, patch, by_networks, by_matching, other.factor)


def _copy(role: str, subject: Subject, cache: StageCache) -> SmallerCopy:
    return cache.get(f"copy {role}", subject.key, lambda: SmallerCopy.of(subject))


def _mean_change(first: FirstFace, change: NDArray[np.float32]) -> float:
    weight = first.region.sum()
    return float((np.abs(change).mean(axis=2) * first.region).sum() / max(weight, 1.0))
