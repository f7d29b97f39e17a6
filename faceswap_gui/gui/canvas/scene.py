"""What the canvas paints: the pictures, the divider and their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from faceswap_gui.gui.canvas.compare import Cell, Compare
from faceswap_gui.gui.canvas.painting import difference_image, draw_grid, draw_picture
from faceswap_gui.gui.language import tr
from faceswap_gui.gui.theme import theme

if TYPE_CHECKING:
    from faceswap_gui.gui.canvas.canvas import PreviewCanvas

_MARGIN = 12.0
_HANDLE = 13.0


def paint_scene(painter: QPainter, canvas: PreviewCanvas) -> None:
    """Paint everything that the canvas shows."""
    painter.fillRect(canvas.rect(), QColor(theme.colours.canvas))
    pictures = canvas.pictures
    if pictures.edited is not None:
        _paint_cells(painter, canvas)
    elif canvas.shows_before and pictures.before is not None:
        _paint_cell(painter, canvas, Cell(QRectF(canvas.rect()), pictures.before, "Before"))
    elif pictures.after is not None and canvas.compare.is_wipe:
        _paint_wipe(painter, canvas)
    elif pictures.after is not None and canvas.compare is Compare.DIFFERENCE:
        _paint_difference(painter, canvas)
    else:
        _paint_cells(painter, canvas)
    if pictures.after is not None and not canvas.shows_before:
        canvas.transport.paint_legend(painter)


def _paint_cells(painter: QPainter, canvas: PreviewCanvas) -> None:
    for cell in canvas.cells():
        _paint_cell(painter, canvas, cell)


def _paint_cell(painter: QPainter, canvas: PreviewCanvas, cell: Cell) -> None:
    if cell.picture is None:
        return
    ratio = canvas.devicePixelRatioF()
    place = QRectF(QPointF(0, 0), cell.place.size())
    view = canvas.view_of(cell)
    painter.save()
    painter.translate(cell.place.topLeft())
    painter.setClipRect(place)
    draw_picture(painter, cell.picture, view, place, ratio, canvas.reductions)
    draw_grid(painter, cell.picture.size, view, place, ratio)
    if cell.picture is canvas.pictures.after:
        canvas.transport.paint(painter, view, place)
    if cell.name:
        _paint_name(painter, tr(cell.name), QPointF(_MARGIN, _MARGIN))
    painter.restore()


def _paint_wipe(painter: QPainter, canvas: PreviewCanvas) -> None:
    pictures, visible = canvas.pictures, canvas.visible()
    if pictures.earlier is None or pictures.after is None or visible.isEmpty():
        return
    ratio = canvas.devicePixelRatioF()
    before, after = canvas.wipe.parts(visible)
    for picture, part in ((pictures.earlier, before), (pictures.after, after)):
        draw_picture(painter, picture, canvas.view, part, ratio, canvas.reductions)
        draw_grid(painter, picture.size, canvas.view, part, ratio)
    canvas.transport.paint(painter, canvas.view, after)
    _paint_names_of_wipe(painter, pictures.earlier_name, before, after, visible)
    _paint_divider(painter, canvas.wipe.line(visible), visible, canvas.wipe.horizontal)


def _paint_names_of_wipe(
    painter: QPainter, name: str, before: QRectF, after: QRectF, visible: QRectF
) -> None:
    painter.save()
    painter.setClipRect(before)
    _paint_name(painter, tr(name), visible.topLeft() + QPointF(_MARGIN, _MARGIN))
    painter.setClipRect(after)
    width = _name_width(painter, tr("After"))
    height = _name_height(painter)
    corner = QPointF(visible.right() - width - _MARGIN, visible.top() + _MARGIN)
    if before.width() == visible.width():  # above and below rather than left and right
        corner = QPointF(visible.left() + _MARGIN, visible.bottom() - height - _MARGIN)
    _paint_name(painter, tr("After"), corner)
    painter.restore()


def _paint_difference(painter: QPainter, canvas: PreviewCanvas) -> None:
    pictures = canvas.pictures
    if pictures.earlier is None or pictures.after is None:
        return
    ratio = canvas.devicePixelRatioF()
    image = difference_image(
        pictures.earlier, pictures.after, canvas.view, canvas.size(), ratio, canvas.reductions
    )
    visible = canvas.visible()
    painter.drawImage(visible, image, QRectF(visible.topLeft() * ratio, visible.size() * ratio))
    _paint_name(painter, tr("Difference ×8"), visible.topLeft() + QPointF(_MARGIN, _MARGIN))


def _paint_divider(painter: QPainter, line: float, visible: QRectF, horizontal: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if horizontal:
        start, end = QPointF(visible.left(), line), QPointF(visible.right(), line)
    else:
        start, end = QPointF(line, visible.top()), QPointF(line, visible.bottom())
    for colour, width in ((QColor(0, 0, 0, 110), 4.0), (QColor("white"), 1.5)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(start, end)
    centre = (start + end) / 2
    painter.setPen(QPen(QColor(0, 0, 0, 110), 1.5))
    painter.setBrush(QColor("white"))
    painter.drawEllipse(centre, _HANDLE, _HANDLE)
    painter.translate(centre)
    painter.rotate(90 if horizontal else 0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#333333"))
    for side in (-1, 1):
        painter.drawPolygon(
            QPolygonF([QPointF(side * 8, 0), QPointF(side * 3, -4), QPointF(side * 3, 4)])
        )
    painter.restore()


def _name_width(painter: QPainter, text: str) -> float:
    return painter.fontMetrics().horizontalAdvance(text) + 16.0


def _name_height(painter: QPainter) -> float:
    return painter.fontMetrics().height() + 8.0


def _paint_name(painter: QPainter, text: str, corner: QPointF) -> None:
    box = QRectF(corner, QSizeF(_name_width(painter, text), _name_height(painter)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 150))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor("white"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
