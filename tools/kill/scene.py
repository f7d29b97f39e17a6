"""What is killed, and what must be true afterwards."""

from __future__ import annotations

import os
import pickle
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

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
    def look(self, *, thoroughly: bool) -> tuple[list[str], int]:
        """Return what was lost or is broken after a kill, and how many files there were to see.

        A scene in which nothing happens proves nothing.
        """


def apart(function: Callable[[], Any]) -> Any:
    """Return what `function` returns in a process of its own.

    Libraries start threads at their first use, and a process forked afterwards would wait for
    threads that it has not got. So the process that forks must never use them itself.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with os.fdopen(writing, "wb") as file:
            pickle.dump(function(), file)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as file:
        told = file.read()
    os.waitpid(child, 0)
    return pickle.loads(told)


def broken(path: Path) -> Iterator[str]:
    """Yield why a picture is not whole."""
    try:
        read_photo(path)
    except FaceSwapError as error:
        yield str(error)
