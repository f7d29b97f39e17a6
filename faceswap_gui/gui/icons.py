"""The window's icons, drawn for this program as strokes on a 24×24 grid.

They are painted in the theme's colours at whatever size and pixel ratio the screen asks for.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from faceswap_gui.gui.theme import theme

_STROKES = {
    "open": "M3 18V6h6l2 2.5h10V18z M3 11h18",
    "picture": "M4 5h16v14H4z M4 16l5-5 4 4 3-3 4 4 M15.5 9.5h.01",
    "face": "M12 3c4.2 0 7 3 7 7.5 0 5.5-3.6 10.5-7 10.5s-7-5-7-10.5C5 6 7.8 3 12 3z "
    "M9 10.5h.01 M15 10.5h.01 M9.5 15.5c1.6 1.3 3.4 1.3 5 0",
    "undo": "M8 5L4 9l4 4 M4 9h10a5.5 5.5 0 0 1 0 11h-4",
    "redo": "M16 5l4 4-4 4 M20 9H10a5.5 5.5 0 0 0 0 11h4",
    "export": "M12 15V4 M8 8l4-4 4 4 M4 14v6h16v-6",
    "save": "M5 4h11l4 4v12H4V5z M8 4v5h7V4 M8 20v-6h8v6",
    "result": "M4 5h16v14H4z",
    "wipe": "M4 5h16v14H4z M12 2v20 M15 10l2.5 2-2.5 2 M9 10l-2.5 2L9 14",
    "wipe_horizontal": "M4 4h16v16H4z M2 12h20",
    "side": "M3 5h8v14H3z M13 5h8v14h-8z",
    "difference": "M4 4h10v10H4z M10 10h10v10H10z M12 12h.01",
    "three": "M2 7h5.5v10H2z M9.25 7h5.5v10h-5.5z M16.5 7H22v10h-5.5z",
    "eye": "M2 12c2.6-4.4 6-6.5 10-6.5s7.4 2.1 10 6.5c-2.6 4.4-6 6.5-10 6.5S4.6 16.4 2 12z "
    "M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z",
    "eye_off": "M4 8.5c-.8 1-1.5 2.200-2 3.500 2.600 4.400 6 6.500 10 6.500 1.500 0 2.800-.3 4-.8 "
    "M9 5.900c1-.3 2-.4 3-.4 4 0 7.400 2.100 10 6.500-.6 1-1.300 2-2 2.800 M3.500 3.500l17 17",
    "fit": "M4 9V4h5 M20 9V4h-5 M4 15v5h5 M20 15v5h-5",
    "zoom_in": "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z M15.5 15.5L21 21 "
    "M10.5 7.5v6 M7.5 10.5h6",
    "zoom_out": "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z M15.5 15.5L21 21 M7.5 10.5h6",
    "exchange": "M7 4v16 M3.5 16.5L7 20l3.5-3.5 M17 20V4 M13.5 7.5L17 4l3.5 3.5",
    "close": "M6 6l12 12 M18 6L6 18",
    "copy": "M9 9h11v11H9z M5 15H4V4h11v1",
    "warning": "M12 4l9.5 16h-19z M12 10v5 M12 17.5h.01",
    "question": "M8.5 9a3.5 3.5 0 1 1 5.3 3c-1.200.7-1.800 1.400-1.800 2.700 M12 18.500h.01",
    "done": "M5 12.5l4.5 4.5L19 7.5",
    "open_group": "M7 10l5 5 5-5",
    "closed_group": "M10 7l5 5-5 5",
    "more": "M5 11.500a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1z M12 11.500a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1z "
    "M19 11.500a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1z",
    "add": "M12 5v14 M5 12h14",
    "folder": "M3 18V6h6l2 2.5h10V18z",
    "play": "M8 5l10 7-10 7z",
    "waiting": "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z M12 8v4.500l3 2",
    "hand": "M8 12V5.500a1.500 1.500 0 0 1 3 0V11 M11 10.500V4a1.500 1.500 0 0 1 3 0v6.500 "
    "M14 11V5.500a1.500 1.500 0 0 1 3 0V13 M17 12V8.500a1.500 1.500 0 0 1 3 0V15c0 3.500-2.500 6-6 "
    "6-3 0-4.500-1.200-6-3.500l-3.500-5c-.8-1.300.9-2.600 2-1.500L8 13",
    "brush": "M20 4c-4 2-8 6-9.500 8.500l2.500 2.500C15.500 13.500 19 8.500 20 4z "
    "M9.500 13.500c-2.500 0-3.500 1.500-3.500 3.500 0 1.500-1 2-2 2.500 3 1.500 8 1 8-3.500z",
    "eraser": "M9 20h11 M4 14.500L13.500 5l6 6L11 19.500H8z M8.500 10l6 6",
    "soften": "M12 4c3 4 5.500 7 5.500 10.500a5.500 5.500 0 0 1-11 0C6.500 11 9 8 12 4z "
    "M9.500 15a2.500 2.500 0 0 0 2.500 2.500",
    "landmarks": "M4.500 15.500C6 10 8 8 12 8s6 2 7.500 7.500 M12 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4z "
    "M4 15.500a2 2 0 1 1 0 4 2 2 0 0 1 0-4z M20 15.500a2 2 0 1 1 0 4 2 2 0 0 1 0-4z",
    "box": "M4 8V4h4 M16 4h4v4 M20 16v4h-4 M8 20H4v-4 M9.500 10.500h.01 M14.500 10.500h.01 "
    "M9.500 14.500c1.600 1.200 3.400 1.200 5 0",
    "mask": "M4 5h16v14H4z M4 12l7-7 M4 19L18 5 M11 19l9-9",
    "drag_out": "M11 6H5v13h13v-6 M14 4h6v6 M20 4l-9 9",
    "transport": "M3 7h10 M10 4l3 3-3 3 M3 17h10 M10 14l3 3-3 3 M18 4v16",
    "reset": "M5 4v5h5 M5.5 9A7.5 7.5 0 1 1 4.5 13",
}

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="{colour}" '
    'stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round"><path d="{path}"/></svg>'
)


def draw_icon(painter: QPainter, name: str, into: QRectF, colour: str, width: float = 1.7) -> None:
    """Draw an icon's strokes into a rectangle."""
    svg = _SVG.format(colour=colour, width=width, path=_STROKES[name])
    QSvgRenderer(QByteArray(svg.encode())).render(painter, into)


