"""Make the pictures of ``docs/tasks/`` from the running program, on its two sample portraits.

Run ``QT_QPA_PLATFORM=offscreen python tools/make_guide_pictures.py`` when the window has changed.
"""

import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QSettings, QStandardPaths
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from faceswap_gui.assets import resource
from faceswap_gui.gui import create_window
from faceswap_gui.gui.inspector.distance import DistanceBar
from faceswap_gui.gui.window import MainWindow
from faceswap_gui.project.document import Role

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
SIZE = 1240, 760
PATIENCE = 120
"""Seconds to wait for the program."""


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        _forget_preferences(scratch)
        window = create_window()
        window.resize(*SIZE)
        window.show()
        take(window, "empty")
        source, target = resource("demo_source.jpg"), resource("demo_target.jpg")
        window.studio.open_pair(source, target)
        until_rendered(window)
        distance = window.findChild(DistanceBar, "level1Distance")
        until(lambda: "→" in distance.text())  # it appears after the picture
        take(window.inspector, "tune")
        compare = window.actions_by_name["actionCompare"]
        compare.trigger()
        take(window, "compare")
        compare.trigger()
        window.studio.open_picture(Role.TARGET, group_of(target, source, Path(scratch)))
        until_rendered(window)
        window.studio.choose_face(Role.TARGET, 1)
        until_rendered(window)
        take(window, "group")
        window.close()
        window.deleteLater()
        QTest.qWait(50)


def take(widget: QWidget, name: str) -> None:
    """Write what a part of the window shows."""
    QTest.qWait(300)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().toImage().save(buffer, "PNG")
    picture = Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB")
    picture.save(FOLDER / f"{name}.webp", quality=88, method=6)


def until_rendered(window: MainWindow) -> None:
    """Wait until the picture on show is that of the document as it is."""
    studio = window.studio
    until(
        lambda: (
            studio.worker.idle
            and studio.rendered is not None
            and not studio.rendered.is_draft
            and studio.rendered.document == studio.document
        )
    )


def until(holds: Callable[[], bool]) -> None:
    """Wait until something is the case."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError("the program did not get there; look at its window")
        QTest.qWait(50)


def group_of(first: Path, second: Path, folder: Path) -> Path:
    """Write a picture of two people, next to each other."""
    pictures = [
        np.asarray(Image.open(path).convert("RGB").resize((512, 600))) for path in (first, second)
    ]
    path = folder / "group.png"
    Image.fromarray(np.hstack(pictures)).save(path)
    return path


def _forget_preferences(scratch: str) -> None:
    """Keep the person's own settings out of the pictures, and the pictures' out of theirs."""
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    QStandardPaths.setTestModeEnabled(True)
    ini = QSettings.Format.IniFormat
    QSettings.setDefaultFormat(ini)
    QSettings.setPath(ini, QSettings.Scope.UserScope, scratch)


if __name__ == "__main__":
    main()
