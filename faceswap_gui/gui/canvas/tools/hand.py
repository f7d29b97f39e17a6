"""The hand: moves the picture, or the divider between before and after, or takes the result out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from faceswap_gui.gui.canvas.tools.tool import Pointer, Tool

if TYPE_CHECKING:
    from faceswap_gui.gui.drag_out import DragOut


class Hand(Tool):
    """Takes hold of the divider if it is near, else of the picture.

    A picture that is seen whole cannot be moved: dragging it takes the result into another
    program. With Alt that goes at any zoom.
    """

    result: DragOut | None = None
    """What is taken out; None where there is nothing to give away."""
    _last: QPointF | None = None
    _divider = False

    def press(self, pointer: Pointer) -> None:
        """Take hold."""
        self._divider = self.canvas.over_divider(pointer.at)
        self._last = pointer.at
        if self.result is not None and self._takes_out(pointer):
            self.result.press(self.canvas, pointer.at)
            self._last = None

    def lead(self, pointer: Pointer) -> None:
        """Drag what was taken hold of."""
        if self.result is not None and self.result.held:
            self.result.lead(pointer.at)
        if self._last is None:
            return
        if self._divider:
            self.canvas.drag_divider(pointer.at)
        else:
            self.canvas.pan(pointer.at - self._last)
        self._last = pointer.at

    def release(self, pointer: Pointer) -> None:
        """Let go."""
        self._last, self._divider = None, False
        if self.result is not None:
            self.result.release()

    def double_click(self, pointer: Pointer) -> None:
        """Put the divider in the middle; else go from the whole picture to its pixels, or back."""
        if self.canvas.over_divider(pointer.at):
            self.canvas.centre_divider()
        else:
            self.canvas.toggle_fit(pointer.at)

    def cursor(self, pointer: Pointer) -> Qt.CursorShape:
        """Return a hand, open or closed, or arrows over the divider."""
        if self._divider or (self._last is None and self.canvas.over_divider(pointer.at)):
            horizontal = self.canvas.wipe.horizontal
            return Qt.CursorShape.SplitVCursor if horizontal else Qt.CursorShape.SplitHCursor
        if self._last is not None or (self.result is not None and self.result.held):
            return Qt.CursorShape.ClosedHandCursor
        has_picture = self.canvas.pictures.main is not None
        return Qt.CursorShape.OpenHandCursor if has_picture else Qt.CursorShape.ArrowCursor

    def _takes_out(self, pointer: Pointer) -> bool:
        canvas, result = self.canvas, self.result
        shows_result = canvas.pictures.edited is None
        if result is None or not result.ready or self._divider or not shows_result:
            return False
        return canvas.over_picture(pointer.spot) and (pointer.alt or not canvas.can_pan)
