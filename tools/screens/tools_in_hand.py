"""States in which something is put right by hand."""

from collections.abc import Iterator
from pathlib import Path

import driving
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from faceswap_gui.gui.canvas.tools.toolbox import ToolName
from faceswap_gui.gui.window import MainWindow
from screens.way import undone


def brush(window: MainWindow, _scratch: Path) -> Iterator[None]:
    toolbox = window.workbench.toolbox
    with undone(window):
        toolbox.choose(ToolName.ADD)
        driving.draw(window, QPointF(190, 130), QPointF(260, 120), QPointF(330, 135))
        toolbox.choose(ToolName.REMOVE)
        driving.draw(window, QPointF(180, 210), QPointF(170, 260))
        driving.until_finished(window)
        yield
        toolbox.choose(ToolName.HAND)


def landmarks(window: MainWindow, _scratch: Path) -> Iterator[None]:
    window.workbench.toolbox.choose(ToolName.LANDMARKS)
    yield
    window.workbench.toolbox.choose(ToolName.HAND)


def box(window: MainWindow, _scratch: Path) -> Iterator[None]:
    canvas = window.canvas
    window.workbench.toolbox.choose(ToolName.BOX)
    corners = [canvas.view.to_viewport(QPointF(*at)).toPoint() for at in ((60, 60), (140, 170))]
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(canvas, driving.LEFT, none, corners[0])
    QTest.mouseMove(canvas, corners[1])
    yield
    canvas.tool.give_up()
    window.workbench.toolbox.choose(ToolName.HAND)
