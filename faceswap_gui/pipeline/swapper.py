"""The whole method on one pair: the surface for Python, the window and the command line."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceswap_gui import __version__
from faceswap_gui.assets import weight
from faceswap_gui.compositing import Patch, at_resolution
from faceswap_gui.errors import UsageError
from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.landmarker import Landmarker
from faceswap_gui.imaging import Photo, Provenance
from faceswap_gui.pipeline.appearance import Appearance, LevelDistance
from faceswap_gui.pipeline.cache import StageCache, Watch
from faceswap_gui.pipeline.canvas import CopyOfTarget, TargetItself
from faceswap_gui.pipeline.device import pick_device
from faceswap_gui.pipeline.render import Render, render_face
from faceswap_gui.pipeline.report import SwappedFace, face_report
from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.pipeline.source_and_target import SourceAndTarget
from faceswap_gui.pipeline.subject import Subject
from faceswap_gui.reenactment import FirstFace, QualityWarning

WEIGHTS = "appearance.safetensors"


class Swapper(SourceAndTarget):
    """Swaps faces; keeps every stage's result, so that a changed control costs only what it must.

    Not for several threads at once.

        >>> swapper = Swapper()
        >>> swapper.set_source("portrait.jpg")
        >>> swapper.set_target("photograph.jpg")
        >>> image = swapper.render()
    """

    def __init__(
        self,
        device: str = "auto",
        weights: Path | None = None,
        landmarker: Landmarker | None = None,
        *,
        sparing: bool = False,
    ) -> None:
        """Load the models.

        Args:
            device: ``auto``, ``cpu``, ``cuda`` or ``mps``.
            weights: an appearance-transfer weights file; the shipped one if None.
            landmarker: what finds the landmarks; the shipped attention mesh if None.
            sparing: take as little memory as can be, for pictures that are rendered once: nothing
                of the stages is kept, and a result is painted into the target's own pixels, which
                are the target's again from the next call on that renders or sets a picture.

        Raises:
            WeightsError: a model is missing, damaged or of another architecture.
            UsageError: the device does not exist here.
        """
        self.device = pick_device(device)
        self.weights = Path(weights) if weights else weight(WEIGHTS)
        self._appearance = Appearance(self.weights, self.device)
        super().__init__(FaceAnalyser(landmarker), StageCache(keep=not sparing))
        self._sparing = sparing
        self._lent: TargetItself | None = None
        self._last: Render | None = None
        self._swapped: list[SwappedFace] = []

    def render(
        self,
        settings: Settings | None = None,
        *,
        progress: Callable[[str, float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        each_face: Callable[[Patch], object] | None = None,
    ) -> NDArray[Any]:
        """Return the target with the source's face, (H, W, 3|4) of the target's dtype.

        Outside the face region every pixel equals the target's, bit for bit.

        Args:
            settings: the controls; defaults if None.
            progress: told the stage's name and the share of work done, 0..1.
            cancelled: asked between stages; True ends the render.
            each_face: given what was changed of the photograph, as `LayerStack.add` takes it.

        Raises:
            UsageError: source or target is not set.
            Cancelled: `cancelled` said so.
        """
        source, target = self._need_source(), self._need_target()
        self._before_looking()
        swapped, patch = self._swap(source, target, settings, Watch(progress, cancelled))
        canvas = self._canvas(target.photo, each_face)
        _paint(patch, canvas, each_face)
        self._swapped = [swapped]
        return canvas.finish()

    def render_all(
        self,
        settings: Settings | None = None,
        *,
        progress: Callable[[str, float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        each_face: Callable[[Patch], object] | None = None,
    ) -> NDArray[Any]:
        """Return the target with the source's face on every one of its faces (as `render`)."""
        source, target = self._need_source(), self._need_target()
        self._before_looking()
        faces = []
        canvas = self._canvas(target.photo, each_face)
        count = len(target.faces)
        for index in range(count):
            watch = Watch(progress, cancelled).part(index, count)
            swapped, patch = self._swap(source, target.choose(index), settings, watch)
            faces.append(swapped)
            _paint(patch, canvas, each_face)
        self._swapped = faces
        return canvas.finish()

    def last_render(self) -> Render:
        """Return everything that the stages of the last render made."""
        return self._rendered()

    def first_face(self) -> FirstFace:
        """Return the first face image of the last render.

        Of a very large face it is that of a smaller copy, as `Render.scale` says.
        """
        return self._rendered().first

    def transport_map(self, level: int) -> NDArray[np.float32]:
        """Return how far mapping moved the features of every pixel at a level.

        Over the region of the last render's first face image, (h, w) float32; 1 is one standard
        deviation of the target's features, 0 not moved. `level` counts from 1.

        Raises:
            UsageError: nothing was rendered yet, or there is no such mapped level.
        """
        last = self._rendered()
        if not 1 <= level <= len(last.mapped):
            raise UsageError(
                "levels 1 to {last} are mapped; there is no level {level}",
                last=len(last.mapped),
                level=level,
            )
        moved = self._appearance.transport(last.encoded, last.mapped, level)
        laid = at_resolution(last.first, moved, last.encoded.crops.matrix)
        return np.asarray(laid.reshape(last.first.region.shape) * last.first.region, np.float32)

    def distances(self) -> list[LevelDistance]:
        """Return the distance of each mapped level to the target, before and after mapping."""
        return self._faces()[0].distances(self._appearance)

    def warnings(self) -> list[QualityWarning]:
        """Return what will be seen to spoil the last render, each thing once."""
        return list(dict.fromkeys(w for swapped in self._faces() for w in swapped.warnings))

    def report(self) -> dict[str, Any]:
        """Return what the last render did, ready for JSON.

        ``swaps`` tells of every face that was swapped; what stands at the top is the first's.
        """
        swapped, source, target = self._faces(), self._need_source(), self._need_target()
        swaps = [face.report(self._appearance) for face in swapped]
        faces = [{"face": face_report(face.target)} for face in swapped]
        return {
            "settings": swapped[0].settings.values(),
            "device": str(self.device),
            "faces": {"source": face_report(source), "target": face_report(target)},
            "mask": self._mask is not None,
            **swaps[0],
            "swaps": [face | swap for face, swap in zip(faces, swaps, strict=True)],
            "sha256": {
                "source": source.sha256(),
                "target": target.sha256(),
                "weights": self._weights_sha256,
            },
        }

    def provenance(self) -> Provenance:
        """Return what a picture made with these networks is to say of itself when it is written."""
        return Provenance(version=__version__, weights={self.weights.name: self._weights_sha256})

    @cached_property
    def _weights_sha256(self) -> str:
        return hashlib.sha256(self.weights.read_bytes()).hexdigest()

    def _before_looking(self) -> None:
        if self._lent is not None:
            self._lent.take_back()
            self._lent = None
        if self._sparing:
            self._swapped = []  # they hold the photograph

    def _swap(
        self, source: Subject, target: Subject, settings: Settings | None, watch: Watch
    ) -> tuple[SwappedFace, Patch]:
        render = render_face(
            source, target, settings or Settings(), self._appearance, self._cache, watch, self._mask
        )
        self._last = None if self._sparing else render
        return SwappedFace.of(target, render, self._cache.milliseconds), render.patch

    def _canvas(
        self, target: Photo, each_face: Callable[[Patch], object] | None
    ) -> CopyOfTarget | TargetItself:
        """Return what to paint on; who asks for each face wants the original beside the result."""
        if not self._sparing or each_face is not None or not target.pixels.flags.writeable:
            return CopyOfTarget(target)
        self._lent = TargetItself(target)
        return self._lent

    def _faces(self) -> list[SwappedFace]:
        if not self._swapped:
            raise UsageError("nothing was rendered yet; call render first")
        return self._swapped

    def _rendered(self) -> Render:
        self._faces()
        if self._last is None:
            raise UsageError("a sparing swapper keeps no stage of a render; make one that does")
        return self._last


def _paint(
    patch: Patch, canvas: CopyOfTarget | TargetItself, each_face: Callable[[Patch], object] | None
) -> None:
    canvas.add(patch.change)
    if each_face is not None:
        each_face(patch)
