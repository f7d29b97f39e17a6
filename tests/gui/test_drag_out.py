"""Take the result into another program: by dragging, by the clipboard."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QImage

from faceswap_gui.gui.panes.dropping import image_in, local_files
from faceswap_gui.project.document import Role


@pytest.fixture
def dragged(monkeypatch) -> list[QMimeData]:
    """What the desktop would be given; there is none that could take it."""
    kept: list[QMimeData] = []

    def begin(drag: QDrag, _actions: Qt.DropAction) -> Qt.DropAction:
        data = QMimeData()
        for name in drag.mimeData().formats():
            data.setData(name, drag.mimeData().data(name))
        data.setImageData(drag.mimeData().imageData())
        kept.append(data)
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", begin)
    return kept


def drag(person):
    handle, left = person.find("dragResult"), Qt.MouseButton.LeftButton
    person.qtbot.mousePress(handle, left, pos=QPoint(5, 5))
    person.qtbot.mouseMove(handle, QPoint(60, 60))


def test_the_result_is_dragged_out_as_a_file_and_as_pixels(person, swap, dragged):
    drag(person)
    person.until(lambda: dragged)

    (path,) = local_files(dragged[0])
    assert path.name == "demo_target-swap.png"
    written = QImage(str(path)).convertToFormat(swap.format())
    assert written == swap
    assert image_in(dragged[0]) == swap


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
