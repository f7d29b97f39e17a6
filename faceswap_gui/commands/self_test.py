"""``doctor --self-test``: swap the two portraits that the program brings, open and close a window.

Every stage's result is compared with a reference that was made when the program was released
(``resources/self_test.json``, by ``tools/make_self_test.py``).
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from faceswap_gui.assets import resource
from faceswap_gui.commands.demo import demo_pictures
from faceswap_gui.commands.finding import Finding, trouble, wrong_model
from faceswap_gui.commands.work import make_swapper
from faceswap_gui.errors import FaceSwapError

if TYPE_CHECKING:
    from faceswap_gui.pipeline.swapper import Swapper

REFERENCE = "self_test.json"


@attrs.frozen(eq=False)
class Measured:
    """What the swap of the built-in pair made."""

    hashes: dict[str, str]
    """SHA-256 of what is equal on every machine."""
    values: dict[str, list[float]]
    """Per stage, what is alike on every machine."""
    untouched: bool
    """Whether every pixel outside of the face equals the target's."""


def check_swap() -> Iterator[Finding]:
    """Swap on the processor and compare every stage with the reference."""
    from faceswap_gui.pipeline.fingerprint import TOLERANCES, deviation

    try:
        measured = measure()
        reference = json.loads(resource(REFERENCE).read_bytes())
    except FaceSwapError as error:
        yield wrong_model(f"self-test: the swap failed: {error}")
        return
    for name, expected in reference["hashes"].items():
        yield _same(name, measured.hashes[name], expected)
    for stage, expected in reference["values"].items():
        far, allowed = deviation(measured.values[stage], expected), TOLERANCES[stage]
        about = f"self-test: {stage} deviates by {far:.2g} (at most {allowed:g})"
        yield Finding(about) if far <= allowed else wrong_model(about)
    about = "self-test: pixels outside of the face are the target's"
    yield Finding(about) if measured.untouched else wrong_model(f"{about}: they are not")


def check_window() -> Iterator[Finding]:
    """Open the window without a screen, look at it and close it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        try:
            drawn = _drawn_window(folder)
        except (ImportError, OSError, FaceSwapError) as error:
            yield trouble(f"self-test: the window cannot be opened ({error})", "see above")
            return
    if drawn < 100:
        yield trouble(f"self-test: the window shows {drawn} colours", "report this")
    else:
        yield Finding(f"self-test: the window opened and closed; it shows {drawn} colours")


def measure() -> Measured:
    """Swap the built-in pair on the processor, with the settings' defaults.

    Raises:
        FaceSwapError: the swap failed.
    """
    from faceswap_gui.pipeline.fingerprint import pixel_hash, stage_values

    source, target = demo_pictures()
    swapper = make_swapper("cpu", None)
    swapper.set_source(source)
    swapper.set_target(target)
    pixels = swapper.render()
    hashes = {"read source": pixel_hash(swapper.source), "read target": pixel_hash(swapper.target)}
    faces = swapper.source_faces[0], swapper.target_faces[0]
    values = stage_values(*faces, swapper.last_render(), swapper.target)
    return Measured(hashes, values, _untouched(swapper, pixels))


def _untouched(swapper: Swapper, pixels: np.ndarray[Any, Any]) -> bool:
    """Whether the swap changed some pixels, and none that the composite did not mean to."""
    patch = swapper.last_render().patch
    y0, y1, x0, x1 = patch.roi
    outside = np.ones(pixels.shape[:2], bool)
    outside[y0:y1, x0:x1] = ~patch.changed
    same = (pixels == swapper.target.pixels).all(axis=2)
    return bool(same[outside].all() and not same.all())


def _same(name: str, found: str, expected: str) -> Finding:
    if found == expected:
        return Finding(f"self-test: {name} {found[:16]}…")
    return wrong_model(f"self-test: {name} gave {found[:16]}…, not {expected[:16]}…")


def _drawn_window(folder: str) -> int:
    """Return how many colours the window shows; its settings are kept out of the person's."""
    from PySide6.QtCore import QEvent, QSettings, QStandardPaths

    QStandardPaths.setTestModeEnabled(True)
    ini = QSettings.Format.IniFormat
    QSettings.setDefaultFormat(ini)
    QSettings.setPath(ini, QSettings.Scope.UserScope, folder)
    from PySide6.QtWidgets import QApplication

    from faceswap_gui.gui import create_window

    window = create_window()
    window.show()
    QApplication.processEvents()
    image = window.grab().toImage()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(image.height())}
    return len(colours)
