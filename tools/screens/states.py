"""Every state of the window that is looked at, and how a person gets there and back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import driving
import numpy as np
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QToolButton, QWidget

from faceswap_gui.assets import resource
from faceswap_gui.errors import InputError
from faceswap_gui.gui.batch.dock import BatchDock
from faceswap_gui.gui.canvas.tools.toolbox import ToolName
from faceswap_gui.gui.inspector.distance import DistanceBar
from faceswap_gui.gui.language import tr
from faceswap_gui.gui.window import MainWindow
from faceswap_gui.gui.worker import Job, failure_of
from faceswap_gui.project.document import Document, Role

SOURCE, TARGET = (resource(name) for name in ("demo_source.jpg", "demo_target.jpg"))
State = Callable[[MainWindow, Path], Iterator[None]]
"""Leads the window into a state, yields while its picture is taken, and leads it back."""


def states() -> dict[str, State]:
    """Return all states by the name of their picture, in the order in which they follow."""
    return {
        "01-empty": _empty,
        "02-source-only": _source_only,
        "03-loading": _loading,
        "04-pair": _pair,
        **{f"05-{name}": _compare(action) for name, action in _COMPARE.items()},
        "06-level-solo": _level_solo,
        "07-transport": _transport,
        "08-brush": _brush,
        "09-landmarks": _landmarks,
        "10-box": _box,
        "11-batch": _batch,
        "12-export": _export,
        "13-preset-menu": _preset_menu,
        "14-error": _error,
        "15-recovery": _recovery,
        "16-first-start": _first_start,
        "17-shortcuts": _shortcuts,
        "18-history": _history,
        "19-group": _group,
        "20-film-strip": _film_strip,
        "21-focus": _focus,
        "22-smallest": _smallest,
        "23-zoomed": _zoomed,
    }


_COMPARE = {
    "wipe": "actionCompare",
    "wipe-horizontal": "actionCompareHorizontal",
    "side-by-side": "actionCompareSideBySide",
    "difference": "actionCompareDifference",
    "three": "actionCompareThree",
}


def _empty(window: MainWindow, _scratch: Path) -> Iterator[None]:
    window.studio.restore(Document(), tr("Start"))
    driving.until_finished(window)
    yield


def _source_only(window: MainWindow, _scratch: Path) -> Iterator[None]:
    window.studio.open_picture(Role.SOURCE, SOURCE)
    driving.until(lambda: window.studio.document.source)
    driving.until_finished(window)
    yield


def _loading(window: MainWindow, _scratch: Path) -> Iterator[None]:
    over = Event()

    def work(_engine: object, task: object) -> None:
        task.progress("encode", 0.4)  # type: ignore[attr-defined]
        over.wait()

    title = tr("Opening {name}", name=TARGET.name)
    window.worker.submit(Job("screenshot", title, work, lambda _: None, lambda _: None))
    bar = _part(window, "jobProgress")
    driving.until(bar.isVisible)
    QTest.qWait(100)
    yield
    over.set()
    driving.until(lambda: window.worker.idle)


def _pair(window: MainWindow, _scratch: Path) -> Iterator[None]:
    window.studio.open_pair(SOURCE, TARGET)
    driving.until(lambda: window.studio.document.complete)
    driving.until_finished(window)
    distance = window.findChild(DistanceBar, "level1Distance")
    driving.until(lambda: distance is not None and "→" in distance.text())
    yield


def _compare(name: str) -> State:
    def state(window: MainWindow, _scratch: Path) -> Iterator[None]:
        action = window.actions_by_name[name]
        action.trigger()
        yield
        action.trigger()

    return state


def _level_solo(window: MainWindow, _scratch: Path) -> Iterator[None]:
    with _undone(window):
        for level in (2, 3):
            window.studio.set_control(f"level{level}", 0.0)
        _measured(window)
        yield


def _transport(window: MainWindow, _scratch: Path) -> Iterator[None]:
    button, overlay = window.inspector.transport.buttons[2], window.canvas.transport
    button.click()
    driving.until(lambda: overlay.picture)
    nose = window.canvas.view.to_viewport(overlay.picture.place.center())  # type: ignore[union-attr]
    QTest.mouseMove(window.canvas, nose.toPoint())
    yield
    button.click()


def _brush(window: MainWindow, _scratch: Path) -> Iterator[None]:
    toolbox = window.workbench.toolbox
    with _undone(window):
        toolbox.choose(ToolName.ADD)
        driving.draw(window, QPointF(190, 130), QPointF(260, 120), QPointF(330, 135))
        toolbox.choose(ToolName.REMOVE)
        driving.draw(window, QPointF(180, 210), QPointF(170, 260))
        driving.until_finished(window)
        yield
        toolbox.choose(ToolName.HAND)


def _landmarks(window: MainWindow, _scratch: Path) -> Iterator[None]:
    window.workbench.toolbox.choose(ToolName.LANDMARKS)
    yield
    window.workbench.toolbox.choose(ToolName.HAND)


def _box(window: MainWindow, _scratch: Path) -> Iterator[None]:
    canvas = window.canvas
    window.workbench.toolbox.choose(ToolName.BOX)
    corners = [canvas.view.to_viewport(QPointF(*at)).toPoint() for at in ((60, 60), (140, 170))]
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(canvas, driving.LEFT, none, corners[0])
    QTest.mouseMove(canvas, corners[1])
    yield
    canvas.tool.give_up()
    window.workbench.toolbox.choose(ToolName.HAND)


def _batch(window: MainWindow, scratch: Path) -> Iterator[None]:
    dock = window.findChild(BatchDock, "batchDock")
    assert dock is not None
    results = scratch / "swapped"
    results.mkdir(exist_ok=True)
    dock.show()
    dock.desk.add([SOURCE, TARGET, group_of(scratch)], results)
    yield
    dock.desk.remove([entry.job for entry in dock.desk.entries])
    dock.hide()


def _export(window: MainWindow, _scratch: Path) -> Iterator[None]:
    dialog = _top(window, "exportDialog")
    window.actions_by_name["actionExportOptions"].trigger()
    size = dialog.findChild(QLabel, "exportSize")
    driving.until(lambda: size is not None and "×" in size.text())
    yield
    dialog.hide()


def _preset_menu(window: MainWindow, _scratch: Path) -> Iterator[None]:
    button = window.findChild(QToolButton, "presetMenu")
    assert button is not None
    menu = button.menu()
    corner = button.mapToGlobal(button.rect().bottomRight())
    menu.popup(corner)
    menu.move(corner - QPoint(menu.width(), 0))  # as where the screen ends with the window
    yield
    menu.close()


def _error(window: MainWindow, scratch: Path) -> Iterator[None]:
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


def _recovery(window: MainWindow, _scratch: Path) -> Iterator[None]:
    words = tr("There is unsaved work from {moment}.", moment="2026-05-04 17:32")
    window.banner.ask(words, QPushButton(tr("Restore")), QPushButton(tr("Discard")))
    yield
    window.banner.hide()


def _first_start(window: MainWindow, _scratch: Path) -> Iterator[None]:
    window.rights.show()
    yield
    window.rights.hide()


def _shortcuts(window: MainWindow, _scratch: Path) -> Iterator[None]:
    window.show_shortcuts()
    yield
    _top(window, "shortcutList").hide()


def _history(window: MainWindow, _scratch: Path) -> Iterator[None]:
    toggle = window.findChild(QAction, "actionHistory")
    assert toggle is not None
    toggle.trigger()
    yield
    toggle.trigger()


def _group(window: MainWindow, scratch: Path) -> Iterator[None]:
    with _undone(window):
        window.studio.open_picture(Role.TARGET, group_of(scratch))
        driving.until(lambda: "group" in str(window.studio.document.target))
        window.studio.choose_face(Role.TARGET, 1)
        _measured(window)
        yield


def _film_strip(window: MainWindow, scratch: Path) -> Iterator[None]:
    film = window.panes[Role.SOURCE].film
    with _undone(window):
        driving.drop(window.panes[Role.SOURCE], SOURCE, TARGET, group_of(scratch))
        _measured(window)
        yield
        film.show_paths([])


def _focus(window: MainWindow, _scratch: Path) -> Iterator[None]:
    window.activateWindow()
    slider = window.inspector.rows["eyes"].slider
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    yield
    window.canvas.setFocus()


def _smallest(window: MainWindow, _scratch: Path) -> Iterator[None]:
    size = window.size()
    window.resize(window.minimumSize())
    yield
    window.resize(size)


def _zoomed(window: MainWindow, _scratch: Path) -> Iterator[None]:
    window.canvas.zoom_to(16.0)
    yield
    window.canvas.fit()


def group_of(folder: Path) -> Path:
    """Write a picture of both people, next to each other."""
    path = folder / "group.png"
    both = [np.asarray(Image.open(p).convert("RGB").resize((512, 600))) for p in (TARGET, SOURCE)]
    Image.fromarray(np.hstack(both)).save(path)
    return path


@contextmanager
def _undone(window: MainWindow) -> Iterator[None]:
    """Take back what is done meanwhile, so that the next state begins with the pair."""
    stack = window.studio.stack
    index = stack.index()
    yield
    driving.until(lambda: window.worker.idle)
    stack.setIndex(index)
    _measured(window)


def _measured(window: MainWindow) -> None:
    """Wait for the picture and for what is measured on it after a rest."""
    driving.until_finished(window)
    QTest.qWait(400)
    driving.until_finished(window)


def _part(window: MainWindow, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert found is not None, f"the window has no {name}"
    return found


def _top(window: MainWindow, name: str) -> QDialog:
    found = window.findChild(QDialog, name)
    assert found is not None, f"there is no {name}"
    return found
