"""Run methods over pairs and measure every swap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import attrs
import numpy as np

from faceswap_gui.errors import InputError
from faceswap_gui.evaluation import figures
from faceswap_gui.evaluation.arrays import FloatArray
from faceswap_gui.evaluation.figures import Figures
from faceswap_gui.evaluation.methods import Method, Swap
from faceswap_gui.evaluation.pairs import Family, Pair
from faceswap_gui.evaluation.sitters import Sitter, Sitters


@attrs.frozen(eq=False)
class Outcome:
    """One method's swap of one pair, measured.

    `swap` is None, and `trouble` says why, where the method made nothing.
    """

    method: str
    pair: Pair
    figures: Figures
    source: Sitter
    target: Sitter
    swap: Swap | None
    trouble: str = ""


@attrs.frozen
class LeftOut:
    """A pair that could not be measured because one of its pictures is no use."""

    pair: Pair
    why: str


class Evaluation:
    """The sitters, the people to be told apart, and the loop over pairs and methods."""

    def __init__(self, sitters: Sitters, people: Sequence[Path]) -> None:
        self._sitters = sitters
        self._people = people

    def outcomes(
        self, pairs: Sequence[Pair], methods: Sequence[Method], each: Callable[[int], None]
    ) -> Iterator[Outcome | LeftOut]:
        """Measure every method on every pair, pair by pair; `each` is told how many are done."""
        for done, pair in enumerate(pairs):
            each(done)
            try:
                source, target = self._sitters.of(pair.source), self._target(pair)
            except InputError as error:
                yield LeftOut(pair, str(error))
                continue
            for method in methods:
                yield self._outcome(method, pair, source, target)
        each(len(pairs))

    def _target(self, pair: Pair) -> Sitter:
        if pair.light is None:
            return self._sitters.of(pair.target)
        return self._sitters.relit(pair.target, pair.light)

    def _outcome(self, method: Method, pair: Pair, source: Sitter, target: Sitter) -> Outcome:
        try:
            swap = method.swap(source, target)
        except InputError as error:
            lost: Figures = {"found": 0.0, "source_first": 0.0}
            return Outcome(method.name, pair, lost, source, target, None, str(error))
        measured = self._measured(swap, pair, source, target)
        return Outcome(method.name, pair, measured, source, target, swap)

    def _measured(self, swap: Swap, pair: Pair, source: Sitter, target: Sitter) -> Figures:
        pixels = target.photo.pixels
        found = figures.picture_figures(swap.picture, pixels, target.landmarks)
        found |= figures.background_figure(swap.picture, pixels, swap.region())
        found |= figures.level_figures(swap.levels)
        if pair.family is Family.RELIT:
            return found | figures.truth_figure(swap.picture, pixels, target.landmarks)
        result = self._sitters.face_near(swap.picture, target.landmarks)
        if result is None:  # a face that cannot be seen as one is not the source's either
            return found | {"found": 0.0, "source_first": 0.0}
        neutral = self._sitters.of(pair.neutral) if pair.neutral else None
        found |= {"found": 1.0}
        found |= figures.geometry_figures(result, source, target, neutral)
        return found | figures.identity_figures(
            result.descriptor, source.descriptor, target.descriptor, self._others(pair, target)
        )

    def _others(self, pair: Pair, target: Sitter) -> FloatArray:
        """Return the descriptors (K, 128) of everybody but the source, the target included."""
        known = [self._sitters.descriptor(path) for path in self._people if path != pair.source]
        return np.stack([*known, target.descriptor])
