"""Draw a box around a face that was missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from faceswap_gui.faces.edits import Box
from faceswap_gui.gui.canvas.tools.subject import Subject
from faceswap_gui.gui.canvas.tools.tool import Pointer, Tool
from faceswap_gui.gui.canvas.tools.toolbox import Toolbox
from faceswap_gui.gui.language import mark, told
from faceswap_gui.gui.studio import Studio
from faceswap_gui.gui.theme import DARK
from faceswap_gui.project.document import Role

if TYPE_CHECKING:
    from faceswap_gui.gui.canvas.canvas import PreviewCanvas

_LEAST = 8.0
"""Viewport units; a smaller box is a click that slipped."""
_FORGET_STEPS = {
    Role.SOURCE: mark("Forget a face of the source"),
    Role.TARGET: mark("Forget a face of the target"),
}


class BoxTool(Tool):
    """Points out a face; what is found in the box becomes a step of history."""

    def __init__(self, canvas: PreviewCanvas, studio: Studio, toolbox: Toolbox) -> None:
        super().__init__(canvas)
        self._studio, self._toolbox = studio, toolbox
        self._start: QPointF | None = None
        self._end = QPointF()

    def press(self, pointer: Pointer) -> None:
        """Begin at a corner."""
        self._start = self._end = pointer.spot

    def lead(self, pointer: Pointer) -> None:
        """Draw to the opposite corner."""
        self._end = pointer.spot
        self.canvas.update()

    def release(self, pointer: Pointer) -> None:
        """Look for a face in the box."""
        subject, drawn = self._subject(), self._drawn()
        self.give_up()
        if subject is None or drawn is None:
            return
        width, height = subject.size.width(), subject.size.height()
        drawn = drawn.intersected(QRectF(0, 0, width, height))
        if min(drawn.width(), drawn.height()) * self.canvas.view.scale < _LEAST:
            return
        box = Box(
            drawn.left() / width,
            drawn.top() / height,
            min(1.0, drawn.right() / width),
            min(1.0, drawn.bottom() / height),
        )
        self._studio.point_out(self._toolbox.role, box)

    def give_up(self) -> None:
        """Forget the box."""
        self._start = None
        self.canvas.update()

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier) -> bool:
        """Forget a face that was pointed out with Delete."""
        if key not in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return False
        self.forget_face()
        return True

    @property
    def can_forget(self) -> bool:
        """Whether the meant face is one that was pointed out by hand."""
        subject = self._subject()
        return bool(subject and subject.boxes and subject.picture.face >= _found(subject))

    def forget_face(self) -> None:
        """Forget the meant face, if it was pointed out by hand."""
        subject = self._subject()
        if subject is None or not self.can_forget:
            return
        picture = subject.picture.without_pointed_out(_found(subject))
        after = self._studio.document.with_picture(subject.role, picture)
        self._studio.change(told(_FORGET_STEPS[subject.role]), after)

    def paint(self, painter: QPainter) -> None:
        """Paint the known faces' boxes, and the one that is drawn."""
        subject = self._subject()
        if subject is None:
            return
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width, height = subject.size.width(), subject.size.height()
        for index, share in enumerate(subject.boxes):
            box = QRectF(
                share.x() * width,
                share.y() * height,
                share.width() * width,
                share.height() * height,
            )
            meant = index == subject.picture.face
            self._paint_box(painter, box, DARK.accent if meant else "white", not meant)
        drawn = self._drawn()
        if drawn is not None:
            self._paint_box(painter, drawn, DARK.middling, dashed=True)
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRectF, colour: str, dashed: bool) -> None:
        view = self.canvas.view
        place = QRectF(view.to_viewport(box.topLeft()), view.to_viewport(box.bottomRight()))
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        for pen in (QPen(QColor(0, 0, 0, 140), 3.5), QPen(QColor(colour), 1.6, style)):
            painter.setPen(pen)
            painter.drawRect(place)

    def _drawn(self) -> QRectF | None:
        return None if self._start is None else QRectF(self._start, self._end).normalized()

    def _subject(self) -> Subject | None:
        faceless = self._studio.faceless
        if faceless is not None:
            return Subject.without_face(faceless)
        return Subject.of(self._studio, self._toolbox.role)


def _found(subject: Subject) -> int:
    """Return how many faces were found without help; the others follow them."""
    return len(subject.boxes) - len(subject.picture.boxes)