def icon(name: str, colour: str | None = None) -> QIcon:
    """Return an icon in the theme's text colour, or in one of its own."""
    return QIcon(_StrokeIcon(name, colour))


class _StrokeIcon(QIconEngine):
    """Paints the strokes when asked, so an icon follows the theme and is sharp at any scale."""

    def __init__(self, name: str, colour: str | None) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:
        draw_icon(painter, self._name, QRectF(rect), self._shown(mode, state))  # type: ignore[call-overload]

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        colour = self._shown(mode, state)
        key = f"{self._name} {colour} {size.width()}x{size.height()}"
        kept = QPixmap()
        if not QPixmapCache.find(key, kept):
            kept = _drawn(self._name, size, colour)
            QPixmapCache.insert(key, kept)
        return kept

    def _shown(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        """Return the colour in which the icon is seen."""
        colours = theme.colours
        if mode is QIcon.Mode.Disabled:
            return colours.disabled
        return self._colour or (colours.accent if state is QIcon.State.On else colours.text)

    def clone(self) -> QIconEngine:
        return _StrokeIcon(self._name, self._colour)


def _drawn(name: str, size: QSize, colour: str) -> QPixmap:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw_icon(painter, name, QRectF(0, 0, size.width(), size.height()), colour)
    painter.end()
    return QPixmap.fromImage(image)
