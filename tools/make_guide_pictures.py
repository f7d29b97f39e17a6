"""Make the pictures of ``docs/tasks/`` from the running program, on its two sample portraits.

    python tools/make_guide_pictures.py [NAME …]

Run it when the window has changed. The states are those of ``tools/make_screenshots.py``.
"""

import argparse
from io import BytesIO
from pathlib import Path

import driving
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QWidget
from screens.camera import picture_of
from screens.states import states

from faceswap_gui.gui import create_window
from faceswap_gui.gui.preferences import use_language
from faceswap_gui.gui.window import MainWindow

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
SIZE = 1240, 760
PICTURES = {
    "empty": "01-empty",
    "tune": "04-pair",
    "compare": "05-wipe",
    "transport": "07-transport",
    "brush": "08-brush",
    "landmarks": "09-landmarks",
    "batch": "11-batch",
    "export": "12-export",
    "group": "19-group",
}
"""The states by the names of their pictures, in the order in which they follow."""
_NEEDED = "04-pair"
"""The state that all later ones begin with."""


def main() -> None:
    wanted = _options().names or list(PICTURES)
    with driving.clean_application() as scratch:
        window = create_window()
        use_language("en")
        window.resize(*SIZE)
        window.show()
        for name, state in PICTURES.items():
            if name not in wanted and state != _NEEDED:
                continue
            way = states()[state](window, scratch)
            next(way)
            if name in wanted:
                take(window, name)
            next(way, None)
        driving.end(window)


def take(window: MainWindow, name: str) -> None:
    """Write what the window, or for *tune* the controls, shows."""
    shown: QWidget = window.inspector if name == "tune" else window
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture_of(shown).toImage().save(buffer, "PNG")
    picture = Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB")
    picture.save(FOLDER / f"{name}.webp", quality=88, method=6)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", choices=[*PICTURES, []])
    return parser.parse_args()


if __name__ == "__main__":
    main()
