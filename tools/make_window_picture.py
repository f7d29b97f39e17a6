"""Make ``docs/pictures/window.png``: the window with the demo's swap, as the README shows it.

Run ``QT_QPA_PLATFORM=offscreen python tools/make_window_picture.py`` when the window has changed.
"""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from faceswap_gui.assets import resource
from faceswap_gui.gui import create_window
from faceswap_gui.gui.inspector.distance import DistanceBar

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "pictures" / "window.png"
SIZE = 1440, 900
LOOKING = 200
"""Milliseconds between looks whether all is there."""
SETTLING = 500
"""Milliseconds until the status bar has said what it says."""


def main() -> None:
    window = create_window()
    window.resize(*SIZE)
    window.show()
    looking = QTimer(window, interval=LOOKING)

    def take() -> None:
        window.grab().save(str(PICTURE))
        QApplication.quit()

    def look() -> None:
        # The levels' distances come last, after the render.
        if "→" in window.findChild(DistanceBar, "level1Distance").text():
            looking.stop()
            QTimer.singleShot(SETTLING, take)

    looking.timeout.connect(look)
    looking.start()
    window.studio.open_pair(resource("demo_source.jpg"), resource("demo_target.jpg"))
    QApplication.exec()
    window.close()
    window.deleteLater()
    QApplication.processEvents()


if __name__ == "__main__":
    main()
