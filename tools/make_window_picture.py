"""Make ``docs/pictures/window.png``: the window with the demo's swap, as the README shows it.

Run ``QT_QPA_PLATFORM=offscreen python tools/make_window_picture.py`` when the window has changed.
"""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from faceswap_gui.assets import resource
from faceswap_gui.gui import create_window

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "pictures" / "window.png"
SIZE = 1440, 900
MEASURING = 4000
"""Milliseconds after the render in which the levels' distances appear as well."""


def main() -> None:
    window = create_window()
    window.resize(*SIZE)
    window.show()

    def take() -> None:
        PICTURE.parent.mkdir(exist_ok=True)
        window.grab().save(str(PICTURE))
        QApplication.quit()

    def when_rendered(rendered: object | None) -> None:
        if rendered is not None:
            QTimer.singleShot(MEASURING, take)

    window.studio.rendered_changed.connect(when_rendered)
    window.studio.open_pair(resource("demo_source.jpg"), resource("demo_target.jpg"))
    QApplication.exec()
    window.close()


if __name__ == "__main__":
    main()
