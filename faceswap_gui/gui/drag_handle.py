"""A handle by which the result is dragged into another program."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QToolButton, QWidget

from faceswap_gui.gui.drag_out import DragOut
from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.language import follow, tr


class DragHandle(QToolButton):
    """Takes hold of the result; its file is written as soon as the handle is pressed."""

    def __init__(self, result: DragOut, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result = result
        self.setObjectName("dragResult")
        self.setIcon(icon("drag_out"))
        self.setIconSize(QSize(20, 20))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+C is the keyboard's way
        result.ready_changed.connect(self._enable)
        result.begun.connect(lambda: self.setDown(False))
        self._enable()
        follow(self, self._tell)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the result."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._result.press(self, event.position())
            self._result.prepare()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lead it out."""
        self._result.lead(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        super().mouseReleaseEvent(event)
        self._result.release()

    def _enable(self) -> None:
        self.setEnabled(self._result.ready)

    def _tell(self) -> None:
        words = tr(
            "Drag this, or the preview seen whole, into another program or a folder: it gives the "
            "result as a file of the export's format. Copying the result does the same from the "
            "keyboard."
        )
        self.setToolTip(f"<p style='white-space:normal'>{words}</p>")
        self.setAccessibleName(tr("Drag the result out"))
        self.setAccessibleDescription(words)
