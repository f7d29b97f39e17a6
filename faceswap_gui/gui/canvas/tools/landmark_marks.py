"""How landmarks look on the canvas: dots on thin lines, moved ones as diamonds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from faceswap_gui.gui.theme import DARK

_DARK = QColor(0, 0, 0, 150)
_LINE = QColor(255, 255, 255, 170)
_MOVED = QColor(DARK.middling)
_CHOSEN = QColor(DARK.accent)
RIGHT_EYE_OUTER, LEFT_EYE_OUTER = 33, 263
_MANY = 100
"""From this many points on they are drawn small, or they would hide the face."""


def paint_landmarks(
    painter: QPainter,
    places: Sequence[QPointF],
    handles: Sequence[int],
    moved: set[int],
    chosen: int | None,
) -> None:
    """Paint a face's landmarks.

    Args:
        painter: of the viewport.
        places: where all 478 landmarks lie in the viewport.
        handles: those that can be taken hold of.
        moved: those that are not where they were found.
        chosen: the one that was taken hold of last.
    """
    from faceswap_gui.faces.handles import CONTOURS

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for contour in CONTOURS:
        line = QPolygonF([places[landmark] for landmark in contour])
        for colour, width in ((_DARK, 2.6), (_LINE, 1.0)):
            painter.setPen(QPen(colour, width))
            painter.drawPolyline(line)
    radius = _radius(places, len(handles) > _MANY)
    _paint_dots(
        painter, [places[landmark] for landmark in handles if landmark not in moved], radius
    )
    for landmark in moved:
        _paint_diamond(painter, places[landmark], radius + 2.4)
    if chosen is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((_DARK, 4.0), (_CHOSEN, 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(places[chosen], 9.0, 9.0)
    painter.restore()


def _radius(places: Sequence[QPointF], many: bool) -> float:
    """Return the dots' radius: smaller where the face is, so that they never hide it."""
    across = places[LEFT_EYE_OUTER] - places[RIGHT_EYE_OUTER]
    eye_distance = (across.x() ** 2 + across.y() ** 2) ** 0.5
    smallest, largest, share = (0.7, 2.4, 0.012) if many else (1.8, 3.6, 0.03)
    return float(min(largest, max(smallest, share * eye_distance)))


def _paint_dots(painter: QPainter, places: Sequence[QPointF], radius: float) -> None:
    """Paint white dots with a dark rim, all at once: there may be hundreds."""
    rim = min(1.4, 0.6 * radius)
    for colour, diameter in ((_DARK, 2 * radius + rim), (QColor("white"), 2 * radius - rim / 2)):
        pen = QPen(colour, diameter)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(places)


def _paint_diamond(painter: QPainter, place: QPointF, radius: float) -> None:
    painter.setPen(QPen(QColor("black"), 1.4))
    painter.setBrush(_MOVED)
    corners = (QPointF(0, -radius), QPointF(radius, 0), QPointF(0, radius), QPointF(-radius, 0))
    painter.drawPolygon(QPolygonF([place + corner for corner in corners]))
