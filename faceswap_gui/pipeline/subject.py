"""One side of a swap: a photograph, the faces in it and the one that is used."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.errors import InputError, NoFaceError, UsageError
from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.correction import corrected
from faceswap_gui.faces.edits import Box, Move, Moves, checked_moves
from faceswap_gui.faces.face import Face
from faceswap_gui.imaging import Photo, photo_from_array, read_photo

Picture = str | Path | NDArray[Any] | Photo
"""What a picture may be given as."""


@attrs.frozen(eq=False)
class Subject:
    """A photograph with at least one face, and what was put right in it by hand."""

    photo: Photo
    found: tuple[Face, ...]
    """The faces that were found by themselves, the largest first."""
    index: int = 0
    pointed_out: Mapping[Box, Face] = attrs.field(factory=dict)
    """The faces that a person drew a box around, in that order."""
    moves: Mapping[int, Moves] = attrs.field(factory=dict)
    """Landmarks that were moved, by the face's index."""

    @property
    def faces(self) -> tuple[Face, ...]:
        """All faces as they were found, those pointed out by hand last."""
        return (*self.found, *self.pointed_out.values())

    @property
    def face(self) -> Face:
        """The chosen face with its landmarks corrected."""
        return corrected(self.faces[self.index], self.moves.get(self.index, ()))

    @property
    def key(self) -> Hashable:
        """What the chosen face depends on: equal keys, equal `photo` and `face`."""
        return self.photo, self.faces[self.index], self.moves.get(self.index, ())

    @property
    def name(self) -> str:
        """The file's path, or what the picture is called without one."""
        return str(self.photo.path) if self.photo.path else "the picture"

    def sha256(self) -> str:
        """Return the hash of the file, or of the pixels where there is no file."""
        if self.photo.path and self.photo.path.is_file():
            return hashlib.sha256(self.photo.path.read_bytes()).hexdigest()
        return hashlib.sha256(np.ascontiguousarray(self.photo.pixels).tobytes()).hexdigest()

    def choose(self, index: int) -> Subject:
        """Return the same photograph with another of its faces chosen.

        Raises:
            UsageError: it has no such face.
        """
        if not 0 <= index < len(self.faces):
            many = f"faces 0 to {len(self.faces) - 1}" if len(self.faces) > 1 else "one face, 0"
            raise UsageError(
                "{name} has {many}; there is no face {index}",
                name=self.name,
                many=many,
                index=index,
            )
        return attrs.evolve(self, index=index)

    def correct(self, moves: Iterable[Move]) -> Subject:
        """Return the same with the chosen face's landmarks moved from where they were found.

        Raises:
            UsageError: a landmark does not exist or is moved twice.
        """
        return attrs.evolve(self, moves={**self.moves, self.index: checked_moves(moves)})

    def point_out(self, boxes: Iterable[Box], analyser: FaceAnalyser) -> Subject:
        """Return the same with exactly these boxes' faces after the found ones.

        Raises:
            InputError: there is no face in one of the boxes.
        """
        faces = {box: self.pointed_out.get(box) or self._look(box, analyser) for box in boxes}
        count = len(self.found) + len(faces)
        return attrs.evolve(self, pointed_out=faces, index=min(self.index, max(count - 1, 0)))

    def _look(self, box: Box, analyser: FaceAnalyser) -> Face:
        face = analyser.find_in(self.photo, box)
        if face is None:
            raise InputError(
                "{name}: no face was found in the box; draw it from the forehead to the chin "
                "of one face, and not around half of it",
                name=self.name,
            )
        return face


def analyse(
    picture: Picture, analyser: FaceAnalyser, index: int, boxes: Iterable[Box] = ()
) -> Subject:
    """Read a picture and find its faces, and those in the boxes that a person drew.

    Raises:
        InputError: it cannot be read, or a box holds no face.
        NoFaceError: there is no face at all.
        UsageError: it has no face of that index.
    """
    photo = as_photo(picture)
    subject = Subject(photo, tuple(analyser.find(photo))).point_out(boxes, analyser)
    if not subject.faces:
        raise NoFaceError(
            "{name}: no face was found; try a picture in which the face is larger, sharper "
            "or turned more to the camera",
            name=subject.name,
        )
    return subject.choose(index)


def as_photo(picture: Picture) -> Photo:
    """Return a picture, read if it is a path (`InputError` when that fails)."""
    if isinstance(picture, Photo):
        return picture
    if isinstance(picture, np.ndarray):
        return photo_from_array(picture)
    return read_photo(Path(picture))
