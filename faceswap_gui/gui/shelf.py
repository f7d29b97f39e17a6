"""The pictures that were opened lately, kept ready for the screen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable

from PySide6.QtCore import QRectF

from faceswap_gui.gui.messages import Opened
from faceswap_gui.project.document import Picture

_KEPT = 8


class Shelf:
    """Remembers opened pictures by path and boxes, the least recently used leaving first."""

    def __init__(self) -> None:
        self._opened: OrderedDict[Hashable, Opened] = OrderedDict()

    def put(self, opened: Opened) -> None:
        """Keep an opened picture."""
        key = _key(opened.view.picture)
        self._opened[key] = opened
        self._opened.move_to_end(key)
        while len(self._opened) > _KEPT:
            self._opened.popitem(last=False)

    def get(self, picture: Picture | None) -> Opened | None:
        """Return what is kept of that picture, whichever of its faces is meant."""
        if picture is None or _key(picture) not in self._opened:
            return None
        self._opened.move_to_end(_key(picture))
        return self._opened[_key(picture)]

    def meant_face(self, picture: Picture | None) -> QRectF:
        """Return where the meant face lies, in shares; the whole picture if that is unknown."""
        opened = self.get(picture)
        if picture is None or opened is None or picture.face >= len(opened.view.boxes):
            return QRectF(0, 0, 1, 1)
        return opened.view.boxes[picture.face]


def _key(picture: Picture) -> Hashable:
    return picture.path, picture.boxes
