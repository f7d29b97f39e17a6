"""The preview canvas: zoom to the pointer, pan, fit, compare."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceswap_gui.gui.canvas.compare import Cell, Compare, Pictures, Wipe, cells
from faceswap_gui.gui.canvas.scene import paint_scene
from faceswap_gui.gui.canvas.view import LARGEST, MARGIN, SMALLEST, View
from faceswap_gui.gui.messages import Pyramid
from faceswap_gui.gui.theme import theme

_GRAB = 8.0
"""How near to the divider, in viewport units, the pointer takes hold of it."""
_WHEEL_FACTOR = 1.25
_KEY_PAN = 60.0
_ARROWS = {
    Qt.Key.Key_Left: QPointF(_KEY_PAN, 0),
    Qt.Key.Key_Right: QPointF(-_KEY_PAN, 0),
    Qt.Key.Key_Up: QPointF(0, _KEY_PAN),
    Qt.Key.Key_Down: QPointF(0, -_KEY_PAN),
}


class PreviewCanvas(QWidget):
    """Shows the result, or the result against the target, at any zoom."""

    zoomed = Signal(float)
    """The zoom has changed: screen pixels for one of the picture's."""
    hovered = Signal(object)
    """The picture's pixel under the pointer as a `QPoint`, or None."""
    compare_changed = Signal(object)
    """Another way to `Compare` is in use."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewCanvas")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 180)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._pictures = Pictures()
        self._view = View()
        self._fits = True
        self._compare = Compare.RESULT
        self._wipe = Wipe()
        self._shows_before = False
        self._drag: QPointF | None = None
        self._moves_divider = False
        theme.changed.connect(self.update)

    # -- what is shown ------------------------------------------------------------------------

    @property
    def pictures(self) -> Pictures:
        """The pictures on show."""
        return self._pictures

    def show_pictures(self, pictures: Pictures) -> None:
        """Show other pictures; zoom and position stay if the size of the main one does."""
        before, now = self._pictures.main, pictures.main
        self._pictures = pictures
        if now is not None and (before is None or before.size != now.size):
            self.fit()
        self.update()

    @property
    def compare(self) -> Compare:
        """The way to compare in use."""
        return self._compare

    def set_compare(self, compare: Compare) -> None:
        """Compare in another way."""
        if compare is self._compare:
            return
        self._compare = compare
        self._wipe = Wipe(self._wipe.share, compare is Compare.WIPE_HORIZONTAL)
        self._set_view(self._fitted() if self._fits else self._view)
        self.compare_changed.emit(compare)
        self.update()

    def show_before(self, held: bool) -> None:
        """Show the target as it was, as long as a key or button is held."""
        if held != self._shows_before:
            self._shows_before = held
            self.update()

    @property
    def shows_before(self) -> bool:
        """Whether the target as it was is shown instead of the result."""
        return self._shows_before

    @property
    def shown(self) -> Pyramid | None:
        """The picture whose pixels the status bar tells."""
        return self._pictures.before if self._shows_before else self._pictures.main

    @property
    def wipe(self) -> Wipe:
        """Where the divider stands."""
        return self._wipe

    # -- zoom and position --------------------------------------------------------------------

    @property
    def view(self) -> View:
        """Scale and position of the picture within the first view."""
        return self._view

    @property
    def zoom(self) -> float:
        """Screen pixels for one of the picture's pixels."""
        return self._view.scale * self.devicePixelRatioF()

    def fit(self) -> None:
        """Show the whole picture, and go on doing so when the canvas changes its size."""
        self._fits = True
        self._set_view(self._fitted())

    def actual_size(self) -> None:
        """Show one pixel of the picture on one of the screen."""
        self.zoom_to(1.0)

    def zoom_by(self, factor: float, pointer: QPointF | None = None) -> None:
        """Zoom in or out, keeping the pixel under the pointer (or in the middle) in place."""
        self.zoom_to(self.zoom * factor, pointer)

    def zoom_to(self, zoom: float, pointer: QPointF | None = None) -> None:
        """Zoom to that many screen pixels for one of the picture's."""
        if self._pictures.main is None:
            return
        zoom = min(LARGEST, max(SMALLEST, zoom))
        cell = self.cells()[0].place
        point = self._in_cell(pointer) if pointer is not None else QPointF(cell.center())
        self._fits = False
        self._set_view(self._view.zoomed(zoom / self.devicePixelRatioF(), point))

    def cells(self) -> list[Cell]:
        """Return the linked views that the canvas is divided into."""
        return cells(self._compare, self._pictures, QSizeF(self.size()))

    def visible(self) -> QRectF:
        """Return the part of the first view that the picture covers."""
        main = self._pictures.main
        if main is None:
            return QRectF()
        whole = self._view.rectangle(QSizeF(main.size))
        return whole.intersected(self.cells()[0].place)

    def _fitted(self) -> View:
        main = self._pictures.main
        if main is None:
            return View()
        place = self.cells()[0].place.size()
        room = QSizeF(place.width() - 2 * MARGIN, place.height() - 2 * MARGIN)
        fitted = View.fitted(QSizeF(main.size), room, self.devicePixelRatioF())
        return fitted.centred(QSizeF(main.size), place)

    def _set_view(self, view: View) -> None:
        main = self._pictures.main
        if main is not None:
            view = view.kept_inside(QSizeF(main.size), self.cells()[0].place.size())
        ratio = self.devicePixelRatioF()
        if (view.scale * ratio).is_integer():
            view = view.snapped(ratio)
        changed = view.scale != self._view.scale
        self._view = view
        if changed:
            self.zoomed.emit(self.zoom)
        self.update()

    def _in_cell(self, point: QPointF) -> QPointF:
        for cell in self.cells():
            if cell.place.contains(point):
                return point - cell.place.topLeft()
        return point

    # -- events -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pictures as they are compared."""
        painter = QPainter(self)
        paint_scene(painter, self)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, or keep the middle in the middle."""
        if self._fits:
            self._set_view(self._fitted())
            return
        grown = event.size() - event.oldSize()
        self._set_view(self._view.moved(QPointF(grown.width() / 2, grown.height() / 2)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the pointer."""
        steps = event.angleDelta().y() / 120
        self.zoom_by(_WHEEL_FACTOR**steps, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom by pinching, where the trackpad tells."""
        pinch = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is pinch:
            self.zoom_by(1 + event.value(), event.position())
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the divider or of the picture."""
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        self._moves_divider = self._over_divider(event.position())
        self._drag = event.position()
        self._update_cursor(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was taken hold of, and tell the pixel under the pointer."""
        if self._drag is not None and self._moves_divider:
            self._wipe = self._wipe.dragged(self.visible(), event.position())
            self.update()
        elif self._drag is not None:
            self._fits = self._fits and self._fitted() == self._view
            self._set_view(self._view.moved(event.position() - self._drag))
            self._drag = event.position()
        self._update_cursor(event.position())
        self._tell_pixel(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._drag = None
        self._moves_divider = False
        self._update_cursor(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go from the whole picture to its pixels, and back."""
        if self._over_divider(event.position()):
            self._wipe = Wipe(0.5, self._wipe.horizontal)
            self.update()
        elif self._fits:
            self.zoom_to(1.0, event.position())
        else:
            self.fit()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that no pixel is under the pointer."""
        self.hovered.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pan with the arrows."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._set_view(self._view.moved(step))

    def _over_divider(self, point: QPointF) -> bool:
        if not self._compare.is_wipe or self._pictures.after is None:
            return False
        return self._wipe.distance(self.visible(), point) <= _GRAB

    def _update_cursor(self, point: QPointF) -> None:
        if self._moves_divider or (self._drag is None and self._over_divider(point)):
            horizontal = self._wipe.horizontal
            shape = Qt.CursorShape.SplitVCursor if horizontal else Qt.CursorShape.SplitHCursor
        elif self._drag is not None:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._pictures.main is not None:
            shape = Qt.CursorShape.OpenHandCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def _tell_pixel(self, point: QPointF) -> None:
        main = self._pictures.main
        if main is None:
            return
        under = self._view.to_picture(self._in_cell(point))
        inside = 0 <= under.x() < main.size.width() and 0 <= under.y() < main.size.height()
        # The pixel (i, j) covers the square from (i, j) on, so coordinates are cut, not rounded.
        self.hovered.emit((int(under.x()), int(under.y())) if inside else None)
