"""Paint where the face shows and where the target stays."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from faceswap_gui.compositing import planes_of
from faceswap_gui.project import load_project, render_project


@pytest.fixture
def canvas(person, swap):
    return person.window.canvas


def nose(window) -> QPointF:
    """Return where the target's nose lies in the picture."""
    studio = window.studio
    x, y = studio.shelf.get(studio.document.target).view.landmarks[0][1, :2]
    return QPointF(float(x), float(y))


def mask_at(window, spot: QPointF) -> int:
    """Return what is painted at a point of the picture: 255 face, 0 target, 128 neither."""
    mask = window.studio.document.target.of_face.mask
    if mask is None:
        return 128
    show = planes_of(mask)[0]
    size = window.canvas.pictures.main.size
    x0, y0, x1, y1 = mask.place.pixels(size.width(), size.height())
    row = (spot.y() - y0) / (y1 - y0) * show.shape[0]
    column = (spot.x() - x0) / (x1 - x0) * show.shape[1]
    return int(show[int(row), int(column)])


def array(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def test_the_eraser_brings_the_target_back_in_one_step(person, canvas, swap, target):
    window, at = person.window, nose(person.window)
    steps = window.studio.stack.count()

    person.qtbot.keyClick(window, Qt.Key.Key_E)
    window.workbench.toolbox.set_hardness(1.0)
    person.draw(at, at + QPointF(10, 0), at + QPointF(20, 0))

    result = person.until_rendered()
    assert window.studio.stack.count() == steps + 1
    x, y = round(at.x()) + 10, round(at.y())
    untouched = QImage(str(target))
    assert result.pixelColor(x, y) == untouched.pixelColor(x, y)
    assert swap.pixelColor(x, y) != untouched.pixelColor(x, y)
    person.window.undo_action.trigger()
    assert person.until_rendered() == swap


def test_painting_costs_only_the_composite(person, canvas):
    swapper = person.window.worker._make_engine()._session._swapper
    swapper._cache.milliseconds.clear()

    person.qtbot.keyClick(person.window, Qt.Key.Key_E)
    person.draw(nose(person.window))
    person.until_rendered()

    assert swapper._cache.milliseconds.keys() == {"composite"}


def test_the_brush_adds_alt_gives_back_and_x_turns_it(person, canvas):
    window, at = person.window, nose(person.window)
    actions = window.actions_by_name

    person.qtbot.keyClick(window, Qt.Key.Key_B)
    person.draw(at)
    assert mask_at(window, at) == 255
    person.qtbot.keyClick(window, Qt.Key.Key_X)
    assert actions["actionToolRemove"].isChecked()
    person.draw(at)
    assert mask_at(window, at) == 0
    person.draw(at, keys=Qt.KeyboardModifier.AltModifier)
    assert mask_at(window, at) == 128


def test_softening_paints_the_other_plane(person, canvas, swap):
    window, at = person.window, nose(person.window)

    person.qtbot.keyClick(window, Qt.Key.Key_R)
    window.workbench.toolbox.set_size(1.0)
    person.draw(at - QPointF(0, 60), at - QPointF(0, 110))

    assert planes_of(window.studio.document.target.of_face.mask)[1].max() == 255
    assert person.until_rendered() != swap


def test_brackets_change_the_brush(person, canvas):
    window, toolbox = person.window, person.window.workbench.toolbox
    size, hardness = toolbox.size, toolbox.hardness

    person.qtbot.keyClick(window, Qt.Key.Key_BracketRight)
    assert toolbox.size > size
    person.qtbot.keyClick(window, Qt.Key.Key_BracketLeft)
    assert toolbox.size == pytest.approx(size)
    shift = Qt.KeyboardModifier.ShiftModifier
    person.qtbot.keyClick(window, Qt.Key.Key_BracketRight, shift)
    assert toolbox.hardness > hardness
    assert person.find("brushHardnessSlider").value() == round(100 * toolbox.hardness)
    person.find("brushSizeSlider").setValue(40)
    assert toolbox.size == pytest.approx(0.4)


def seen(person, canvas):
    """What the canvas shows once all that it makes smaller is made."""
    person.until(lambda: not canvas.grab().isNull() and not canvas.reductions.pending)
    return canvas.grab().toImage()


def test_what_is_painted_is_hatched_until_q_hides_it(person, canvas):
    window, at = person.window, nose(person.window)
    person.qtbot.keyClick(window, Qt.Key.Key_E)
    person.draw(at, at + QPointF(30, 10))
    person.until_rendered()
    canvas.tool.hover(None)

    hatched = seen(person, canvas)
    person.qtbot.keyClick(window, Qt.Key.Key_Q)
    plain = seen(person, canvas)
    canvas.take(canvas.hand)  # which shows nothing of its own; the bar above stays where it is

    assert hatched != plain
    assert seen(person, canvas) == plain


def test_clearing_takes_everything_back_and_can_be_undone(person, canvas, swap):
    window, at = person.window, nose(person.window)
    person.qtbot.keyClick(window, Qt.Key.Key_E)
    person.draw(at)
    painted = person.until_rendered()

    window.actions_by_name["actionClearMask"].trigger()
    assert person.until_rendered() == swap
    assert not window.actions_by_name["actionClearMask"].isEnabled()

    window.undo_action.trigger()
    assert person.until_rendered() == painted


def test_space_and_the_middle_button_pan_with_any_tool(person, canvas):
    window = person.window
    person.qtbot.keyClick(window, Qt.Key.Key_B)
    canvas.zoom_to(4.0)
    before = canvas.view.x

    middle = Qt.MouseButton.MiddleButton
    person.qtbot.mousePress(canvas, middle, pos=QPoint(200, 200))
    person.qtbot.mouseMove(canvas, QPoint(230, 200))
    person.qtbot.mouseRelease(canvas, middle, pos=QPoint(230, 200))

    assert canvas.view.x == before + 30
    canvas.setFocus()
    person.qtbot.keyPress(canvas, Qt.Key.Key_Space)
    person.draw(nose(window), nose(window) + QPointF(5, 0))
    person.qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert window.studio.document.target.of_face.mask is None


def test_a_painted_project_is_exported_as_render_makes_it(person, canvas, tmp_path):
    window, at = person.window, nose(person.window)
    person.qtbot.keyClick(window, Qt.Key.Key_E)
    person.draw(at, at + QPointF(25, 15))
    result = person.until_rendered()
    project = tmp_path / "painted.fsproj"

    window.studio.save_project(project)
    person.until(lambda: window.studio.project_path)

    assert load_project(project).document == window.studio.document
    assert np.array_equal(render_project(project, device="cpu").pixels, array(result))


def test_a_pen_with_a_light_touch_paints_finer(person, canvas):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPointingDevice, QTabletEvent

    window, at = person.window, nose(person.window)
    person.qtbot.keyClick(window, Qt.Key.Key_E)
    window.workbench.toolbox.set_size(0.4)
    window.workbench.toolbox.set_hardness(1.0)
    place = canvas.view.to_viewport(at)
    for kind, pressure in ((QEvent.Type.TabletPress, 0.0), (QEvent.Type.TabletRelease, 0.0)):
        event = QTabletEvent(
            kind, QPointingDevice.primaryPointingDevice(), place, canvas.mapToGlobal(place),
            pressure, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
        )  # fmt: skip
        QApplication.sendEvent(canvas, event)

    face = window.studio.shelf.get(window.studio.document.target).view.boxes[0]
    radius = 0.2 * face.height() * canvas.pictures.main.size.height()
    assert mask_at(window, at) == 0
    assert mask_at(window, at + QPointF(0.6 * radius, 0)) == 128


def test_space_takes_the_hand_though_a_slider_has_the_focus(person, canvas):
    window = person.window
    window.activateWindow()
    canvas.zoom_to(4.0)
    slider = window.inspector.rows["eyes"].slider
    slider.setFocus()
    view, middle = canvas.view, canvas.rect().center()

    person.qtbot.keyPress(slider, Qt.Key.Key_Space)
    person.qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle)
    person.qtbot.mouseMove(canvas, middle + QPoint(30, 20))
    person.qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle + QPoint(30, 20))
    person.qtbot.keyRelease(slider, Qt.Key.Key_Space)

    assert canvas.view == view.moved(QPointF(30, 20))
    assert window.studio.document.target.of_face.mask is None
