"""What a person does to the window, picked by chance."""

import random
from collections.abc import Callable
from pathlib import Path

import driving
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from faceswap_gui.faces.edits import Box
from faceswap_gui.gui.window import MainWindow
from faceswap_gui.pipeline.settings import CONTROLS, MAPPED_LEVELS
from faceswap_gui.project.document import Role
from faceswap_gui.project.writing import Writing

_QUICK = [control for control in CONTROLS if control.name != "refine"]
"""Refining is for finals: each of its steps trains the networks a little."""
_TRIGGERS = (
    *("actionExchange", "actionResetSettings", "actionZoomIn", "actionZoomOut", "actionFit"),
    *("actionActualSize", "actionCompare", "actionCompareHorizontal", "actionCompareThree"),
    *("actionCompareSideBySide", "actionCompareDifference", "actionCopy", "actionShowMask"),
    *("actionToolHand", "actionToolAdd", "actionToolRemove", "actionToolSoften", "actionHistory"),
    *("actionToolLandmarks", "actionBrushLarger", "actionBrushSmaller", "actionClearMask"),
    *("actionResetLandmarks", "actionBefore", "actionForgetFace"),
)
_THEMES = ("actionThemeDark", "actionThemeLight")
_LANGUAGES = ("actionLanguage_en", "actionLanguage_zh_CN")
_SIZES = ((1280, 720), (1000, 640), (1440, 900))


class Hands:
    """Does one thing after another, each chosen by weight."""

    def __init__(self, window: MainWindow, pictures: list[Path], scratch: Path, seed: int) -> None:
        self._window, self._pictures, self._scratch = window, pictures, scratch
        self._chance = random.Random(seed)
        self._count = 0
        self._does: list[tuple[float, Callable[[], None]]] = [
            (30, self.slide),
            (8, self.drag_slider),
            (10, self.undo),
            (6, self.redo),
            (3, self.jump_in_history),
            (4, self.open_picture),
            (5, self.switch_level),
            (3, self.look_into_level),
            (10, self.draw_on_canvas),
            (1, self.point_out_face),
            (14, self.trigger),
            (2, self.choose_preset),
            (2, self.take_snapshot),
            (3, self.use_snapshot),
            (0.7, self.dress),
            (0.7, self.speak),
            (0.7, self.resize),
            (0.7, self.export),
            (0.7, self.save),
        ]

    def act(self) -> str:
        """Do something; return what."""
        self._count += 1
        weights = [weight for weight, _ in self._does]
        ((_, do),) = self._chance.choices(self._does, weights)
        do()
        return do.__name__

    def slide(self) -> None:
        control = self._chance.choice(_QUICK)
        value = self._chance.uniform(control.minimum, control.maximum)
        self._window.inspector.rows[control.name].slider.setValue(value)

    def drag_slider(self) -> None:
        control = self._chance.choice(_QUICK)
        gesture = f"soak {self._count}"
        for _ in range(5):
            value = self._chance.uniform(control.minimum, control.maximum)
            self._window.studio.set_control(control.name, value, gesture)
            QTest.qWait(8)

    def undo(self) -> None:
        self._window.undo_action.trigger()

    def redo(self) -> None:
        self._window.redo_action.trigger()

    def jump_in_history(self) -> None:
        stack = self._window.studio.stack
        # Not far: a person looks a few steps back, and the beginning has no pictures to render.
        index = max(2, stack.index() + self._chance.randint(-6, 6))
        stack.setIndex(min(stack.count(), index))

    def open_picture(self) -> None:
        role = self._chance.choice(list(Role))
        driving.drop(self._find(f"{role.value}Pane"), self._chance.choice(self._pictures))

    def switch_level(self) -> None:
        self._button(f"level{self._chance.randint(1, MAPPED_LEVELS)}Switch").click()

    def look_into_level(self) -> None:
        self._button(f"level{self._chance.randint(1, MAPPED_LEVELS)}Transport").click()

    def draw_on_canvas(self) -> None:
        spots = [QPointF(*(self._chance.uniform(120, 400) for _ in "xy")) for _ in range(4)]
        driving.draw(self._window, *spots)

    def point_out_face(self) -> None:
        studio, role = self._window.studio, self._chance.choice(list(Role))
        opened = studio.shelf.get(studio.document.picture(role))
        if opened is not None and opened.view.boxes:
            box = opened.view.boxes[0]
            studio.point_out(role, Box(box.left(), box.top(), box.right(), box.bottom()))

    def trigger(self) -> None:
        self._action(self._chance.choice(_TRIGGERS)).trigger()

    def choose_preset(self) -> None:
        box = self._window.findChild(QComboBox, "presetBox")
        if box is not None and box.count():
            box.activated.emit(self._chance.randrange(box.count()))

    def take_snapshot(self) -> None:
        self._action("actionSnapshot").trigger()

    def use_snapshot(self) -> None:
        snapshots = self._window.snapshots
        if snapshots.kept:
            chosen = self._chance.choice(snapshots.kept)
            do = (snapshots.compare, snapshots.go_to, snapshots.remove)
            self._chance.choice(do)(chosen)

    def dress(self) -> None:
        self._action(self._chance.choice(_THEMES)).trigger()

    def speak(self) -> None:
        self._action(self._chance.choice(_LANGUAGES)).trigger()

    def resize(self) -> None:
        self._window.resize(*self._chance.choice(_SIZES))

    def export(self) -> None:
        if self._window.studio.document.complete:
            self._window.studio.export(self._scratch / "soak.png", Writing())

    def save(self) -> None:
        if self._window.studio.document.complete:
            self._window.studio.save_project(self._scratch / "soak.fsproj")

    def _find(self, name: str) -> QWidget:
        found = self._window.findChild(QWidget, name)
        if found is None:
            raise LookupError(f"the window has no {name}")
        return found

    def _button(self, name: str) -> QAbstractButton:
        found = self._find(name)
        if not isinstance(found, QAbstractButton):
            raise LookupError(f"{name} is no button")
        return found

    def _action(self, name: str) -> QAction:
        found = self._window.findChild(QAction, name)
        if found is None:
            raise LookupError(f"the window has no {name}")
        return found
