"""The pictures that were opened lately, kept ready for the screen."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from faceswap_gui.gui.messages import Opened
from faceswap_gui.project.document import Picture

_KEPT = 8


class Shelf:
    """Remembers opened pictures by path, the least recently used leaving first."""

    def __init__(self) -> None:
        self._opened: OrderedDict[Path, Opened] = OrderedDict()

    def put(self, opened: Opened) -> None:
        """Keep an opened picture."""
        path = opened.view.picture.path
        self._opened[path] = opened
        self._opened.move_to_end(path)
        while len(self._opened) > _KEPT:
            self._opened.popitem(last=False)

    def get(self, picture: Picture | None) -> Opened | None:
        """Return what is kept of that picture, whichever of its faces is meant."""
        if picture is None or picture.path not in self._opened:
            return None
        self._opened.move_to_end(picture.path)
        return self._opened[picture.path]
