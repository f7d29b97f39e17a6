"""The two photographs of a swap, and what a person has put right in them by hand."""

from __future__ import annotations

from collections.abc import Iterable

from faceswap_gui.compositing import mask_from_photo
from faceswap_gui.errors import UsageError
from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.edits import Box, Mask, Move
from faceswap_gui.faces.face import Face
from faceswap_gui.imaging import Photo
from faceswap_gui.pipeline.cache import StageCache
from faceswap_gui.pipeline.subject import Picture, Subject, analyse, as_photo


class SourceAndTarget:
    """What a swap starts from: both photographs, analysed once, their chosen faces and the mask."""

    def __init__(self, analyser: FaceAnalyser, cache: StageCache) -> None:
        """Start with neither photograph; `cache` keeps how long each took to analyse."""
        self._analyser = analyser
        self._cache = cache
        self._source: Subject | None = None
        self._target: Subject | None = None
        self._mask: Mask | None = None

    def set_source(self, picture: Picture, face: int = 0, *, boxes: Iterable[Box] = ()) -> None:
        """Take the identity from this picture's face; faces count from the largest.

        Args:
            picture: a path, an RGB(A) or grey array (H, W[, C]) of uint8, uint16 or float32 in
                0..1, or a `Photo`.
            face: index of the face.
            boxes: where else faces are; they count on after those that are found without help.

        Raises:
            InputError: the picture cannot be read or holds no face; the former one stays.
            UsageError: there is no face of that index.
        """
        self._source = self._analysed("detect source", picture, face, boxes)

    def set_target(self, picture: Picture, face: int = 0, *, boxes: Iterable[Box] = ()) -> None:
        """Put the face into this picture, with no mask yet; the rest as for `set_source`."""
        self._target = self._analysed("detect target", picture, face, boxes)
        self._mask = None

    def forget_source(self) -> None:
        """Let go of the source, so that another one finds its memory free."""
        self._before_looking()
        self._source = None

    def forget_target(self) -> None:
        """Let go of the target and its mask (as `forget_source`)."""
        self._before_looking()
        self._target = self._mask = None

    def choose_source_face(self, face: int) -> None:
        """Use another face of the source, without searching it again."""
        self._source = self._need_source().choose(face)

    def choose_target_face(self, face: int) -> None:
        """Use another face of the target, without searching it again."""
        self._target = self._need_target().choose(face)

    def point_out_source_faces(self, boxes: Iterable[Box]) -> None:
        """Let exactly these boxes' faces follow the source's found ones (`InputError`: no face)."""
        self._before_looking()
        self._source = self._need_source().point_out(boxes, self._analyser)

    def point_out_target_faces(self, boxes: Iterable[Box]) -> None:
        """Let exactly these boxes' faces follow the target's found ones (`InputError`: no face)."""
        self._before_looking()
        self._target = self._need_target().point_out(boxes, self._analyser)

    def correct_source(self, moves: Iterable[Move]) -> None:
        """Move landmarks of the source's chosen face from where they were found; () moves none."""
        self._source = self._need_source().correct(moves)

    def correct_target(self, moves: Iterable[Move]) -> None:
        """Move landmarks of the target's chosen face from where they were found; () moves none."""
        self._target = self._need_target().correct(moves)

    def set_mask(self, mask: Mask | Picture | None) -> None:
        """Say where the face must show and where the target must stay; None takes it back.

        Args:
            mask: a grey picture with the target's proportions: white where the face shows, black
                where the target stays, mid grey as computed. Or a painted `Mask`.

        Raises:
            InputError: the picture cannot be read or has other proportions; the former stays.
            UsageError: the target is not set.
        """
        target = self._need_target()
        if mask is not None and not isinstance(mask, Mask):
            mask = mask_from_photo(as_photo(mask), target.photo)
        self._mask = mask

    @property
    def source(self) -> Photo:
        """The source photograph."""
        return self._need_source().photo

    @property
    def target(self) -> Photo:
        """The target photograph."""
        return self._need_target().photo

    @property
    def source_faces(self) -> list[Face]:
        """All faces of the source, the largest first."""
        return list(self._need_source().faces)

    @property
    def target_faces(self) -> list[Face]:
        """All faces of the target, the largest first."""
        return list(self._need_target().faces)

    def _before_looking(self) -> None:
        """Do what is needed before a photograph is looked at."""

    def _analysed(self, stage: str, picture: Picture, face: int, boxes: Iterable[Box]) -> Subject:
        self._before_looking()
        # A new key every time: the file behind a path may have changed.
        return self._cache.get(
            stage, object(), lambda: analyse(picture, self._analyser, face, boxes)
        )

    def _need_source(self) -> Subject:
        if self._source is None:
            raise UsageError("there is no source yet; call set_source first")
        return self._source

    def _need_target(self) -> Subject:
        if self._target is None:
            raise UsageError("there is no target yet; call set_target first")
        return self._target
