"""Make the icon files that installers want from ``resources/icon.svg``.

Run ``python tools/make_icons.py`` after the drawing has changed. Writes ``packaging/icons/``: PNG
for Linux desktops, ICO for Windows and ICNS for macOS.
"""

from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
DRAWING = ROOT / "resources" / "icon.svg"
FOLDER = ROOT / "packaging" / "icons"
NAME = "faceswap-gui"
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_SIZES = (32, 64, 128, 256, 512, 1024)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for size in (48, 256):
        drawn(size).save(FOLDER / f"{NAME}-{size}.png", optimize=True)
    # Each size is drawn by itself: a large picture made small is soft.
    write(FOLDER / f"{NAME}.ico", ICO_SIZES)
    write(FOLDER / f"{NAME}.icns", ICNS_SIZES)


def write(path: Path, sizes: tuple[int, ...]) -> None:
    """Write a file that holds the icon in several sizes."""
    pictures = [drawn(size) for size in sizes]
    pictures[-1].save(path, sizes=[(s, s) for s in sizes], append_images=pictures[:-1])


def drawn(size: int) -> Image.Image:
    """Return the icon, `size` pixels wide and high, with transparency."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(BytesIO(bytes(buffer.data().data())))


if __name__ == "__main__":
    main()
