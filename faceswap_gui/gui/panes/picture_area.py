"""The thumbnail of a pane with its faces' boxes, or the invitation to drop a picture."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceswap_gui.gui.icons import draw_icon
from faceswap_gui.gui.language import language, tr
from faceswap_gui.gui.messages import PictureView
from faceswap_gui.gui.theme import DARK, theme

_ICON = 36.0


class PictureArea(QWidget):
    """Paints a picture and the boxes of its faces; a click picks a face or asks for a picture."""

    face_picked = Signal(int)
    """The index of the face that was clicked."""
    clicked = Signal()
    """The area was clicked, and not on a face that could be picked."""

    def __init__(self, invitation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._invitation = invitation
        self._view: PictureView | None = None
        self._face = 0
        self._hovered: int | None = None
        self._dropping = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(110)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        language.changed.connect(self.update)
        theme.changed.connect(self.update)

    def show_view(self, view: PictureView | None, face: int) -> None:
        """Show a picture and mark the face that is meant; None shows the invitation."""
        self._view, self._face, self._hovered = view, face, None
        self.update()

    def show_dropping(self, dropping: bool) -> None:
        """Mark the area while something that can be dropped is held over it."""
        self._dropping = dropping
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(240, 200)

    def picture_rectangle(self) -> QRectF:
        """Return where the thumbnail lies."""
        if self._view is None:
            return QRectF()
        size = QSizeF(self._view.size).scaled(
            QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio
        )
        corner = QPointF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2)
        return QRectF(corner, size)

    def words_rectangle(self) -> QRectF:
        """Return where the invitation's words lie, as wide as they may be."""
        room = QRectF(self.rect()).adjusted(11, 1, -11, -1)
        words = QFontMetricsF(self.font()).boundingRect(
            room, int(_CENTRED_WORDS), tr(self._invitation)
        )
        icon = _ICON + 10 if room.height() > words.height() + _ICON + 28 else 0.0
        top = room.center().y() - (words.height() + icon) / 2 + icon
        return QRectF(room.left(), top, room.width(), words.height())

    def face_rectangles(self) -> list[QRectF]:
        """Return where the faces' boxes lie."""
        if self._view is None:
            return []
        picture = self.picture_rectangle()
        return [_placed(box, picture) for box in self._view.boxes]

    # -- events -------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the face under the pointer."""
        hovered = self._face_at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Light up no face."""
        self._hovered = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick the face under the pointer, or ask for a picture."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if not self.rect().contains(event.position().toPoint()):
            return
        face = self._face_at(event.position())
        if face is not None and face != self._face:
            self.face_picked.emit(face)
        else:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for a picture with Enter or Space; go from face to face with the arrows."""
        count = len(self._view.boxes) if self._view else 0
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        elif step is not None and count > 1:
            self.face_picked.emit((self._face + step) % count)
        else:
            super().keyPressEvent(event)

    def _face_at(self, point: QPointF) -> int | None:
        found = [i for i, box in enumerate(self.face_rectangles()) if box.contains(point)]
        return found[-1] if found else None

    # -- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture with its faces, or the invitation."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        if self._view is None:
            self._paint_invitation(painter)
        else:
            painter.fillRect(self.rect(), QColor(theme.colours.canvas))
            painter.drawImage(self.picture_rectangle(), self._view.thumbnail)
            self._paint_boxes(painter)
        if self._dropping or self.hasFocus():
            self._paint_frame(painter)
        painter.end()

    def _paint_boxes(self, painter: QPainter) -> None:
        for index, box in enumerate(self.face_rectangles()):
            meant = index == self._face
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(0, 0, 0, 130), 4.0 if meant else 3.0))
            painter.drawRoundedRect(box, 4, 4)
            lit = meant or index == self._hovered
            colour = QColor(DARK.accent if meant else "white")  # it lies on a photograph
            style = Qt.PenStyle.SolidLine if meant else Qt.PenStyle.DashLine
            painter.setPen(QPen(colour, 2.0 if lit else 1.2, style))
            painter.drawRoundedRect(box, 4, 4)

    def _paint_frame(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.colours.accent), 3.0 if self._dropping else 1.5))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_invitation(self, painter: QPainter) -> None:
        colours = theme.colours
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(QColor(colours.canvas))
        painter.setPen(QPen(QColor(colours.disabled), 1.2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, 6, 6)
        words = self.words_rectangle()
        if words.top() - frame.top() > _ICON + 10:
            place = QRectF(frame.center().x() - _ICON / 2, words.top() - _ICON - 10, _ICON, _ICON)
            draw_icon(painter, "picture", place, colours.quiet, 1.3)
        painter.setPen(QColor(colours.quiet))
        painter.drawText(words, _CENTRED_WORDS, tr(self._invitation))


_CENTRED_WORDS = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap


def _placed(box: QRectF, picture: QRectF) -> QRectF:
    return QRectF(
        picture.x() + box.x() * picture.width(),
        picture.y() + box.y() * picture.height(),
        box.width() * picture.width(),
        box.height() * picture.height(),
    )
