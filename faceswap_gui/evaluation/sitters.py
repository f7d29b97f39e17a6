"""People on pictures, with what measuring needs to know of them, found once each."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import attrs
import numpy as np

from faceswap_gui.errors import InputError
from faceswap_gui.evaluation.arrays import FloatArray, Picture, as_bytes, as_unit
from faceswap_gui.evaluation.recogniser import Recogniser
from faceswap_gui.evaluation.relighting import light_field, relight
from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.face import Face
from faceswap_gui.imaging import Photo, photo_from_array, read_photo

_PHOTOS_KEPT = 8  # whole photographs in memory; the descriptors of all are kept


@attrs.frozen(eq=False)
class Sitter:
    """A photograph, its largest face and the recogniser's descriptor (128,) of it."""

    photo: Photo
    face: Face
    descriptor: FloatArray

    @property
    def landmarks(self) -> FloatArray:
        """The face's landmarks (478, 3) in the photograph's pixels."""
        return self.face.landmarks


class Sitters:
    """Reads and analyses pictures; every one once, however often it is asked for."""

    def __init__(self, analyser: FaceAnalyser, recogniser: Recogniser) -> None:
        self._analyser = analyser
        self._recogniser = recogniser
        self._descriptors: dict[Path, FloatArray] = {}
        self._cached = lru_cache(_PHOTOS_KEPT)(self._read)

    def of(self, path: Path) -> Sitter:
        """Return the sitter of a picture file.

        Raises:
            InputError: the file cannot be read or no face is found in it.
        """
        return self._cached(path)

    def relit(self, path: Path, seed: int) -> Sitter:
        """Return the sitter of a picture file under the light of this seed.

        The face is the one found in the unlit picture: its place is known, and a shadow does not
        move it. Raises as `of`.
        """
        plain = self.of(path)
        pixels = as_unit(plain.photo.pixels[..., :3])
        lit = as_bytes(relight(pixels, plain.landmarks, light_field(seed)))
        return Sitter(photo_from_array(lit), plain.face, plain.descriptor)

    def descriptor(self, path: Path) -> FloatArray:
        """Return the descriptor (128,) of a picture file's face; raises as `of`."""
        if path not in self._descriptors:
            self.of(path)
        return self._descriptors[path]

    def face_near(self, picture: Picture, landmarks: FloatArray) -> Sitter | None:
        """Return the sitter of the face of a picture that is nearest to these landmarks.

        None when none is found whose centre lies within one eye distance.
        """
        photo = photo_from_array(picture)
        centre = landmarks[:, :2].mean(axis=0)
        faces = self._analyser.find(photo)
        away = [float(np.linalg.norm(f.landmarks[:, :2].mean(axis=0) - centre)) for f in faces]
        if not faces or min(away) > faces[int(np.argmin(away))].eye_distance:
            return None
        face = faces[int(np.argmin(away))]
        return Sitter(photo, face, self._recogniser.describe(picture, face.landmarks))

    def _read(self, path: Path) -> Sitter:
        photo = read_photo(path)
        faces = self._analyser.find(photo)
        if not faces:
            raise InputError(f"no face was found in {path}; leave it out of the data folder")
        descriptor = self._recogniser.describe(photo.pixels, faces[0].landmarks)
        self._descriptors[path] = descriptor
        return Sitter(photo, faces[0], descriptor)
