"""Choose another theme, or language, while the window goes on answering."""

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtWidgets import QDockWidget

from faceswap_gui.gui.theme import DARK, LIGHT, theme


def choose(person, name: str) -> None:
    person.window.findChild(QAction, name).trigger()
    person.until(lambda: theme.settled)


def colour_of_the_status_bar(person) -> QColor:
    bar = person.window.statusBar()
    return bar.grab().toImage().pixelColor(2, bar.height() // 2)


def share_that_differs(one: QImage, other: QImage) -> float:
    a, b = (np.frombuffer(image.constBits(), np.uint32) for image in (one, other))
    return float((a != b).mean())


def test_the_window_is_light_and_dark_again(person, swap):
    before = person.find("inspector").grab().toImage()

    choose(person, "actionThemeLight")
    assert colour_of_the_status_bar(person) == QColor(LIGHT.panel)

    choose(person, "actionThemeDark")
    assert colour_of_the_status_bar(person) == QColor(DARK.panel)
    after = person.find("inspector").grab().toImage()
    assert share_that_differs(after, before) < 0.001  # a slider's groove may end a pixel on


def test_the_docks_stay_where_they_were_put(person):
    docks = person.window.findChildren(QDockWidget)
    before = [dock.geometry() for dock in docks]

    choose(person, "actionThemeLight")

    assert [dock.geometry() for dock in docks] == before


def test_what_was_scrolled_to_stays_in_sight(person):
    bar = person.find("inspector").verticalScrollBar()
    bar.setValue(bar.maximum())

    choose(person, "actionThemeLight")

    assert bar.value() == bar.maximum() > 0


def test_the_window_lives_on_between_the_steps_of_a_change(person):
    turns = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: turns.append(theme.settled))
    timer.start()

    choose(person, "actionThemeLight")

    assert turns.count(False) >= 8  # the widgets change their dress some at a time
    assert person.window.updatesEnabled()


def test_the_last_of_two_quick_choices_counts(person):
    person.window.findChild(QAction, "actionThemeLight").trigger()
    choose(person, "actionThemeDark")

    assert colour_of_the_status_bar(person) == QColor(DARK.panel)


def test_a_choice_made_in_the_middle_of_another_leaves_the_window_whole(person):
    dock = person.find("inspectorDock")
    before, looked = dock.geometry(), person.find("inspector").grab().toImage()
    for delay in (5, 25, 45, 65):
        person.window.findChild(QAction, "actionThemeLight").trigger()
        person.qtbot.wait(delay)
        choose(person, "actionThemeDark")

    looks = person.find("inspector").grab().toImage()
    assert share_that_differs(looks, looked) < 0.001
    person.window.resize(1400, 800)
    person.until(lambda: dock.height() > before.height())
    assert person.window.updatesEnabled()


def test_a_window_closed_in_the_middle_of_a_change_is_no_trouble(person):
    person.window.findChild(QAction, "actionThemeLight").trigger()
    person.window.close()

    person.until(lambda: theme.settled)
