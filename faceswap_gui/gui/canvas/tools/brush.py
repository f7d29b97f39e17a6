"""The brushes: add to what shows of the face, take away from it, soften its edge."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen

from faceswap_gui.gui.canvas.tools.mask_overlay import MaskOverlay
from faceswap_gui.gui.canvas.tools.subject import Subject
from faceswap_gui.gui.canvas.tools.tool import Pointer, Tool
from faceswap_gui.gui.canvas.tools.toolbox import Toolbox, ToolName
from faceswap_gui.gui.language import mark, told
from faceswap_gui.gui.studio import Studio
from faceswap_gui.project.document import Role

if TYPE_CHECKING:
    from faceswap_gui.gui.canvas.canvas import PreviewCanvas
    from faceswap_gui.project.strokes import MaskPainter, Rows

_PAUSE = 90
"""Milliseconds between two results of a stroke that goes on."""
_STEPS = {
    ToolName.ADD: mark("Show more of the face"),
    ToolName.REMOVE: mark("Show more of the target"),
    ToolName.SOFTEN: mark("Soften the edge"),
}
_RESTORE = mark("Paint as computed")
_SIGNS = {ToolName.ADD: "+", ToolName.REMOVE: "−", ToolName.SOFTEN: "~"}


class BrushTool(Tool):
    """Paints on the mask of the target's meant face; a stroke is a step of history."""

    def __init__(self, canvas: PreviewCanvas, studio: Studio, toolbox: Toolbox) -> None:
        super().__init__(canvas)
        self._studio, self._toolbox = studio, toolbox
        self._painter: MaskPainter | None = None
        self._overlay: MaskOverlay | None = None
        self._is_of: Hashable = None
        self._step, self._gesture = "", ""
        self._at: QPointF | None = None
        self._soon = QTimer(canvas, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._show)

    def press(self, pointer: Pointer) -> None:
        """Begin a stroke; with Alt it gives back what the program computed."""
        from faceswap_gui.project.strokes import Brush

        subject = self._follow()
        if subject is None or self._painter is None:
            return
        brush = Brush.RESTORE if pointer.alt else Brush(self._toolbox.name.value)
        self._step = told(_RESTORE if pointer.alt else _STEPS[self._toolbox.name])
        self._gesture = uuid4().hex
        self._painter.begin(brush, self._radius(subject), self._toolbox.hardness)
        self._draw(pointer)

    def lead(self, pointer: Pointer) -> None:
        """Go on with the stroke, unless something else has changed the mask meanwhile."""
        if not self._gesture:
            return
        subject = Subject.of(self._studio, Role.TARGET)
        if subject is None or _identity(subject) != self._is_of:
            self.give_up()
            return
        self._draw(pointer)

    def release(self, pointer: Pointer) -> None:
        """End the stroke."""
        if self._gesture and self._painter is not None:
            self._painter.end()
            self._show()
        self._gesture = ""
        self._soon.stop()

    def give_up(self) -> None:
        """End the stroke where it is; what is shown of it stays."""
        self._gesture, self._is_of, self._at = "", None, None
        self._soon.stop()

    def hover(self, pointer: Pointer | None) -> None:
        """Show the brush under the pointer."""
        self._at = self.canvas.in_cell(pointer.at) if pointer else None
        self.canvas.update()

    def cursor(self, pointer: Pointer) -> Qt.CursorShape:
        """Return no shape where the brush itself is shown."""
        ready = Subject.of(self._studio, Role.TARGET) is not None
        return Qt.CursorShape.BlankCursor if ready else Qt.CursorShape.ForbiddenCursor

    def paint(self, painter: QPainter) -> None:
        """Paint the mask and the brush."""
        subject = self._follow()
        if subject is None:
            return
        canvas = self.canvas
        if self._toolbox.shows_mask and self._overlay is not None and not canvas.shows_before:
            self._overlay.paint(painter, canvas.view, subject.size, canvas.devicePixelRatioF())
        if self._at is not None:
            radius = max(2.0, self._radius(subject) * canvas.view.scale)
            _paint_brush(painter, self._at, radius, self._toolbox.hardness, self._toolbox.name)

    def _radius(self, subject: Subject) -> float:
        return self._toolbox.size * subject.face_size / 2

    def _draw(self, pointer: Pointer) -> None:
        if self._painter is None or self._overlay is None:
            return
        x, y = pointer.spot.x(), pointer.spot.y()
        part: Rows | None = self._painter.line_to(x, y, pointer.pressure)
        if part is not None:
            self._overlay.update(part)
        if not self._soon.isActive():
            self._soon.start()
        self.canvas.update()

    def _show(self) -> None:
        """Put what is painted so far into the document, which renders it."""
        subject = Subject.of(self._studio, Role.TARGET)
        if subject is None or self._painter is None or _identity(subject) != self._is_of:
            return
        mask = self._painter.mask()
        self._is_of = _identity(subject, mask)
        subject.paint(self._studio, mask, self._step, self._gesture)

    def _follow(self) -> Subject | None:
        """Return the face; take up its mask if another face, an undo or a file brought another."""
        from faceswap_gui.project.strokes import MaskPainter

        subject = Subject.of(self._studio, Role.TARGET)
        if subject is None:
            self._painter = self._overlay = self._is_of = None
        elif _identity(subject) != self._is_of:
            mask, size = subject.picture.of_face.mask, subject.size
            self._painter = MaskPainter.of(mask, subject.box, size.width(), size.height())
            self._overlay = MaskOverlay(self._painter)
            self._is_of = _identity(subject)
        return subject


def _identity(subject: Subject, *mask: object) -> Hashable:
    """Return what tells one face's mask from another."""
    picture = subject.picture
    return picture.path, picture.face, picture.boxes, mask[0] if mask else picture.of_face.mask


def _paint_brush(
    painter: QPainter, at: QPointF, radius: float, hardness: float, name: ToolName
) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    style = Qt.PenStyle.DashLine if name is ToolName.REMOVE else Qt.PenStyle.SolidLine
    for colour, width in ((QColor(0, 0, 0, 150), 3.0), (QColor("white"), 1.3)):
        painter.setPen(QPen(colour, width, style))
        painter.drawEllipse(at, radius, radius)
    if 0 < hardness < 1 and radius > 12:
        painter.setPen(QPen(QColor(255, 255, 255, 110), 1.0, Qt.PenStyle.DotLine))
        painter.drawEllipse(at, radius * hardness, radius * hardness)
    for colour, shift in ((QColor(0, 0, 0, 190), 1.0), (QColor("white"), 0.0)):
        painter.setPen(colour)
        painter.drawText(at + QPointF(-4 + shift, 5 + shift), _SIGNS[name])
    painter.restore()
