"""States in which the result is looked at."""

from collections.abc import Iterator
from pathlib import Path

import driving
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from faceswap_gui.gui.window import MainWindow
from screens.way import State, measured, undone


def compare(name: str) -> State:
    def state(window: MainWindow, _scratch: Path) -> Iterator[None]:
        action = window.actions_by_name[name]
        action.trigger()
        yield
        action.trigger()

    return state


def level_solo(window: MainWindow, _scratch: Path) -> Iterator[None]:
    with undone(window):
        for level in (2, 3):
            window.studio.set_control(f"level{level}", 0.0)
        measured(window)
        yield


def transport(window: MainWindow, _scratch: Path) -> Iterator[None]:
    button, overlay = window.inspector.transport.buttons[2], window.canvas.transport
    button.click()
    driving.until(lambda: overlay.picture)
    nose = window.canvas.view.to_viewport(overlay.picture.place.center())  # type: ignore[union-attr]
    QTest.mouseMove(window.canvas, nose.toPoint())
    yield
    button.click()


def history(window: MainWindow, _scratch: Path) -> Iterator[None]:
    toggle = window.findChild(QAction, "actionHistory")
    assert toggle is not None
    toggle.trigger()
    yield
    toggle.trigger()


def focus(window: MainWindow, _scratch: Path) -> Iterator[None]:
    window.activateWindow()
    slider = window.inspector.rows["eyes"].slider
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    yield
    window.canvas.setFocus()


def smallest(window: MainWindow, _scratch: Path) -> Iterator[None]:
    size = window.size()
    window.resize(window.minimumSize())
    yield
    window.resize(size)


def zoomed(window: MainWindow, _scratch: Path) -> Iterator[None]:
    window.canvas.zoom_to(16.0)
    yield
    window.canvas.fit()
