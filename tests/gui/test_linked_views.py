"""Look at source, target and result in step, and at their pixels."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from faceswap_gui.gui.canvas.compare import Compare
from faceswap_gui.gui.canvas.tools.toolbox import ToolName
from faceswap_gui.project.document import Role


@pytest.fixture
def three(person, swap):
    """The three views, in cells from left to right."""
    person.window.actions_by_name["actionCompareThree"].trigger()
    return person.window.canvas


def faces(person):
    """Where the three views show the meant face, within each view."""
    canvas, studio = person.window.canvas, person.window.studio
    shares = [studio.shelf.meant_face(studio.document.picture(role)) for role in Role]
    places = []
    for cell, share in zip(canvas.cells(), (shares[0], shares[1], shares[1]), strict=True):
        width, height = cell.picture.size.width(), cell.picture.size.height()
        box = QRectF(share.x() * width, share.y() * height, share.width() * width, 1)
        view = canvas.view_of(cell)
        middle = QPointF(box.center().x(), (share.y() + share.height() / 2) * height)
        places.append((view.to_viewport(middle), box.width() * view.scale))
    return places


def pixel(person):
    return person.window.statusBar().findChild(QLabel, "statusPixel").text()


def hover(person, point):
    # Where the pointer is already Qt moves it not: that may be so from the test before.
    person.qtbot.mouseMove(person.window.canvas, point + QPoint(3, 3))
    person.qtbot.mouseMove(person.window.canvas, point)
    return pixel(person)


def test_seen_whole_all_three_are_whole(person, three):
    for cell in three.cells():
        whole = three.view_of(cell).rectangle(cell.picture.size.toSizeF())
        assert QRectF(QPointF(), cell.place.size()).contains(whole)


def test_zoomed_in_the_sources_face_lies_where_the_targets_does(person, three):
    three.zoom_to(1.5)

    (source, wide), (target, as_wide), (result, _) = faces(person)

    assert (source - target).manhattanLength() < 1e-6
    assert target == result
    assert wide == pytest.approx(as_wide)


def test_dragging_any_of_them_moves_all_as_far(person, three):
    three.zoom_to(2.0)
    before = faces(person)
    middle = three.cells()[0].place.center().toPoint()

    person.qtbot.mousePress(three, Qt.MouseButton.LeftButton, pos=middle)
    person.qtbot.mouseMove(three, middle + QPoint(25, -40))
    person.qtbot.mouseRelease(three, Qt.MouseButton.LeftButton, pos=middle + QPoint(25, -40))

    for (was, _), (is_now, _) in zip(before, faces(person), strict=True):
        assert (is_now - was - QPointF(25, -40)).manhattanLength() < 1e-6


def test_at_1600_percent_all_three_show_single_pixels(person, three):
    three.zoom_to(16.0)

    scales = [three.view_of(cell).scale for cell in three.cells()]

    assert scales[1:] == [16.0, 16.0]
    assert scales[0] > 16.0  # the source's face is the smaller one


def test_the_pixel_that_is_told_is_that_of_the_picture_under_the_pointer(person, three, source):
    three.zoom_to(1.5)
    cells = three.cells()
    told = [hover(person, cell.place.center().toPoint()) for cell in cells]

    assert [words.split("   ")[0] for words in told] == ["Source", "Target", "Result"]
    x, y = (int(part) for part in told[0].split("   ")[1].replace("x ", "").split("  y "))
    colour = QImage(str(source)).pixelColor(x, y)
    assert told[0].endswith(f"{colour.red()} {colour.green()} {colour.blue()}")


@pytest.mark.parametrize("way", [Compare.WIPE, Compare.SIDE_BY_SIDE])
def test_before_and_after_tell_their_own_values(person, swap, target, way):
    canvas = person.window.canvas
    canvas.set_compare(way)
    cell = canvas.cells()[0].place
    spot = QPointF(256, 260)  # in the face, just left of a wipe's divider, and right of it
    places = [canvas.view.to_viewport(spot + QPointF(shift, 0)) for shift in (-40, 40)]
    if way is Compare.SIDE_BY_SIDE:
        places[1] += canvas.cells()[1].place.topLeft() - cell.topLeft()

    told = [hover(person, place.toPoint()) for place in places]

    for words, name, image in zip(
        told, ("Before", "After"), (QImage(str(target)), swap), strict=True
    ):
        where = words.removeprefix(f"{name}   x ").split("   ")[0]
        x, y = (int(part) for part in where.split("  y "))
        colour = image.pixelColor(x, y)
        assert words.endswith(f"RGB {colour.red()} {colour.green()} {colour.blue()}")


def test_the_value_under_a_resting_pointer_follows_the_picture(person, swap, target):
    canvas = person.window.canvas
    at = canvas.view.to_viewport(QPointF(256, 230)).toPoint()
    before = hover(person, at)

    person.window.studio.set_control("blend", 0.0)
    person.until_rendered()
    canvas.grab()

    colour = QImage(str(target)).pixelColor(256, 230)
    assert pixel(person) != before
    assert pixel(person).endswith(f"{colour.red()} {colour.green()} {colour.blue()}")


def test_the_untouched_photographs_value_shows_while_the_key_is_held(person, swap, target):
    canvas = person.window.canvas
    result = hover(person, canvas.view.to_viewport(QPointF(256, 230)).toPoint())

    person.qtbot.keyPress(person.window, Qt.Key.Key_Backslash)
    canvas.grab()
    held = pixel(person)
    person.qtbot.keyRelease(person.window, Qt.Key.Key_Backslash)
    canvas.grab()

    colour = QImage(str(target)).pixelColor(256, 230)
    assert held.endswith(f"{colour.red()} {colour.green()} {colour.blue()}")
    assert held.startswith("Before")
    assert pixel(person) == result


def test_a_brush_paints_beside_the_result_and_never_on_the_source(person, three):
    person.window.workbench.toolbox.choose(ToolName.REMOVE)
    three.zoom_to(1.5)
    left = Qt.MouseButton.LeftButton
    source, result = (three.cells()[place].place.center().toPoint() for place in (0, 2))

    person.qtbot.mouseClick(three, left, pos=source)
    assert person.window.studio.document.target.of_face.mask is None

    blank = three.grab().toImage()
    person.qtbot.mouseClick(three, left, pos=result)
    assert person.window.studio.document.target.of_face.mask is not None
    person.until_rendered()
    painted = three.grab().toImage()

    # What is painted is hatched over the result, not over the view at the left end.
    box = three.cells()[0].place.toRect()
    assert painted.copy(box) == blank.copy(box)
    box = three.cells()[2].place.toRect()
    assert painted.copy(box) != blank.copy(box)
