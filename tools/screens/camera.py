"""Takes the window's picture, with the dialogs and menus that stand before it."""

from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from faceswap_gui.gui.window import MainWindow

_COLUMNS, _WIDTH = 3, 640


def take(window: MainWindow, path: Path) -> None:
    """Write what a person sees."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture_of(window).save(str(path))


def picture_of(shown: QWidget) -> QPixmap:
    """Return what a person sees of the window, or of a part of it."""
    QTest.qWait(150)
    picture = shown.grab()
    if not shown.isWindow():
        return picture
    painter = QPainter(picture)
    for other in QApplication.topLevelWidgets():
        if other is not shown and other.isVisible() and other.width() > 1:
            _put_before(painter, shown, other)
    painter.end()
    return picture


def _put_before(painter: QPainter, window: QWidget, other: QWidget) -> None:
    """Paint a dialog in the window's middle, a menu where it opened."""
    if isinstance(other, QMenu):
        corner = other.pos() - window.pos()
    else:
        room = window.size() - other.size()
        corner = QPoint(room.width() // 2, room.height() // 2)
    grabbed: QPixmap = other.grab()
    painter.fillRect(other.rect().translated(corner + QPoint(3, 3)), QColor(0, 0, 0, 90))
    painter.drawPixmap(QPointF(corner), grabbed)
    painter.drawRect(other.rect().translated(corner))


def sheet(pictures: list[Path], path: Path) -> None:
    """Write a contact sheet of pictures, each with its name."""
    shrunk = []
    for one in pictures:
        image = Image.open(one).convert("RGB")
        height = round(image.height * _WIDTH / image.width)
        shrunk.append(image.resize((_WIDTH, height), Image.Resampling.LANCZOS))
    row = max(image.height for image in shrunk) + 18
    rows = -(-len(shrunk) // _COLUMNS)
    whole = Image.new("RGB", (_COLUMNS * (_WIDTH + 6), rows * row), "#808080")
    pen = ImageDraw.Draw(whole)
    for index, (one, image) in enumerate(zip(pictures, shrunk, strict=True)):
        x, y = index % _COLUMNS * (_WIDTH + 6), index // _COLUMNS * row
        pen.text((x + 4, y + 3), one.stem, fill="white")
        whole.paste(image, (x, y + 18))
    whole.save(path)
