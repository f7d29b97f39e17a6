"""What the tools that drive the real window share: clean preferences, hands, patience."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

# The offscreen platform's own screen is smaller than the window: menus would be pushed aside.
os.environ.setdefault(
    "QT_QPA_PLATFORM",
    f"offscreen:configfile={Path(__file__).resolve().parent / 'screens' / 'screen.json'}",
)
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

from PySide6.QtCore import (
    QEventLoop,
    QMimeData,
    QPoint,
    QPointF,
    QSettings,
    QStandardPaths,
    Qt,
    QTimer,
    QUrl,
)
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from faceswap_gui.gui.window import MainWindow
from faceswap_gui.project.document import Document

PATIENCE = 180.0
"""Seconds to wait for the program."""
LEFT = Qt.MouseButton.LeftButton


@contextmanager
def clean_application() -> Iterator[Path]:
    """Keep the person's own settings and data out of it; yields a folder that goes afterwards."""
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_DATA_HOME"] = str(Path(scratch) / "data")
        application = QApplication.instance() or QApplication(sys.argv[:1])
        application.setQuitOnLastWindowClosed(False)
        # Nobody is there who could take what is dragged out of the window, or let go of it.
        QDrag.exec = lambda *_: Qt.DropAction.IgnoreAction
        # On Linux the folder above is used; its test mode would be one folder for everybody.
        QStandardPaths.setTestModeEnabled(sys.platform != "linux")
        ini = QSettings.Format.IniFormat
        QSettings.setDefaultFormat(ini)
        QSettings.setPath(ini, QSettings.Scope.UserScope, scratch)
        yield Path(scratch)


def wait(milliseconds: int) -> None:
    """Let the window live for a while; unlike QTest.qWait this lets other threads run Python."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(holds: Callable[[], object]) -> None:
    """Wait until something is the case, with the window alive meanwhile."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError("the program did not get there; look at its window")
        wait(20)


def until_finished(window: MainWindow) -> None:
    """Wait until the worker rests and the picture on show, if any, is that of the document."""
    studio = window.studio

    def rendered(document: Document) -> bool:
        shown = studio.rendered
        return bool(shown and not shown.is_draft and shown.document == document)

    until(
        lambda: window.worker.idle and (not studio.document.complete or rendered(studio.document))
    )


def drop(widget: QWidget, *paths: Path) -> None:
    """Drop files on a widget."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle, copy = widget.rect().center(), Qt.DropAction.CopyAction
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(middle, copy, data, LEFT, none))
    QApplication.sendEvent(widget, QDropEvent(QPointF(middle), copy, data, LEFT, none))


def draw(window: MainWindow, *spots: QPointF) -> None:
    """Press at the first point of the canvas's picture, lead through the others, let go."""
    canvas, none = window.canvas, Qt.KeyboardModifier.NoModifier
    points: list[QPoint] = [canvas.view.to_viewport(spot).toPoint() for spot in spots]
    QTest.mousePress(canvas, LEFT, none, points[0])
    for point in points[1:]:
        QTest.mouseMove(canvas, point)
    QTest.mouseRelease(canvas, LEFT, none, points[-1])


def end(window: MainWindow) -> None:
    """Close the window and let it be deleted."""
    window.close()
    window.deleteLater()
    wait(50)
