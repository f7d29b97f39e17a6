"""Take the result into another program: by dragging, by the clipboard."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage

from faceswap_gui.gui.panes.dropping import image_in, local_files
from faceswap_gui.project.document import Role


def drag(person):
    handle, left = person.find("dragResult"), Qt.MouseButton.LeftButton
    person.qtbot.mousePress(handle, left, pos=QPoint(5, 5))
    person.qtbot.mouseMove(handle, QPoint(60, 60))


def take_the_picture(person, keys=Qt.KeyboardModifier.NoModifier):
    canvas, left = person.window.canvas, Qt.MouseButton.LeftButton
    middle = canvas.visible().center().toPoint()
    person.qtbot.mousePress(canvas, left, keys, middle)
    for step in (QPoint(10, 5), QPoint(40, 30)):
        person.qtbot.mouseMove(canvas, middle + step)


def let_go(person):
    person.qtbot.mouseRelease(person.window.canvas, Qt.MouseButton.LeftButton)


def test_the_result_is_dragged_out_as_a_file_and_as_pixels(person, swap, dragged):
    drag(person)
    person.until(lambda: dragged)

    (path,) = local_files(dragged[0])
    assert path.name == "demo_target-swap.png"
    written = QImage(str(path)).convertToFormat(swap.format())
    assert written == swap
    assert image_in(dragged[0]) == swap


def test_the_picture_itself_is_dragged_out_while_it_is_seen_whole(person, swap, dragged):
    take_the_picture(person)
    person.until(lambda: dragged)

    assert image_in(dragged[0]) == swap


def test_a_picture_zoomed_into_is_moved_and_with_alt_dragged_out(person, swap, dragged):
    canvas = person.window.canvas
    canvas.zoom_to(3.0)
    before = canvas.view.x

    take_the_picture(person)
    assert canvas.view.x != before
    assert not canvas.hand.result.held

    let_go(person)
    before = canvas.view.x
    take_the_picture(person, Qt.KeyboardModifier.AltModifier)
    person.until(lambda: dragged)
    assert canvas.view.x == before


def test_a_click_on_the_picture_writes_nothing(person, swap, dragged):
    middle = QPoint(300, 300)
    person.qtbot.mouseClick(person.window.canvas, Qt.MouseButton.LeftButton, pos=middle)

    assert person.window.worker.idle
    assert dragged == []


def test_the_divider_is_dragged_and_not_the_result(person, swap, dragged):
    person.window.actions_by_name["actionCompare"].trigger()

    person.draw(QPointF(256, 300), QPointF(100, 300))

    assert person.window.canvas.wipe.share < 0.3
    assert person.window.worker.idle
    assert dragged == []


def test_letting_go_before_the_file_is_there_drags_nothing(person, swap, dragged):
    drag(person)
    person.qtbot.mouseRelease(person.find("dragResult"), Qt.MouseButton.LeftButton)

    person.until(lambda: person.window.worker.idle)
    person.qtbot.wait(50)
    assert dragged == []


def test_each_result_has_a_file_of_its_own(person, swap, dragged):
    drag(person)
    person.until(lambda: dragged)
    person.find("blendSlider").setValue(0.5)
    person.until_rendered()

    drag(person)
    person.until(lambda: len(dragged) == 2)

    first, second = (local_files(data)[0] for data in dragged)
    assert first.read_bytes() != second.read_bytes()


def test_the_programs_own_panes_leave_it_alone(person, swap, dragged):
    drag(person)
    person.until(lambda: dragged)

    assert not person.drop_data("sourcePane", dragged[0])


def test_nothing_leaves_before_the_faces_may_be_used(person, swap, dragged):
    person.window.rights.ask()

    drag(person)

    assert person.window.rights.isVisible()
    assert person.window.worker.idle
    assert dragged == []


def test_the_result_is_copied_and_pasted_as_the_next_target(person, swap):
    person.window.actions_by_name["actionCopy"].trigger()
    assert QGuiApplication.clipboard().image() == swap

    person.window.actions_by_name["actionPasteTarget"].trigger()

    person.until(lambda: person.window.studio.document.picture(Role.TARGET).embedded)
    pasted = person.window.studio.document.picture(Role.TARGET)
    assert QImage(str(pasted.path)).convertToFormat(swap.format()) == swap
