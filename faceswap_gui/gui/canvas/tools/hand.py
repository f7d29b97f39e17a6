"""The hand: moves the picture, or the divider between before and after."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from faceswap_gui.gui.canvas.tools.tool import Pointer, Tool


class Hand(Tool):
    """Takes hold of the divider if it is near, else of the picture."""

    _last: QPointF | None = None
    _divider = False

    def press(self, pointer: Pointer) -> None:
        """Take hold."""
        self._divider = self.canvas.over_divider(pointer.at)
        self._last = pointer.at

    def lead(self, pointer: Pointer) -> None:
        """Drag what was taken hold of."""
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
        if self._last is not None:
            return Qt.CursorShape.ClosedHandCursor
        has_picture = self.canvas.pictures.main is not None
        return Qt.CursorShape.OpenHandCursor if has_picture else Qt.CursorShape.ArrowCursor
