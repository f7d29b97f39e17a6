"""Compare before and after: wipe, side by side, difference, three views, a held key."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage

from faceswap_gui.gui.canvas.canvas import PreviewCanvas
from faceswap_gui.gui.canvas.compare import Compare, Pictures
from faceswap_gui.gui.imagery import qimage_of
from faceswap_gui.gui.messages import Pyramid

BEFORE, AFTER = QColor(10, 20, 30), QColor(15, 20, 200)


def plain(colour: QColor, width: int = 300, height: int = 200) -> Pyramid:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    return Pyramid((image,))


@pytest.fixture
def canvas(qtbot) -> PreviewCanvas:
    made = PreviewCanvas()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.show_pictures(Pictures(plain(QColor("green"), 80, 90), plain(BEFORE), plain(AFTER)))
    return made


def colours(canvas: PreviewCanvas, *points: tuple[float, float]) -> list[QColor]:
    """What the canvas shows at shares of its width and height."""
    image = canvas.grab().toImage()
    return [
        image.pixelColor(round(x * image.width()), round(y * image.height())) for x, y in points
    ]


def test_the_result_is_shown_alone_at_first(canvas):
    assert colours(canvas, (0.2, 0.5), (0.8, 0.5)) == [AFTER, AFTER]


def test_a_wipe_shows_before_on_the_left_and_after_on_the_right(canvas):
    canvas.set_compare(Compare.WIPE)

    assert colours(canvas, (0.2, 0.7), (0.8, 0.7)) == [BEFORE, AFTER]


def test_the_divider_follows_the_pointer(canvas, qtbot):
    canvas.set_compare(Compare.WIPE)
    line = round(canvas.wipe.line(canvas.visible()))

    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(line + 3, 250))
    qtbot.mouseMove(canvas, QPoint(150, 250))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(150, 250))

    assert canvas.wipe.line(canvas.visible()) == 150
    assert colours(canvas, (0.2, 0.7), (0.3, 0.7)) == [BEFORE, AFTER]


def test_dragging_beside_the_divider_pans_instead(canvas, qtbot):
    canvas.set_compare(Compare.WIPE)
    canvas.zoom_to(8.0)
    share, before = canvas.wipe.share, canvas.view.to_picture(QPointF(100, 100))

    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.mouseMove(canvas, QPoint(130, 120))

    assert canvas.wipe.share == share
    moved = canvas.view.to_picture(QPointF(130, 120)) - before
    assert moved.manhattanLength() < 1e-6


def test_a_horizontal_wipe_shows_before_above(canvas):
    canvas.set_compare(Compare.WIPE_HORIZONTAL)

    assert colours(canvas, (0.8, 0.3), (0.8, 0.7)) == [BEFORE, AFTER]


def test_side_by_side_shows_both_whole(canvas):
    canvas.set_compare(Compare.SIDE_BY_SIDE)

    assert colours(canvas, (0.25, 0.5), (0.75, 0.5)) == [BEFORE, AFTER]


def test_three_views_show_source_target_and_result(canvas):
    canvas.set_compare(Compare.THREE)

    shown = colours(canvas, (1 / 6, 0.5), (0.5, 0.5), (5 / 6, 0.5))
    assert shown == [QColor("green"), BEFORE, AFTER]


def test_linked_views_zoom_in_step(canvas):
    canvas.set_compare(Compare.SIDE_BY_SIDE)
    left, right = (cell.place for cell in canvas.cells())
    pointer = QPointF(right.left() + 50, 200)
    under = canvas.view.to_picture(QPointF(50, 200))

    canvas.zoom_to(4.5, pointer)

    assert left.width() == right.width()
    assert (canvas.view.to_picture(QPointF(50, 200)) - under).manhattanLength() < 1e-6


def test_the_difference_is_shown_eight_times_as_strong(canvas):
    canvas.set_compare(Compare.DIFFERENCE)

    (shown,) = colours(canvas, (0.5, 0.5))

    assert shown == QColor(5 * 8, 0, 255)


def test_without_a_difference_the_difference_is_black(canvas):
    canvas.show_pictures(Pictures(None, plain(BEFORE), plain(BEFORE)))
    canvas.set_compare(Compare.DIFFERENCE)

    assert colours(canvas, (0.5, 0.5)) == [QColor("black")]


def test_without_a_difference_it_is_black_also_while_the_pictures_are_still_made_smaller(
    canvas, monkeypatch
):
    monkeypatch.setattr("faceswap_gui.gui.canvas.reduction._BUDGET", 0.0)
    grain = np.random.default_rng(1).integers(0, 255, (800, 1200, 3), np.uint8)
    pictures = [Pyramid((qimage_of(grain),)) for _before_and_after in range(2)]
    canvas.show_pictures(Pictures(None, *pictures))
    canvas.set_compare(Compare.DIFFERENCE)

    assert colours(canvas, (0.1, 0.2), (0.12, 0.22), (0.15, 0.25)) == [QColor("black")] * 3
    assert canvas.reductions.pending


def test_the_untouched_photograph_shows_as_long_as_the_key_is_held(person, swap, target):
    window = person.window
    after = window.canvas.grab().toImage()

    person.qtbot.keyPress(window, Qt.Key.Key_Backslash)
    held = window.canvas.grab().toImage()
    person.qtbot.keyRelease(window, Qt.Key.Key_Backslash)

    assert held != after
    assert window.canvas.grab().toImage() == after


def test_the_compare_action_is_pressed_while_its_way_is_in_use(person, swap):
    actions = person.window.actions_by_name

    actions["actionCompare"].trigger()
    assert person.window.canvas.compare is Compare.WIPE
    actions["actionCompareDifference"].trigger()
    assert not actions["actionCompare"].isChecked()
    actions["actionCompareDifference"].trigger()

    assert person.window.canvas.compare is Compare.RESULT


def test_arrow_keys_move_the_divider_where_the_whole_picture_is_seen(canvas, qtbot):
    canvas.set_compare(Compare.WIPE)
    line = canvas.wipe.line(canvas.visible())

    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.wipe.line(canvas.visible()) == line + 36
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.wipe.line(canvas.visible()) == line + 24


def test_zoomed_in_arrow_keys_pan_and_with_ctrl_move_the_divider(canvas, qtbot):
    canvas.set_compare(Compare.WIPE_HORIZONTAL)
    canvas.zoom_to(6.0)
    view, line = canvas.view, canvas.wipe.line(canvas.visible())

    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.view != view
    assert canvas.wipe.line(canvas.visible()) == line
    view = canvas.view
    qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)

    assert canvas.view == view
    assert canvas.wipe.line(canvas.visible()) == line + 12
