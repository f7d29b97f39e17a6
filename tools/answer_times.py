"""Measure how soon the preview answers a slider, in the real window at one megapixel.

    OMP_NUM_THREADS=1 python tools/answer_times.py

Prints for each control the milliseconds until the next preview is on the screen, and those that
the program computed for it. On a machine with other work the first say how busy that is; the
second are what the goals are about: blend 50, a level 150, a control of the reenactment 500.
"""

import argparse
import statistics
import time
from pathlib import Path

import driving
from PIL import Image
from PySide6.QtCore import QEventLoop

from faceswap_gui.assets import resource
from faceswap_gui.gui import create_window
from faceswap_gui.gui.window import MainWindow
from faceswap_gui.pipeline.settings import control

SIZES = {"demo_source.jpg": (1000, 1000), "demo_target.jpg": (924, 1083)}
"""Width and height of one megapixel each."""
GOALS = {
    **dict.fromkeys(("blend", "feather"), 50),
    **dict.fromkeys(("level1", "level2", "level3", "light_match"), 150),
    **dict.fromkeys(("face_shape", "expression", "eyes", "mouth", "gaze"), 500),
}
"""Milliseconds by control."""


def main() -> None:
    moves = _options().moves
    with driving.clean_application() as scratch:
        window = create_window()
        window.resize(1280, 720)
        window.show()
        window.studio.open_pair(*(_megapixel(name, scratch) for name in SIZES))
        driving.until(lambda: window.studio.document.complete)
        driving.until_finished(window)
        for name, goal in GOALS.items():
            times = [_answer(window, name, (n + 1) / (moves + 2)) for n in range(moves)]
            wall, computed = (statistics.median(column) for column in zip(*times, strict=True))
            print(f"{name:12} {wall:7.0f} ms, of it computed {computed:5.0f}; goal {goal}")
        driving.end(window)


def _megapixel(name: str, folder: Path) -> Path:
    path = folder / name
    Image.open(resource(name)).resize(SIZES[name], Image.Resampling.LANCZOS).save(path, quality=95)
    return path


def _answer(window: MainWindow, name: str, share: float) -> tuple[float, float]:
    """Move a slider to a share of its range; return the milliseconds to its preview.

    The second number is the milliseconds that all threads together computed.
    """
    studio, loop, moved = window.studio, QEventLoop(), control(name)
    value = moved.minimum + share * (moved.maximum - moved.minimum)

    def answered(rendered: object) -> None:
        if studio.rendered is rendered and studio.rendered.document == studio.document:
            loop.quit()

    studio.rendered_changed.connect(answered)
    began, computed = time.perf_counter(), time.process_time()
    studio.set_control(name, value)
    loop.exec()
    times = 1000 * (time.perf_counter() - began), 1000 * (time.process_time() - computed)
    studio.rendered_changed.disconnect(answered)
    driving.until_finished(window)
    return times


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--moves", type=int, default=6, help="moves of each control (6)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
