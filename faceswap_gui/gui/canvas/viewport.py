"""Pictures at any zoom, compared in some way: what the canvas shows and where."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from faceswap_gui.gui.canvas.compare import Cell, Compare, Pictures, Wipe, cells
from faceswap_gui.gui.canvas.linked import linked_view
from faceswap_gui.gui.canvas.view import LARGEST, MARGIN, SMALLEST, View

_GRAB = 8.0
"""How near to the divider, in viewport units, the pointer takes hold of it."""


class Viewport(QWidget):
    """Keeps what is shown, and its zoom and position."""

    zoomed = Signal(float)
    """The zoom has changed: screen pixels for one of the picture's."""
    compare_changed = Signal(object)
    """Another way to `Compare` is in use."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = Pictures()
        self._view = View()
        self._fits = True
        self._compare = Compare.RESULT
        self._wipe = Wipe()
        self._shows_before = False

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
        point = self.in_cell(pointer) if pointer is not None else QPointF(cell.center())
        self._fits = False
        self._set_view(self._view.zoomed(zoom / self.devicePixelRatioF(), point))

    def cells(self) -> list[Cell]:
        """Return the linked views that the canvas is divided into."""
        return cells(self._compare, self._pictures, QSizeF(self.size()))

    def working_cell(self) -> Cell:
        """Return the view that tools work in: of the result, or of the photograph edited."""
        cells = self.cells()
        return next((cell for cell in cells if cell.picture is self._pictures.main), cells[0])

    def view_of(self, cell: Cell) -> View:
        """Return scale and position of a linked view's picture, within that view."""
        pictures = self._pictures
        main, picture = pictures.main, cell.picture
        if main is None or picture is None or picture is main or picture is not pictures.source:
            return self._view
        room, ratio = cell.place.size(), self.devicePixelRatioF()
        sizes = QSizeF(main.size), QSizeF(picture.size)
        return linked_view(self._view, *sizes, pictures.link, room, ratio)

    def visible(self) -> QRectF:
        """Return the part of the first view that the picture covers."""
        main = self._pictures.main
        if main is None:
            return QRectF()
        whole = self._view.rectangle(QSizeF(main.size))
        return whole.intersected(self.cells()[0].place)

    @property
    def can_pan(self) -> bool:
        """Whether a part of the picture is out of sight."""
        main = self._pictures.main
        if main is None:
            return False
        whole = self._view.rectangle(QSizeF(main.size))
        return not self.cells()[0].place.contains(whole)

    def over_picture(self, spot: QPointF) -> bool:
        """Whether a point, in the picture's own coordinates, lies on it."""
        main = self._pictures.main
        return main is not None and QRectF(QPointF(), QSizeF(main.size)).contains(spot)

    def over_source(self, point: QPointF) -> bool:
        """Whether a point of the canvas lies in the linked view of the source."""
        source, main = self._pictures.source, self._pictures.main
        cells = self.cells() if source is not None and source is not main else ()
        return any(cell.picture is source and cell.place.contains(point) for cell in cells)

    def _fitted(self) -> View:
        main = self._pictures.main
        if main is None:
            return View()
        place = self.cells()[0].place.size()
        room = QSizeF(place.width() - 2 * MARGIN, place.height() - 2 * MARGIN)
        fitted = View.fitted(QSizeF(main.size), room, self.devicePixelRatioF())
        return fitted.centred(QSizeF(main.size), place).snapped(self.devicePixelRatioF())

    def _set_view(self, view: View) -> None:
        main = self._pictures.main
        if main is not None:
            view = view.kept_inside(QSizeF(main.size), self.cells()[0].place.size())
        ratio = self.devicePixelRatioF()
        if self._fits or (view.scale * ratio).is_integer():
            view = view.snapped(ratio)
        changed = view.scale != self._view.scale
        self._view = view
        if changed:
            self.zoomed.emit(self.zoom)
        self.update()

    def in_cell(self, point: QPointF) -> QPointF:
        """Return a point of the canvas as one of the view that it lies in."""
        for cell in self.cells():
            if cell.place.contains(point):
                return point - cell.place.topLeft()
        return point

    def toggle_fit(self, pointer: QPointF) -> None:
        """Go from the whole picture to its pixels, and back."""
        if self._fits:
            self.zoom_to(1.0, pointer)
        else:
            self.fit()

    def pan(self, by: QPointF) -> None:
        """Move the picture by a distance in the viewport."""
        self._fits = self._fits and self._fitted() == self._view
        self._set_view(self._view.moved(by))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, or keep the middle in the middle."""
        if self._fits:
            self._set_view(self._fitted())
            return
        grown = event.size() - event.oldSize()
        self._set_view(self._view.moved(QPointF(grown.width() / 2, grown.height() / 2)))

    # -- the divider --------------------------------------------------------------------------

    def over_divider(self, point: QPointF) -> bool:
        """Whether the pointer there takes hold of the divider between before and after."""
        pictures = self._pictures
        if not self._compare.is_wipe or pictures.after is None or pictures.edited is not None:
            return False
        return self._wipe.distance(self.visible(), point) <= _GRAB

    def drag_divider(self, point: QPointF) -> None:
        """Let the divider stand there."""
        self._wipe = self._wipe.dragged(self.visible(), point)
        self.update()

    def shift_divider(self, by: QPointF) -> None:
        """Move the divider by a distance in the viewport; it heeds the part across it."""
        visible, wipe = self.visible(), self._wipe
        line = wipe.line(visible)
        self.drag_divider(QPointF(line, line) + by)

    def centre_divider(self) -> None:
        """Let the divider stand in the middle."""
        self._wipe = Wipe(0.5, self._wipe.horizontal)
        self.update()
