"""What a result is painted on: a copy of the target or, to save memory, the target itself."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from faceswap_gui.compositing import Change
from faceswap_gui.imaging import Photo


class CopyOfTarget:
    """A result beside its target, which stays as it is."""

    def __init__(self, target: Photo) -> None:
        self._pixels = target.pixels.copy()

    def add(self, change: Change) -> None:
        """Paint one face."""
        change.paste(self._pixels)

    def finish(self) -> NDArray[Any]:
        """Return the result."""
        return self._pixels


class TargetItself:
    """A result in the target's own pixels, until it is taken back.

    Of a photograph of 200 megapixels with 16 bits a copy would take 1.2 GB.
    """

    def __init__(self, target: Photo) -> None:
        self._pixels = target.pixels
        self._changes: list[Change] = []
        self._finished = False

    def add(self, change: Change) -> None:
        """Remember one face; the next one is still made from the target as it was."""
        self._changes.append(change)

    def finish(self) -> NDArray[Any]:
        """Paint the faces and return the result."""
        self._finished = True
        for change in self._changes:
            change.exchange(self._pixels)
        return self._pixels

    def take_back(self) -> None:
        """Make the target what it was; the result is lost."""
        if self._finished:
            for change in reversed(self._changes):
                change.exchange(self._pixels)
        self._changes.clear()
