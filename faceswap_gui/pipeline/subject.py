"""One side of a swap: a photograph, the faces in it and the one that is used."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.errors import InputError, UsageError
from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.face import Face
from faceswap_gui.imaging import Photo, photo_from_array, read_photo

Picture = str | Path | NDArray[Any] | Photo
"""What a picture may be given as."""


@attrs.frozen(eq=False)
class Subject:
    """A photograph with at least one face. Each instance is a new identity for the caches."""

    photo: Photo
    faces: tuple[Face, ...]
    index: int

    @property
    def face(self) -> Face:
        """The chosen face."""
        return self.faces[self.index]

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
            raise UsageError(f"{self.name} has {many}; there is no face {index}")
        return attrs.evolve(self, index=index)


def analyse(picture: Picture, analyser: FaceAnalyser, index: int) -> Subject:
    """Read a picture and find its faces.

    Raises:
        InputError: it cannot be read, or no face is found in it.
        UsageError: it has no face of that index.
    """
    photo = _photo(picture)
    faces = tuple(analyser.find(photo))
    subject = Subject(photo, faces, 0)
    if not faces:
        raise InputError(
            f"{subject.name}: no face was found; try a picture in which the face is larger, "
            "sharper or turned more to the camera"
        )
    return subject.choose(index)


def _photo(picture: Picture) -> Photo:
    if isinstance(picture, Photo):
        return picture
    if isinstance(picture, np.ndarray):
        return photo_from_array(picture)
    return read_photo(Path(picture))
