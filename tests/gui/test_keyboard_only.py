"""A whole swap without a mouse: open, set, look, take back, do again, export."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from faceswap_gui.project.document import Role

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def press(person):
    """Press keys where the focus is, as a keyboard does."""
    person.window.activateWindow()

    def send(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            person.qtbot.keyClick(QApplication.focusWidget() or person.window, key, modifiers)

    return send


@pytest.fixture
def go_to(person, press):
    """Press Tab until that part of the window has the focus."""

    def travel(wanted: QWidget) -> None:
        for _ in range(120):
            if QApplication.focusWidget() is wanted:
                return
            press(Qt.Key.Key_Tab)
        raise AssertionError(f"the Tab key does not lead to {wanted.objectName()}")

    return travel


@pytest.fixture
def answer(monkeypatch):
    """Type this name into the next file dialog."""

    def name(path) -> None:
        for method in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, method, lambda *_a, **_k: (str(path), ""))

    return name


def test_from_the_first_picture_to_the_file(person, press, go_to, answer, source, target, tmp_path):
    studio, slider = person.window.studio, person.find("blendSlider")
    answer(source)
    press(Qt.Key.Key_O, CTRL)
    person.until(lambda: studio.document.picture(Role.SOURCE))
    answer(target)
    press(Qt.Key.Key_O, CTRL | SHIFT)
    swapped = person.until_rendered()

    go_to(slider)
    press(Qt.Key.Key_Home)
    without_a_swap = person.until_rendered()
    assert studio.document.settings.blend == 0.0
    go_to(person.find("level2Switch"))
    press(Qt.Key.Key_Space)
    assert studio.document.settings.levels[1] == 0.0
    press(Qt.Key.Key_Z, CTRL, times=2)
    assert person.until_rendered() == swapped
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert person.until_rendered() == without_a_swap

    written = tmp_path / "by-hand.png"
    answer(written)
    press(Qt.Key.Key_E, CTRL)
    assert "Exported" in person.until_told()
    image = QImage(str(written)).convertToFormat(QImage.Format.Format_RGB888)
    assert image == without_a_swap.convertToFormat(QImage.Format.Format_RGB888)
