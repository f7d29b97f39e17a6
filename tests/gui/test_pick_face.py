"""Several people in a picture: pick the one that is meant."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QToolButton

from faceswap_gui.project.document import Role


@pytest.fixture
def crowd(person, source, group):
    person.drop("sourcePane", source)
    person.drop("targetPane", group)
    return person.until_rendered()


def test_the_largest_face_is_meant_at_first(person, crowd):
    boxes = person.window.panes[Role.TARGET].area.face_rectangles()

    assert len(boxes) == 2
    assert boxes[0].width() > boxes[1].width()
    assert person.window.studio.document.target.face == 0


def test_a_click_on_another_face_swaps_that_one(person, crowd):
    area = person.window.panes[Role.TARGET].area
    other = area.face_rectangles()[1].center().toPoint()

    person.qtbot.mouseClick(area, Qt.MouseButton.LeftButton, pos=other)

    assert person.window.studio.document.target.face == 1
    result = person.until_rendered()
    half = QPoint(512, 0)
    untouched = QImage(str(person.window.studio.document.target.path))
    for x in range(0, 500, 25):
        for y in range(0, 600, 25):
            point = QPoint(x, y) + half
            assert result.pixelColor(point) == untouched.pixelColor(point)


def test_the_small_pictures_pick_faces_too(person, crowd):
    strip = person.window.panes[Role.TARGET]
    buttons = [b for b in strip.findChildren(QToolButton) if b.accessibleName().startswith("Face")]
    assert [button.isChecked() for button in buttons] == [True, False]

    buttons[1].click()

    assert person.window.studio.document.target.face == 1
    assert person.until_rendered() != crowd


def test_picking_a_face_can_be_undone(person, crowd):
    person.window.studio.choose_face(Role.TARGET, 1)
    person.until_rendered()

    person.window.undo_action.trigger()

    assert person.until_rendered() == crowd


def test_arrow_keys_go_from_face_to_face(person, crowd):
    area = person.window.panes[Role.TARGET].area

    person.qtbot.keyClick(area, Qt.Key.Key_Right)
    assert person.window.studio.document.target.face == 1
    person.qtbot.keyClick(area, Qt.Key.Key_Right)
    assert person.window.studio.document.target.face == 0


def test_who_picks_a_face_by_key_keeps_the_focus(person, crowd):
    window = person.window
    window.activateWindow()
    strip = window.panes[Role.TARGET]
    buttons = [b for b in strip.findChildren(QToolButton) if b.accessibleName().startswith("Face")]
    buttons[1].setFocus()

    person.qtbot.keyClick(buttons[1], Qt.Key.Key_Space)

    assert window.studio.document.target.face == 1
    assert QApplication.focusWidget() is buttons[1]
    assert [button.isChecked() for button in buttons] == [False, True]
