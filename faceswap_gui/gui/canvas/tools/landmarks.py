"""Drag a landmark that lies wrong: its neighbourhood follows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QPainter

from faceswap_gui.faces.edits import Move, Moves, with_move, without_move
from faceswap_gui.gui.canvas.tools.landmark_marks import paint_landmarks
from faceswap_gui.gui.canvas.tools.subject import Subject
from faceswap_gui.gui.canvas.tools.tool import Pointer, Tool
from faceswap_gui.gui.canvas.tools.toolbox import Toolbox
from faceswap_gui.gui.canvas.view import View
from faceswap_gui.gui.language import mark, told
from faceswap_gui.gui.studio import Studio
from faceswap_gui.project.document import Role

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from faceswap_gui.gui.canvas.canvas import PreviewCanvas

_REACH = 11.0
"""How near to a point, in viewport units, the pointer takes hold of it."""
_PAUSE = 150
"""Milliseconds between two results of a drag that goes on."""
_MOVE_STEPS = {
    Role.SOURCE: mark("Move a landmark of the source"),
    Role.TARGET: mark("Move a landmark of the target"),
}
_RESET = mark("Put a landmark back")
_RESET_ALL = mark("Put all landmarks back")
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_OTHERS = {Qt.Key.Key_Comma: -1, Qt.Key.Key_Period: 1}
_FAR = 10


class LandmarksTool(Tool):
    """Moves landmarks of the meant face; a drag is a step of history."""

    def __init__(self, canvas: PreviewCanvas, studio: Studio, toolbox: Toolbox) -> None:
        super().__init__(canvas)
        self._studio, self._toolbox = studio, toolbox
        self._chosen: int | None = None
        self._grip: QPointF | None = None
        """From the pointer to the point that is dragged, in the picture."""
        self._moves: Moves | None = None
        """While a drag goes on: the moves with it, though the document may not have them yet."""
        self._gesture = ""
        self._pans = False
        self._soon = QTimer(canvas, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._show)

    @property
    def handles(self) -> tuple[int, ...]:
        """The landmarks that can be taken hold of."""
        from faceswap_gui.faces.handles import ALL_HANDLES, HANDLES

        return ALL_HANDLES if self._toolbox.every_point else HANDLES

    def position(self, landmark: int) -> QPointF | None:
        """Return where a landmark lies in the picture now; None if there is no face."""
        subject = self._subject()
        if subject is None:
            return None
        return _point(self._positions(subject), landmark)

    def press(self, pointer: Pointer) -> None:
        """Take hold of a point; beside the points take hold of the picture."""
        self._chosen = self._near(pointer)
        place = None if self._chosen is None else self.position(self._chosen)
        self._pans = place is None
        if place is None:
            self.canvas.hand.press(pointer)
        else:
            self._grip, self._gesture = place - pointer.spot, uuid4().hex
        self.canvas.update()

    def lead(self, pointer: Pointer) -> None:
        """Drag the point."""
        if self._pans:
            self.canvas.hand.lead(pointer)
        elif self._chosen is not None and self._grip is not None:
            self._place(self._chosen, pointer.spot + self._grip)
            if not self._soon.isActive():
                self._soon.start()

    def release(self, pointer: Pointer) -> None:
        """Let the point go."""
        if self._pans:
            self.canvas.hand.release(pointer)
        self._soon.stop()
        self._show()
        self._moves, self._grip, self._pans = None, None, False

    def give_up(self) -> None:
        """Leave the point where it is."""
        self._soon.stop()
        self._moves, self._grip, self._pans, self._chosen = None, None, False, None

    def double_click(self, pointer: Pointer) -> None:
        """Put a point back where it was found."""
        landmark, subject = self._near(pointer), self._subject()
        if landmark is None:
            self.canvas.hand.double_click(pointer)
        elif subject is not None:
            self._put_back(subject, landmark)

    def put_all_back(self) -> None:
        """Put all points of the face back where they were found."""
        subject = self._subject()
        if subject is not None:
            subject.move(self._studio, (), told(_RESET_ALL))

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier) -> bool:
        """Go from point to point by , and . and move one by arrows; Delete puts it back."""
        subject = self._subject()
        if subject is None:
            return False
        if key in _OTHERS:
            handles = self.handles
            now = handles.index(self._chosen) if self._chosen in handles else -_OTHERS[key]
            self._chosen = handles[(now + _OTHERS[key]) % len(handles)]
            self._gesture = uuid4().hex
        elif self._chosen is not None and key in _ARROWS:
            self._nudge(subject, self._chosen, key, keys)
        elif self._chosen is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._put_back(subject, self._chosen)
        else:
            return False
        self.canvas.update()
        return True

    def cursor(self, pointer: Pointer) -> Qt.CursorShape:
        """Return a pointing finger over a point, a cross while it is dragged."""
        if self._pans:
            return Qt.CursorShape.ClosedHandCursor
        if self._grip is not None:
            return Qt.CursorShape.CrossCursor
        near = self._near(pointer) is not None
        return Qt.CursorShape.PointingHandCursor if near else Qt.CursorShape.OpenHandCursor

    def paint(self, painter: QPainter) -> None:
        """Paint the points and the lines between them."""
        subject = self._subject()
        if subject is None:
            return
        places = _places(self._positions(subject), self.canvas.view)
        moved = {move.landmark for move in self._current(subject)}
        paint_landmarks(painter, places, self.handles, moved, self._chosen)

    # -- inside -------------------------------------------------------------------------------

    def _subject(self) -> Subject | None:
        return Subject.of(self._studio, self._toolbox.role)

    def _current(self, subject: Subject) -> Moves:
        return subject.picture.of_face.moves if self._moves is None else self._moves

    def _positions(self, subject: Subject) -> NDArray[np.float32]:
        from faceswap_gui.faces.correction import moved_landmarks

        return moved_landmarks(subject.found, self._current(subject))

    def _near(self, pointer: Pointer) -> int | None:
        """Return the point under the pointer, the nearest one first."""
        subject = self._subject()
        if subject is None:
            return None
        positions, scale = self._positions(subject), self.canvas.view.scale
        away = {i: _length(_point(positions, i) - pointer.spot) * scale for i in self.handles}
        nearest = min(away, key=away.__getitem__)
        return nearest if away[nearest] <= _REACH else None

    def _place(self, landmark: int, place: QPointF) -> None:
        """Move a landmark to a place of the picture, not yet in the document."""
        from faceswap_gui.faces.face import eye_distance

        subject = self._subject()
        if subject is None:
            return
        x = min(max(place.x(), 0.0), float(subject.size.width()))
        y = min(max(place.y(), 0.0), float(subject.size.height()))
        from_found = QPointF(x, y) - _point(subject.found, landmark)
        unit = eye_distance(subject.found)
        move = Move(landmark, from_found.x() / unit, from_found.y() / unit)
        self._moves = with_move(self._current(subject), move)
        self.canvas.update()

    def _show(self) -> None:
        """Put the drag so far into the document, which renders it."""
        subject = self._subject()
        if subject is not None and self._moves is not None:
            step = told(_MOVE_STEPS[subject.role])
            subject.move(self._studio, self._moves, step, self._gesture)

    def _nudge(
        self, subject: Subject, landmark: int, key: Qt.Key, keys: Qt.KeyboardModifier
    ) -> None:
        dx, dy = _ARROWS[key]
        far = _FAR if keys & Qt.KeyboardModifier.ShiftModifier else 1
        step = QPointF(dx, dy) * far / self.canvas.view.scale
        self._place(landmark, _point(self._positions(subject), landmark) + step)
        self._show()
        self._moves = None

    def _put_back(self, subject: Subject, landmark: int) -> None:
        moves = without_move(subject.picture.of_face.moves, landmark)
        subject.move(self._studio, moves, told(_RESET))
        self.canvas.update()


def _point(landmarks: NDArray[np.float32], landmark: int) -> QPointF:
    """Return a landmark in the picture, where a pixel's centre is half a pixel from its corner."""
    x, y = landmarks[landmark, :2]
    return QPointF(float(x) + 0.5, float(y) + 0.5)


def _places(landmarks: NDArray[np.float32], view: View) -> list[QPointF]:
    """Return where all landmarks lie in the viewport."""
    places = (landmarks[:, :2] + 0.5) * view.scale + (view.x, view.y)
    return [QPointF(x, y) for x, y in places.tolist()]


def _length(vector: QPointF) -> float:
    return float((vector.x() ** 2 + vector.y() ** 2) ** 0.5)
