"""Take pictures of every state of the window, in both languages and themes, to look at.

    python tools/make_screenshots.py build/screens --size hd

Sizes: ``hd`` is 1280×720, ``uhd`` 3840×2160 at 200 %, ``150`` 1920×1080 at 150 %. Writes a
folder for each language and theme, and a contact sheet of each. ``--only`` takes some states.
"""

import argparse
import os
from pathlib import Path

_SIZES = {"hd": (1280, 720, "1"), "uhd": (1920, 1080, "2"), "150": (1280, 720, "1.5")}
"""Width and height in the window's units, and the screen's scale."""


def main() -> None:
    options = _options()
    width, height, scale = _SIZES[options.size]
    os.environ["QT_SCALE_FACTOR"] = scale  # before Qt begins

    import driving
    from screens.camera import sheet
    from screens.states import states

    from faceswap_gui.gui import create_window

    chosen = {
        name: state
        for name, state in states().items()
        if not options.only or any(word in name for word in options.only)
    }
    with driving.clean_application() as scratch:
        window = create_window()
        window.resize(width, height)
        window.show()
        for language in options.languages:
            for theme in options.themes:
                folder = options.folder / options.size / f"{language}-{theme}"
                _dress(language, theme)
                pictures = _take_all(window, chosen, folder, scratch)
                sheet(pictures, folder.with_suffix(".png"))
        driving.end(window)


def _take_all(window, states, folder: Path, scratch: Path) -> list[Path]:
    from screens.camera import take

    pictures = []
    for name, state in states.items():
        path = folder / f"{name}.png"
        way = state(window, scratch)
        next(way)
        take(window, path)
        next(way, None)
        pictures.append(path)
    return pictures


def _dress(language: str, theme: str) -> None:
    import driving

    from faceswap_gui.gui.preferences import use_language, use_theme
    from faceswap_gui.gui.theme import theme as of_application

    use_language(language)
    use_theme(theme)
    driving.until(lambda: of_application.settled)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", choices=_SIZES, default="hd")
    parser.add_argument("--only", nargs="*", default=[], help="parts of the states' names")
    parser.add_argument("--languages", nargs="+", default=["en", "zh_CN"])
    parser.add_argument("--themes", nargs="+", default=["dark", "light"])
    return parser.parse_args()


if __name__ == "__main__":
    main()
