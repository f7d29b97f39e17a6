"""A window on the real pipeline, and the hands and eyes of the person in front of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from faceswap_gui.assets import resource
from faceswap_gui.gui import create_window
from faceswap_gui.gui.engine import Engine
from faceswap_gui.gui.language import language
from faceswap_gui.gui.theme import theme
from faceswap_gui.gui.window import MainWindow

PATIENCE = 60_000
"""Milliseconds; only ever used up by a test that fails."""


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The real pipeline, its networks loaded once for all windows."""
    return Engine()


@pytest.fixture(autouse=True)
def _own_settings(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Keep what a test remembers out of the person's own settings and other tests."""
    monkeypatch.setattr("faceswap_gui.project.presets._users_folder", lambda: tmp_path / "presets")
    monkeypatch.setattr("faceswap_gui.gui.batch.desk.batch_file", lambda: tmp_path / "batch.jsonl")
    QStandardPaths.setTestModeEnabled(True)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings")
    )
    yield
    language.use("en")
    theme.use("dark")


@pytest.fixture(autouse=True)
def dragged(monkeypatch: pytest.MonkeyPatch) -> list[QMimeData]:
    """What the desktop would be given of a drag; there is none that could take it."""
    kept: list[QMimeData] = []

    def begin(drag: QDrag, _actions: Qt.DropAction) -> Qt.DropAction:
        data = QMimeData()
        for name in drag.mimeData().formats():
            data.setData(name, drag.mimeData().data(name))
        data.setImageData(drag.mimeData().imageData())
        kept.append(data)
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", begin)
    return kept


@pytest.fixture
def window(qtbot: QtBot, engine: Engine) -> MainWindow:
    made = create_window(lambda: engine)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


@pytest.fixture
def source() -> Path:
    return resource("demo_source.jpg")


@pytest.fixture
def target() -> Path:
    return resource("demo_target.jpg")


@pytest.fixture
def group(tmp_path: Path, source: Path, target: Path) -> Path:
    """A picture of the two people next to each other."""
    left, right = QImage(str(source)), QImage(str(target))
    both = QImage(left.width() + right.width(), right.height(), QImage.Format.Format_RGB32)
    both.fill(0)
    painter = QPainter(both)
    painter.drawImage(0, 0, left)
    painter.drawImage(left.width(), 0, right)
    painter.end()
    path = tmp_path / "group.png"
    both.save(str(path))
    return path


class Person:
    """Does to the window what a person does, and waits for what must come of it."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window

    def drop(self, pane: str, *paths: Path) -> bool:
        """Drop files on a pane; return whether it took them."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        return self.drop_data(pane, data)

    def drop_data(self, pane: str, data: QMimeData) -> bool:
        widget = self.find(pane)
        copy, left, none = (
            Qt.DropAction.CopyAction,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        centre = widget.rect().center()
        enter = QDragEnterEvent(centre, copy, data, left, none)
        QApplication.sendEvent(widget, enter)
        drop = QDropEvent(QPointF(centre), copy, data, left, none)
        QApplication.sendEvent(widget, drop)
        return drop.isAccepted()

    def find(self, name: str) -> QWidget:
        """Return a part of the window by its object name."""
        is_it = self.window.objectName() == name
        found: QWidget | None = self.window if is_it else self.window.findChild(QWidget, name)
        assert found is not None, f"there is no {name}"
        return found

    def slide(self, control: str, share: float) -> None:
        """Drag a slider's handle to a share of its range, in steps, with the mouse."""
        slider = self.window.inspector.rows[control].slider
        slider.ensurePolished()
        start, end = self._handle(control, None), self._handle(control, share)
        self.qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
        for step in range(1, 6):
            point = QPoint(start.x() + (end.x() - start.x()) * step // 5, start.y())
            self.qtbot.mouseMove(slider, point)
        self.qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=end)

    def _handle(self, control: str, share: float | None) -> QPoint:
        slider = self.window.inspector.rows[control].slider
        low, high = slider.minimum(), slider.maximum()
        share = (slider.value() - low) / (high - low) if share is None else share
        half = 8
        return QPoint(round(half + share * (slider.width() - 2 * half)), slider.height() // 2)

    def draw(
        self,
        *spots: QPointF,
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press at the first point of the canvas's picture, lead through the others, let go."""
        canvas, left = self.window.canvas, Qt.MouseButton.LeftButton
        points = [canvas.view.to_viewport(spot).toPoint() for spot in spots]
        self.qtbot.mousePress(canvas, left, keys, points[0])
        for point in points[1:]:
            self.qtbot.mouseMove(canvas, point)
        self.qtbot.mouseRelease(canvas, left, keys, points[-1])

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something is the case."""
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=PATIENCE)

    def until_rendered(self) -> QImage:
        """Wait until the picture on show is that of the document as it is; return it."""
        studio = self.window.studio

        def over() -> bool:
            assert not self.window.banner.failed, self.window.banner.details
            return bool(studio.rendered and studio.rendered.document == studio.document)

        self.until(over)
        return self.result()

    def result(self) -> QImage:
        rendered = self.window.studio.rendered
        assert rendered is not None
        return rendered.pyramid.levels[0]

    def until_told(self) -> str:
        """Wait until the banner says something; return its words."""
        self.until(lambda: self.window.banner.text)
        return self.window.banner.text


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


@pytest.fixture
def swap(person: Person, source: Path, target: Path) -> QImage:
    """The sample pair, dropped and rendered."""
    person.drop("sourcePane", source)
    person.drop("targetPane", target)
    return person.until_rendered()
