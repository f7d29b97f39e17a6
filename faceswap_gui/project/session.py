"""Keeps one `Swapper` in step with a document, doing again only what changed.

The window and ``faceswap-gui render`` both render through a session, so a project gives the same
pixels in both. A session belongs to one thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.compositing import LayerStack
from faceswap_gui.errors import UsageError
from faceswap_gui.faces.face import Face
from faceswap_gui.imaging import Layer, Photo, Provenance
from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.pipeline.swapper import Swapper
from faceswap_gui.project.document import Document, Picture, Role
from faceswap_gui.project.photos import FileState, Photos
from faceswap_gui.reenactment import QualityWarning

Progress = Callable[[str, float], None]
Cancelled = Callable[[], bool]


@attrs.frozen(eq=False)
class Analysis:
    """A picture of the document, read and searched for faces."""

    picture: Picture
    photo: Photo
    faces: tuple[Face, ...]


@attrs.frozen(eq=False)
class Rendering:
    """A rendered document."""

    pixels: NDArray[Any]
    """The target's height, width, channels and dtype."""
    target: Photo
    provenance: Provenance
    """What the picture is to say of itself when it is exported."""
    layers: tuple[Layer, ...] = ()
    """From the lowest to the topmost, if they were asked for."""


@attrs.frozen(eq=False)
class Transport:
    """How far mapping moved the features of every pixel at one level."""

    roi: tuple[int, int, int, int]
    """y0, y1, x0, x1 of the region in the target photograph."""
    moved: NDArray[np.float32]
    """(h, w) over the region; 1 is one standard deviation of the target's features."""
    region: NDArray[np.float32]
    """(h, w) 0..1: where the face is."""


def rendered(
    swapper: Swapper,
    settings: Settings,
    *,
    every_face: bool = False,
    layered: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Rendering:
    """Render what a swapper holds; arguments and errors are those of `Session.render`."""
    stack = LayerStack(swapper.target) if layered else None
    render = swapper.render_all if every_face else swapper.render
    pixels = render(
        settings,
        progress=progress,
        cancelled=cancelled,
        each_face=stack.add if stack else None,
    )
    layers = stack.layers(pixels) if stack else ()
    return Rendering(pixels, swapper.target, swapper.provenance(), layers)


class Session:
    """Renders one document after another, cheaply when they differ little."""

    def __init__(
        self,
        swapper: Swapper | None = None,
        *,
        device: str = "auto",
        photos: Photos | None = None,
    ) -> None:
        self._swapper = swapper or Swapper(device=device)
        self.photos = photos or Photos()
        self._analysed: dict[Role, tuple[FileState, Picture]] = {}
        self._rendered: Document | None = None

    @property
    def device(self) -> str:
        """The device that the networks run on: ``cpu``, ``cuda`` or ``mps``."""
        return str(self._swapper.device)

    @property
    def rendered(self) -> Document | None:
        """The document that was rendered last, which `report` tells of."""
        return self._rendered

    def analyse(self, role: Role, picture: Picture) -> Analysis:
        """Read the picture, find its faces and make it the session's source or target.

        Raises:
            InputError: it cannot be read, or shows no face, in general or in one of its boxes. The
                earlier picture then stays.
        """
        state = FileState.of(picture.path)
        photo = self.photos.get(state)
        known, before = self._analysed.get(role, (None, picture))
        if known != state:
            self._put(role, photo, picture)
        elif before != picture:
            self._follow(role, before, picture)
        self._analysed[role] = (state, picture)
        return Analysis(picture, photo, tuple(self._faces(role)))

    def let_go_of_others(self, document: Document) -> None:
        """Forget what the document does not show, so that its own pictures find the memory free.

        Raises:
            InputError: one of its pictures is not there.
        """
        for role, (state, _) in [*self._analysed.items()]:
            picture = document.picture(role)
            if picture is None or FileState.of(picture.path) != state:
                source = role is Role.SOURCE
                (self._swapper.forget_source if source else self._swapper.forget_target)()
                del self._analysed[role]

    def render(
        self,
        document: Document,
        *,
        every_face: bool = False,
        layered: bool = False,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Rendering:
        """Render the document at the target's own resolution.

        Args:
            document: what is to be rendered.
            every_face: put the source's face on all of the target's, not on the chosen one alone.
            layered: collect the layers too, as `LayerStack` makes them.
            progress: told the stage's name and the share of work done, 0..1.
            cancelled: asked between stages; True ends the render.

        Raises:
            UsageError: the document lacks a source or a target.
            InputError: one of them cannot be read or shows no face.
            Cancelled: `cancelled` said so.
        """
        for role in Role:
            picture = document.picture(role)
            if picture is None:
                raise UsageError(
                    "the project has no {role} picture; open one and save it again", role=role
                )
            self.analyse(role, picture)
        self._rendered = None
        rendering = rendered(
            self._swapper,
            document.settings,
            every_face=every_face,
            layered=layered,
            progress=progress,
            cancelled=cancelled,
        )
        self._rendered = document
        return rendering

    def report(self, document: Document) -> dict[str, Any]:
        """Return settings, faces, distances per level, stage times, device and hashes.

        Measuring takes longer than moving *blend* does, so it is done only when asked for.

        Raises:
            UsageError: the document is not the one rendered last.
        """
        self._need_rendered(document)
        return self._swapper.report()

    def warnings(self, document: Document) -> list[QualityWarning]:
        """Return what will be seen to spoil the rendering (errors as for `report`)."""
        self._need_rendered(document)
        return self._swapper.warnings()

    def transport(self, document: Document, level: int) -> Transport:
        """Return how far a level's mapping moved the rendering's features (as for `report`)."""
        self._need_rendered(document)
        render = self._swapper.last_render()
        first, scale = render.first, render.scale
        y0, y1, x0, x1 = (edge * scale for edge in first.roi)
        return Transport((y0, y1, x0, x1), self._swapper.transport_map(level), first.region)

    def _need_rendered(self, document: Document) -> None:
        if document != self._rendered:
            raise UsageError("the report tells of the last render; render the document first")

    def _put(self, role: Role, photo: Photo, picture: Picture) -> None:
        swapper = self._swapper
        put = swapper.set_source if role is Role.SOURCE else swapper.set_target
        put(photo, picture.face, boxes=picture.boxes)
        self._correct(role, picture)

    def _follow(self, role: Role, before: Picture, picture: Picture) -> None:
        """Make the same photograph's boxes, face and edits those of `picture`."""
        swapper, source = self._swapper, role is Role.SOURCE
        if before.boxes != picture.boxes:
            point_out = swapper.point_out_source_faces if source else swapper.point_out_target_faces
            point_out(picture.boxes)
        choose = swapper.choose_source_face if source else swapper.choose_target_face
        choose(picture.face)
        self._correct(role, picture)

    def _correct(self, role: Role, picture: Picture) -> None:
        swapper, edits = self._swapper, picture.of_face
        if role is Role.SOURCE:
            swapper.correct_source(edits.moves)
        else:
            swapper.correct_target(edits.moves)
            swapper.set_mask(edits.mask)

    def _faces(self, role: Role) -> list[Face]:
        source = role is Role.SOURCE
        return self._swapper.source_faces if source else self._swapper.target_faces
