"""What is killed, and what must be true afterwards."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from pathlib import Path

from faceswap_gui.errors import FaceSwapError
from faceswap_gui.imaging import read_photo


class Scene(ABC):
    """Work that may be killed at any moment, in a folder of its own."""

    pieces: int
    """The kill comes after one of the first so many pieces of work …"""
    span: float
    """… and this many seconds at most: about as long as one takes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @abstractmethod
    def work(self, done: Callable[[], object]) -> None:
        """Work until killed, in a process of its own; call `done` after every piece."""

    @abstractmethod
    def look(self, *, thoroughly: bool) -> list[str]:
        """Return what was lost or is broken after a kill."""

    @abstractmethod
    def seen(self) -> str:
        """Say how much there was to look at: a scene in which nothing happens proves nothing."""


def broken(path: Path) -> Iterator[str]:
    """Yield why a picture is not whole."""
    try:
        read_photo(path)
    except FaceSwapError as error:
        yield str(error)
