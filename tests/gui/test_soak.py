"""Many actions in any order: no failure, and every one of them can be undone and redone."""

import os
import random

from PySide6.QtCore import QPointF

from faceswap_gui.pipeline.settings import CONTROLS
from faceswap_gui.project.document import Document, Role

QUICK = [control for control in CONTROLS if control.name != "refine"]
"""Refining is for finals: each of its steps trains the networks a little."""
ACTIONS = int(os.environ.get("SOAK_ACTIONS", "120"))


def test_random_actions_leave_a_history_without_a_gap(person, swap, source, target):
    window, studio = person.window, person.window.studio
    random.seed(7)
    triggers = [
        window.actions_by_name[name]
        for name in (
            *("actionExchange", "actionResetSettings", "actionZoomIn", "actionZoomOut"),
            *("actionFit", "actionActualSize", "actionCompare", "actionCompareDifference"),
            *("actionCompareSideBySide", "actionCompareThree", "actionCopy"),
            *("actionToolHand", "actionToolAdd", "actionToolRemove", "actionToolSoften"),
            *("actionToolLandmarks", "actionShowMask", "actionClearMask"),
        )
    ]

    def act():
        kind = random.random()
        if kind < 0.5:
            control = random.choice(QUICK)
            value = random.uniform(control.minimum, control.maximum)
            person.find(f"{control.name}Slider").setValue(value)
        elif kind < 0.6:
            window.undo_action.trigger()
        elif kind < 0.65:
            window.redo_action.trigger()
        elif kind < 0.7:
            person.drop(f"{random.choice(list(Role))}Pane", random.choice([source, target]))
        elif kind < 0.75:
            person.find(f"level{random.randint(1, 3)}Switch").click()
        elif kind < 0.83:
            person.draw(
                *(QPointF(random.uniform(100, 400), random.uniform(100, 400)) for _ in "ab")
            )
        else:
            action = random.choice(triggers)
            if action.isEnabled():
                action.trigger()

    for _ in range(ACTIONS):
        act()
        person.qtbot.wait(random.choice([0, 0, 5, 30]))
        assert not window.banner.failed, window.banner.details

    person.until(lambda: window.worker.idle)
    person.qtbot.wait(50)  # the last results of the worker become steps
    last, index = studio.document, studio.stack.index()
    studio.stack.setIndex(0)
    assert studio.document == Document()
    studio.stack.setIndex(index)
    assert studio.document == last
    if last.complete:
        person.until_rendered()
