"""States of the window while pictures are opened."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import driving
from PySide6.QtTest import QTest

from faceswap_gui.gui.inspector.distance import DistanceBar
from faceswap_gui.gui.language import tr
from faceswap_gui.gui.window import MainWindow
from faceswap_gui.gui.worker import Job
from faceswap_gui.project.document import Document, Role
from screens.way import SOURCE, TARGET, group_of, measured, part, undone


def empty(window: MainWindow, _scratch: Path) -> Iterator[None]:
    window.studio.restore(Document(), tr("Start"))
    driving.until_finished(window)
    yield


def source_only(window: MainWindow, _scratch: Path) -> Iterator[None]:
    window.studio.open_picture(Role.SOURCE, SOURCE)
    driving.until(lambda: window.studio.document.source)
    driving.until_finished(window)
    yield


def loading(window: MainWindow, _scratch: Path) -> Iterator[None]:
    over = Event()

    def work(_engine: object, task: object) -> None:
        task.progress("encode", 0.4)  # type: ignore[attr-defined]
        over.wait()

    title = tr("Opening {name}", name=TARGET.name)
    window.worker.submit(Job("screenshot", title, work, lambda _: None, lambda _: None))
    bar = part(window, "jobProgress")
    driving.until(bar.isVisible)
    QTest.qWait(100)
    yield
    over.set()
    driving.until(lambda: window.worker.idle)


def pair(window: MainWindow, _scratch: Path) -> Iterator[None]:
    window.studio.open_pair(SOURCE, TARGET)
    driving.until(lambda: window.studio.document.complete)
    driving.until_finished(window)
    distance = window.findChild(DistanceBar, "level1Distance")
    driving.until(lambda: distance is not None and "→" in distance.text())
    yield


def group(window: MainWindow, scratch: Path) -> Iterator[None]:
    with undone(window):
        window.studio.open_picture(Role.TARGET, group_of(scratch))
        driving.until(lambda: "group" in str(window.studio.document.target))
        window.studio.choose_face(Role.TARGET, 1)
        measured(window)
        yield


def film_strip(window: MainWindow, scratch: Path) -> Iterator[None]:
    film = window.panes[Role.SOURCE].film
    with undone(window):
        driving.drop(window.panes[Role.SOURCE], SOURCE, TARGET, group_of(scratch))
        measured(window)
        yield
        film.show_paths([])
