"""The ways to make a swap that the report compares: the product itself, and step 1 with others.

A method is asked for one pair after the other; what it makes goes through the same measures.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import attrs
import numpy as np

from faceswap_gui.compositing import composite, only_shown, soft_mask
from faceswap_gui.evaluation.alternatives import ALTERNATIVES, Alternative
from faceswap_gui.evaluation.arrays import BoolImage, FloatArray, Picture
from faceswap_gui.evaluation.sitters import Sitter
from faceswap_gui.imaging import Photo
from faceswap_gui.pipeline.settings import Settings, Stage
from faceswap_gui.pipeline.stages import reenacted, values_until
from faceswap_gui.pipeline.swapper import Swapper
from faceswap_gui.reenactment import FirstFace

_STEPS = (0.0, 0.5, 1.0)


@attrs.frozen(eq=False)
class Swap:
    """What a method made of one pair."""

    picture: Picture
    """The whole target photograph with the source's face, of the target's shape and dtype."""
    first: FirstFace
    levels: Sequence[Mapping[str, float]] = ()
    """Per mapped level the distances that the pipeline reports; empty without networks."""

    def region(self) -> BoolImage:
        """Return (H, W): where the face may change the photograph."""
        y0, y1, x0, x1 = self.first.roi
        region = np.zeros(self.picture.shape[:2], bool)
        region[y0:y1, x0:x1] = self.first.inside > 0
        return region

    def first_picture(self, target: Picture) -> FloatArray:
        """Return the first face image's region in a black picture of the target's size, 0..1."""
        y0, y1, x0, x1 = self.first.roi
        picture = np.zeros((*target.shape[:2], 3), np.float32)
        picture[y0:y1, x0:x1] = self.first.image
        return picture


class Method(Protocol):
    """One way to swap; raises `InputError` where it can make nothing of a pair."""

    @property
    def name(self) -> str:
        """What the report calls it."""
        ...

    def swap(self, source: Sitter, target: Sitter) -> Swap:
        """Return the target with the source's face."""
        ...


class Pipeline:
    """A Swapper that several methods share; a picture that stays is not analysed again."""

    def __init__(self, swapper: Swapper) -> None:
        self.swapper = swapper
        self._source: Photo | None = None
        self._target: Photo | None = None

    def load(self, source: Photo, target: Photo) -> Swapper:
        """Return the swapper with this pair set.

        Raises:
            InputError: no face is found in one of them.
        """
        if self._source is not source:
            self.swapper.set_source(source)
            self._source = source
        if self._target is not target:
            self.swapper.set_target(target)
            self._target = target
        return self.swapper


@attrs.frozen(eq=False)
class Product:
    """The pipeline as it is, with its networks, under given settings."""

    name: str
    pipeline: Pipeline
    settings: Settings

    def swap(self, source: Sitter, target: Sitter) -> Swap:
        """Return the target with the source's face.

        Raises:
            InputError: the pipeline finds no face in one of them.
        """
        swapper = self.pipeline.load(source.photo, target.photo)
        picture = swapper.render(self.settings)
        levels = [distance.as_dict() for distance in swapper.distances()]
        return Swap(picture, swapper.first_face(), levels)


class StepOne:
    """Step 1 of the method, made once for all alternatives that work on it."""

    def __init__(self) -> None:
        self._made: tuple[Sitter, Sitter, tuple[float, ...], FirstFace] | None = None

    def first_face(self, source: Sitter, target: Sitter, settings: Settings) -> FirstFace:
        """Return the first face image of a pair; the last one is remembered."""
        made, values = self._made, values_until(settings, Stage.REENACT)
        if made and made[0] is source and made[1] is target and made[2] == values:
            return made[3]
        pair = source.photo, source.face, target.photo, target.face
        first = reenacted(pair, settings)
        self._made = (source, target, values, first)
        return first


@attrs.frozen(eq=False)
class Substitute:
    """Step 1 and the product's mask, with an alternative in the networks' place."""

    name: str
    alternative: Alternative
    settings: Settings
    step_one: StepOne

    def swap(self, source: Sitter, target: Sitter) -> Swap:
        """Return the target with the source's face."""
        first = self.step_one.first_face(source, target, self.settings)
        face = first.region > 0.5
        coloured = self.alternative(first.image, first.target, face, first.eye_distance)
        mask = soft_mask(first, feather=self.settings.feather, erosion=self.settings.erosion)
        mask = self.settings.blend * only_shown(mask, first)
        patch = composite(target.photo, first, coloured, mask)
        picture = target.photo.pixels.copy()
        patch.paste(picture)
        return Swap(picture, first)


def product_methods(weights: Path | None, device: str, settings: Settings) -> list[Method]:
    """Return the product, the product without single parts of it, and refined for the pair.

    Raises:
        WeightsError: the weights are missing, damaged or of another architecture.
    """
    pipeline = Pipeline(Swapper(device, weights))
    uncoloured = attrs.evolve(settings, light_match=0.0, tone_match=0.0)
    still = attrs.evolve(settings, levels=(0.0,) * len(settings.levels))
    without = {
        "without light edges": attrs.evolve(settings, light_edges=0.0),
        "without light match": attrs.evolve(settings, light_match=0.0),
        "without tone match": attrs.evolve(settings, tone_match=0.0),
        "without light and tone match": uncoloured,
        "without grain": attrs.evolve(settings, grain=0.0),
        "without mapping": still,
        "without all of these": attrs.evolve(
            uncoloured, levels=still.levels, light_edges=0.0, grain=0.0
        ),
        "refined for 100 steps": attrs.evolve(settings, refine=100.0),
    }
    own = Product("this program", pipeline, settings)
    return [own, *(Product(name, pipeline, changed) for name, changed in without.items())]


def alternative_methods(settings: Settings) -> list[Method]:
    """Return every alternative on the product's own first face image, under its own mask."""
    step_one = StepOne()
    return [
        Substitute(name, alternative, settings, step_one)
        for name, alternative in ALTERNATIVES.items()
    ]


def geometry_methods(settings: Settings, named: Collection[str] = ()) -> list[Method]:
    """Return step 1 with Reinhard's colours in the networks' place: geometry alone is judged.

    *Face shape* and *expression* go through 0, ½ and 1, but for those that are `named`: these
    stay as the settings have them.
    """
    step_one = StepOne()
    shapes = (settings.face_shape,) if "face_shape" in named else _STEPS
    expressions = (settings.expression,) if "expression" in named else _STEPS
    return [
        Substitute(
            f"face shape {shape:g}, expression {expression:g}",
            ALTERNATIVES["Reinhard (rct)"],
            attrs.evolve(settings, face_shape=shape, expression=expression),
            step_one,
        )
        for shape in shapes
        for expression in expressions
    ]
