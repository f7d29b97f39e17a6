"""The photographs that were read lately, and smaller copies of them for a quick look."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

import attrs
import cv2

from faceswap_gui.errors import InputError
from faceswap_gui.imaging import Photo, read_photo

_KEPT = 6
"""Enough that undoing an exchange of pictures reads nothing from the disk again."""
_DRAFT = 1600
"""A draft's longer side is at most this many pixels."""
_WORTH_A_DRAFT = 3_000_000
"""Pixels; smaller pictures render at once at their own size."""


@attrs.frozen
class FileState:
    """Tells a picture from the one that was at the same path before."""

    path: Path
    modified: int
    size: int

    @classmethod
    def of(cls, path: Path) -> FileState:
        """Look at the file (`InputError` when it is not there)."""
        try:
            facts = path.stat()
        except OSError as error:
            reason = error.strerror or error
            raise InputError(
                "{path} could not be read ({reason}); check its name", path=path, reason=reason
            ) from error
        return cls(path, facts.st_mtime_ns, facts.st_size)


class Photos:
    """Reads photographs and keeps the last few."""

    def __init__(self, kept: int = _KEPT) -> None:
        """Begin with none; `kept` is how many there will be at most."""
        self._kept = kept
        self._photos: OrderedDict[FileState, Photo] = OrderedDict()

    def get(self, state: FileState) -> Photo:
        """Return the photograph in that file (`InputError` when it cannot be read)."""
        if state not in self._photos:
            while len(self._photos) >= self._kept:  # before the next one needs the memory
                self._photos.popitem(last=False)
            self._photos[state] = read_photo(state.path)
        self._photos.move_to_end(state)
        return self._photos[state]


class Drafts(Photos):
    """The same photographs at half, a quarter, … of their size, as `halvings` says."""

    def __init__(self, originals: Photos) -> None:
        super().__init__()
        self._originals = originals

    def get(self, state: FileState) -> Photo:
        """Return the smaller copy."""
        if state not in self._photos:
            self._photos = OrderedDict([*self._photos.items()][-1:])
            self._photos[state] = reduced(self._originals.get(state))
        return self._photos[state]


def halvings(width: int, height: int) -> int:
    """Return how often a picture of that size is halved for its draft; 0 for small ones."""
    if width * height < _WORTH_A_DRAFT:
        return 0
    times = 0
    while max(width, height) >> times > _DRAFT:
        times += 1
    return times


def reduced(photo: Photo) -> Photo:
    """Return the photograph at its draft's size, in its own depth and encoding."""
    pixels = photo.pixels
    for _ in range(halvings(photo.width, photo.height)):
        size = max(1, pixels.shape[1] // 2), max(1, pixels.shape[0] // 2)
        pixels = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    return attrs.evolve(photo, pixels=pixels)
