"""Look into a level: where, and how far, its mapping moves the features."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel

from faceswap_gui.assets import weight
from faceswap_gui.gui.colour_scale import STOPS
from faceswap_gui.gui.transport_picture import transport_picture
from faceswap_gui.networks.weights import load_appearance
from faceswap_gui.pipeline.settings import LEVELS, MAPPED_LEVELS
from faceswap_gui.project.document import Document
from faceswap_gui.project.session import Transport


def enter(widget):
    middle = QPointF(widget.rect().center())
    QApplication.sendEvent(widget, QEnterEvent(middle, middle, middle))


def leave(widget):
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


def seen(person):
    return person.window.canvas.grab().toImage()


def test_resting_on_a_levels_row_shows_its_map_until_the_pointer_leaves(person, swap):
    overlay, row = person.window.canvas.transport, person.window.inspector.rows["level2"]
    before = seen(person)

    enter(row)
    person.until(lambda: overlay.picture)
    assert overlay.picture.level == 2
    assert seen(person) != before
    assert f"{overlay.picture.mean:.2f}" in person.window.canvas.accessibleDescription()

    leave(row)
    assert overlay.picture is None
    assert person.window.canvas.accessibleDescription() == ""
    assert seen(person) == before


def test_the_keyboard_switches_a_map_on_and_another_takes_its_place(person, swap):
    overlay = person.window.canvas.transport
    first, third = person.find("level1Transport"), person.find("level3Transport")

    first.setFocus()
    person.qtbot.keyClick(first, Qt.Key.Key_Space)
    person.until(lambda: overlay.picture and overlay.picture.level == 1)

    person.qtbot.keyClick(third, Qt.Key.Key_Space)
    person.until(lambda: overlay.picture and overlay.picture.level == 3)
    assert not first.isChecked()

    person.qtbot.keyClick(third, Qt.Key.Key_Space)
    assert overlay.picture is None


def test_who_drags_the_slider_sees_the_picture(person, swap):
    overlay, row = person.window.canvas.transport, person.window.inspector.rows["level1"]
    enter(row)
    person.until(lambda: overlay.picture)

    person.slide("level1", 0.4)

    assert overlay.picture is None


def test_a_map_that_is_switched_on_follows_the_pair(person, swap, source):
    overlay = person.window.canvas.transport
    person.find("level1Transport").click()
    person.until(lambda: overlay.picture)
    mean = overlay.picture.mean

    person.drop("targetPane", source)
    person.until(lambda: overlay.picture and overlay.picture.mean != mean)

    assert overlay.picture.document == person.window.studio.document


def test_the_legend_tells_the_number_under_the_pointer(person, swap):
    canvas = person.window.canvas
    overlay = canvas.transport
    person.find("level1Transport").click()
    person.until(lambda: overlay.picture)
    place = overlay.picture.place

    on_the_nose = canvas.view.to_viewport(place.center()).toPoint()
    person.qtbot.mouseMove(canvas, on_the_nose)
    number = overlay.picture.at(int(place.center().x()), int(place.center().y()))
    assert f"{number:.2f}" in overlay.figures()

    beside = canvas.view.to_viewport(place.topLeft() - QPointF(20, 20)).toPoint()
    person.qtbot.mouseMove(canvas, beside)
    assert f"{overlay.picture.most:.2f}" in overlay.figures()
    assert "here" not in overlay.figures()


def test_colours_run_from_not_moved_to_two_deviations_on_the_face_only():
    moved = np.array([[0.0, 2.0, 9.0, 1.0]], np.float32)
    region = np.array([[1.0, 1.0, 1.0, 0.0]], np.float32)

    picture = transport_picture(Document(), 1, Transport((5, 6, 0, 4), moved, region))

    colours = [picture.image.pixelColor(x, 0) for x in range(4)]
    assert colours[0] == QColor(*STOPS[0])
    assert colours[1] == colours[2] == QColor(*STOPS[-1])
    assert colours[3].alpha() == 0
    assert picture.at(1, 5) == 2.0
    assert picture.at(3, 5) is None
    assert picture.most == 9.0


def test_the_colours_can_be_told_apart_without_seeing_colour():
    lightness = [0.3 * red + 0.59 * green + 0.11 * blue for red, green, blue in STOPS]
    steps = np.diff(lightness)
    assert (steps > 5).all(), steps


@pytest.mark.parametrize("level", range(MAPPED_LEVELS + 1, LEVELS + 1))
def test_later_levels_say_why_there_is_nothing_to_set(person, level):
    words = [label.text() for label in person.find(f"level{level}Later").findChildren(QLabel)]
    assert f"Level {level}" in words
    assert any("passes unchanged" in text for text in words)


def test_the_window_knows_as_many_levels_as_the_shipped_networks_have():
    architecture = load_appearance(weight("appearance.safetensors")).architecture
    assert (architecture.levels, architecture.mapped) == (LEVELS, MAPPED_LEVELS)
