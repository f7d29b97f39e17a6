"""What every tool of the canvas can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from faceswap_gui.gui.canvas.canvas import PreviewCanvas


@attrs.frozen(eq=False)
class Pointer:
    """Where the pointer is and what is held with it."""

    at: QPointF
    """In the canvas."""
    spot: QPointF
    """In the picture, its upper left corner being (0, 0)."""
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    pressure: float = 1.0
    """0..1 of a tablet's pen; 1 for a mouse."""

    @property
    def alt(self) -> bool:
        """Whether Alt is held, or Ctrl: many desktops keep a drag with Alt for themselves."""
        either = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
        return bool(self.keys & either)


class Tool:
    """Does nothing yet: a tool overrides what it needs.

    Where the pointer is pressed, led and let go the canvas calls these, and then paints.
    """

    def __init__(self, canvas: PreviewCanvas) -> None:
        self.canvas = canvas

    def press(self, pointer: Pointer) -> None:
        """Begin with the button pressed."""

    def lead(self, pointer: Pointer) -> None:
        """Go on with the button held."""

    def release(self, pointer: Pointer) -> None:
        """End with the button let go."""

    def hover(self, pointer: Pointer | None) -> None:
        """Follow the pointer with no button held; None: it has left the canvas."""

    def double_click(self, pointer: Pointer) -> None:
        """Answer a double-click."""

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier) -> bool:
        """Answer a key; return whether the tool knows it."""
        return False

    def cursor(self, pointer: Pointer) -> Qt.CursorShape:
        """Return the pointer's shape there."""
        return Qt.CursorShape.CrossCursor

    def paint(self, painter: QPainter) -> None:
        """Paint over the pictures; the painter is moved to the view that it works in."""

    def give_up(self) -> None:
        """Forget what has begun: another tool is taken, or Escape was pressed."""
