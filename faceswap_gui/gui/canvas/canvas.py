"""The preview canvas: pictures under a tool."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceswap_gui.gui.canvas.reduction import Reductions
from faceswap_gui.gui.canvas.scene import paint_scene
from faceswap_gui.gui.canvas.tools.hand import Hand
from faceswap_gui.gui.canvas.tools.tool import Pointer, Tool
from faceswap_gui.gui.canvas.transport import TransportOverlay
from faceswap_gui.gui.canvas.under_pointer import Pixel, pixel_at
from faceswap_gui.gui.canvas.viewport import Viewport
from faceswap_gui.gui.language import say
from faceswap_gui.gui.theme import theme

_WHEEL_FACTOR = 1.25
_KEY_PAN = 60.0
_DIVIDER_STEP = 12.0
_ARROWS = {
    Qt.Key.Key_Left: QPointF(_KEY_PAN, 0),
    Qt.Key.Key_Right: QPointF(-_KEY_PAN, 0),
    Qt.Key.Key_Up: QPointF(0, _KEY_PAN),
    Qt.Key.Key_Down: QPointF(0, -_KEY_PAN),
}


class PreviewCanvas(Viewport):
    """Shows the result, or the result against the target, and hands the pointer to a tool.

    The middle button, the space bar and the divider always belong to the hand.
    """

    hovered = Signal(object)
    """The photograph's pixel under the pointer as (x, y), or None."""
    pixel_changed = Signal(object)
    """Another `Pixel` is seen under the pointer, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewCanvas")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 180)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.reductions = Reductions()
        self.transport = TransportOverlay(self)
        self.hovered.connect(self.transport.point_at)
        self.hand = Hand(self)
        self._tool: Tool = self.hand
        self._held: Tool | None = None
        self._space = False
        self._at: QPointF | None = None
        self._pixel: Pixel | None = None
        self._shows_focus = False
        theme.changed.connect(self.update)
        say(self, self.setAccessibleName, "Preview")

    @property
    def tool(self) -> Tool:
        """The tool in use."""
        return self._tool

    def take(self, tool: Tool) -> None:
        """Use another tool."""
        if tool is not self._tool:
            self._tool.give_up()
            self._tool, self._held = tool, None
        self.update()

    # -- events -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pictures as they are compared, and what the tool has to show."""
        self.reductions.begin()
        painter = QPainter(self)
        paint_scene(painter, self)
        if self.pictures.main is not None:
            painter.save()
            place = self.working_cell().place
            painter.setClipRect(place)
            painter.translate(place.topLeft())
            self._tool.paint(painter)
            painter.restore()
        if self._shows_focus:
            painter.setClipping(False)
            painter.setPen(QPen(QColor(theme.colours.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
        self._tell_pixel()  # the picture may be another though the pointer rests
        if self.reductions.pending:
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show who moves by keyboard where the focus is; for a click the pointer does."""
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._shows_focus = event.reason() in reasons
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the focus no longer."""
        self._shows_focus = False
        super().focusOutEvent(event)
        self.update()

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
        """Begin with the tool, or with the hand."""
        self._press(event.button(), _pointer(self, event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the tool, and tell the pixel under the pointer."""
        self._move(_pointer(self, event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End with the tool."""
        self._release(_pointer(self, event))

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Follow a pen as the mouse, with its pressure."""
        pointer = _pointer(self, event)
        if event.type() is QEvent.Type.TabletPress:
            self._press(event.button(), pointer)
        elif event.type() is QEvent.Type.TabletRelease:
            self._release(pointer)
        else:
            self._move(pointer)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let the tool, or over the divider the hand, answer a double-click."""
        pointer = _pointer(self, event)
        self._for(pointer).double_click(pointer)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that no pixel is under the pointer."""
        self._at = None
        self.hovered.emit(None)
        self._tell_pixel()
        self._tool.hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the tool answer; else pan with the arrows, and take the hand while space is held."""
        key = Qt.Key(event.key())
        if self._tool.key(key, event.modifiers()):
            return
        if key is Qt.Key.Key_Space:
            self.hold_hand(True)
        elif key in _ARROWS and self._moves_divider(key, event.modifiers()):
            self.shift_divider(_ARROWS[key] * -_DIVIDER_STEP / _KEY_PAN)
        elif key in _ARROWS:
            self.pan(_ARROWS[key])
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Put the hand away when space is let go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.hold_hand(False)
        super().keyReleaseEvent(event)

    def hold_hand(self, held: bool) -> None:
        """Move the picture instead of using the tool, as long as the space bar is held."""
        self._space = held
        if held:
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    # -- inside -------------------------------------------------------------------------------

    def _moves_divider(self, key: Qt.Key, keys: Qt.KeyboardModifier) -> bool:
        """Whether an arrow key is for the divider: zoomed in, with Ctrl, for arrows also pan."""
        pictures, compare = self.pictures, self.compare
        if not compare.is_wipe or pictures.after is None or pictures.edited is not None:
            return False
        across = (_ARROWS[key].y() != 0) is self.wipe.horizontal
        return across and (not self.can_pan or bool(keys & Qt.KeyboardModifier.ControlModifier))

    def _press(self, button: Qt.MouseButton, pointer: Pointer) -> None:
        if button not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        middle = button is Qt.MouseButton.MiddleButton
        self._held = self.hand if middle else self._for(pointer)
        self._held.press(pointer)
        self._show_cursor(pointer)

    def _move(self, pointer: Pointer) -> None:
        if self._held is not None:
            self._held.lead(pointer)
        # A brush shows its size wherever the pointer is.
        self._tool.hover(pointer)
        self._show_cursor(pointer)
        self._tell_pixel(pointer)

    def _release(self, pointer: Pointer) -> None:
        if self._held is not None:
            held, self._held = self._held, None
            held.release(pointer)
        self._show_cursor(pointer)

    def _for(self, pointer: Pointer) -> Tool:
        """Return the tool that a press there is for."""
        hand = self._space or self.pictures.main is None or self.over_divider(pointer.at)
        return self.hand if hand or self.over_source(pointer.at) else self._tool

    def _show_cursor(self, pointer: Pointer) -> None:
        self.setCursor((self._held or self._for(pointer)).cursor(pointer))

    def _tell_pixel(self, pointer: Pointer | None = None) -> None:
        main = self.pictures.main
        if pointer is not None and main is not None:
            self._at = pointer.at
            inside = self.over_picture(pointer.spot)
            spot = (int(pointer.spot.x()), int(pointer.spot.y()))
            self.hovered.emit(spot if inside else None)
        pixel = pixel_at(self, self._at) if self._at is not None and main is not None else None
        if pixel != self._pixel:
            self._pixel = pixel
            self.pixel_changed.emit(pixel)


def _pointer(canvas: PreviewCanvas, event: QMouseEvent | QTabletEvent) -> Pointer:
    at = event.position()
    spot = canvas.view.to_picture(canvas.in_cell(at))
    pressure = event.pressure() if isinstance(event, QTabletEvent) else 1.0
    return Pointer(at, spot, event.modifiers(), pressure)
