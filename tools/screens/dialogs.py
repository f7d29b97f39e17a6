"""States in which the window asks or tells something."""

from collections.abc import Iterator
from pathlib import Path

import driving
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from faceswap_gui.errors import InputError
from faceswap_gui.gui.batch.dock import BatchDock
from faceswap_gui.gui.language import tr
from faceswap_gui.gui.window import MainWindow
from faceswap_gui.gui.worker import failure_of
from screens.way import SOURCE, TARGET, group_of, top


def batch(window: MainWindow, scratch: Path) -> Iterator[None]:
    dock = window.findChild(BatchDock, "batchDock")
    assert dock is not None
    results = scratch / "swapped"
    results.mkdir(exist_ok=True)
    dock.show()
    dock.desk.add([SOURCE, TARGET, group_of(scratch)], results)
    yield
    dock.desk.remove([entry.job for entry in dock.desk.entries])
    dock.hide()


def export(window: MainWindow, _scratch: Path) -> Iterator[None]:
    dialog = top(window, "exportDialog")
    window.actions_by_name["actionExportOptions"].trigger()
    size = dialog.findChild(QLabel, "exportSize")
    driving.until(lambda: size is not None and "×" in size.text())
    yield
    dialog.hide()


def preset_menu(window: MainWindow, _scratch: Path) -> Iterator[None]:
    button = window.findChild(QToolButton, "presetMenu")
    assert button is not None
    menu = button.menu()
    corner = button.mapToGlobal(button.rect().bottomRight())
    menu.popup(corner)
    menu.move(corner - QPoint(menu.width(), 0))  # as where the screen ends with the window
    yield
    menu.close()


def error(window: MainWindow, scratch: Path) -> Iterator[None]:
    empty = scratch / "holiday-in-the-mountains.jpg"
    window.banner.show_failure(
        failure_of(
            InputError(
                "{name}: no face was found; try a picture in which the face is larger, sharper "
                "or turned more to the camera",
                name=empty.name,
            )
        )
    )
    yield
    window.banner.hide()


def recovery(window: MainWindow, _scratch: Path) -> Iterator[None]:
    words = tr("There is unsaved work from {moment}.", moment="2026-05-04 17:32")
    window.banner.ask(words, QPushButton(tr("Restore")), QPushButton(tr("Discard")))
    yield
    window.banner.hide()


def first_start(window: MainWindow, _scratch: Path) -> Iterator[None]:
    window.rights.show()
    yield
    window.rights.hide()


def shortcuts(window: MainWindow, _scratch: Path) -> Iterator[None]:
    window.help.show_shortcuts()
    yield
    top(window, "shortcutList").hide()


def about(window: MainWindow, _scratch: Path) -> Iterator[None]:
    window.help.show_about()
    yield
    top(window, "about").hide()
