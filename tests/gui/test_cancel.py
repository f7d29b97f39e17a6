"""Give up work that is under way: nothing half-done stays, and it can be begun again."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from faceswap_gui.gui.worker import Job


@pytest.fixture
def begin_export(person, swap, tmp_path, monkeypatch):
    """Change what needs a new fit, so that the export has all the stages before it."""
    path = tmp_path / "swap.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))
    person.window.activateWindow()
    person.find("face_shapeSlider").setValue(0.4)

    def begin():
        person.qtbot.keyClick(person.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        return path

    return begin


def test_an_export_that_is_given_up_leaves_no_file_and_no_complaint(person, begin_export):
    path = begin_export()
    person.qtbot.keyClick(person.window, Qt.Key.Key_Escape)
    person.until(lambda: person.window.worker.idle)

    assert list(path.parent.glob("swap*")) == []
    assert person.window.banner.text == ""

    assert begin_export() == path
    assert "Exported" in person.until_told()
    assert path.is_file()


def test_the_preview_still_becomes_that_of_the_document(person, begin_export, swap):
    begin_export()
    person.qtbot.keyClick(person.window, Qt.Key.Key_Escape)

    assert person.until_rendered() != swap


@pytest.fixture
def stopped(person, swap):
    """A change whose picture was stopped with Escape."""
    person.find("face_shapeSlider").setValue(0.4)
    person.qtbot.keyClick(person.window, Qt.Key.Key_Escape)
    person.until(lambda: person.window.worker.idle)


def test_a_picture_that_was_stopped_is_not_taken_for_the_result(person, stopped, swap):
    assert person.find("stoppedNotice").isVisible()
    assert person.result() == swap

    person.qtbot.mouseClick(person.find("renderAgain"), Qt.MouseButton.LeftButton)

    assert person.until_rendered() != swap
    assert person.find("stoppedNotice").isHidden()
    assert not person.window.actions_by_name["actionRender"].isEnabled()


def test_the_next_change_makes_a_new_picture_too(person, stopped):
    person.find("face_shapeSlider").setValue(0.7)

    person.until_rendered()
    assert person.find("stoppedNotice").isHidden()


def test_undoing_what_was_stopped_leaves_the_picture_as_it_is(person, stopped, swap):
    person.window.undo_action.trigger()

    assert person.find("stoppedNotice").isHidden()
    assert person.until_rendered() == swap


def test_what_is_undone_before_its_picture_is_there_never_shows(person, swap):
    person.until(lambda: person.window.worker.idle)
    shown = []
    person.window.studio.rendered_changed.connect(shown.append)

    person.find("face_shapeSlider").setValue(0.4)
    person.window.undo_action.trigger()
    person.until(lambda: person.window.worker.idle)
    person.qtbot.wait(50)  # what the worker had done already arrives

    assert shown == []
    assert person.until_rendered() == swap
    assert person.find("stoppedNotice").isHidden()


@pytest.fixture
def held(person):
    """The worker, kept busy with what the preview also needs until the test lets it go on."""
    gate = threading.Event()
    job = Job("transport", "", lambda *_: gate.wait(60), lambda _done: None, pytest.fail)

    def hold():
        person.window.worker.submit(job)
        return gate

    yield hold
    gate.set()


def test_levels_whose_measuring_was_stopped_say_how_to_get_it(person, swap, held):
    worker, bar = person.window.worker, person.find("level1Distance")
    person.until(lambda: worker.idle and "→" in bar.text())
    person.find("blendSlider").setValue(0.6)
    person.until_rendered()
    gate = held()
    person.until(lambda: any(job.kind == "measure" for job in worker._waiting))

    person.qtbot.keyClick(person.window, Qt.Key.Key_Escape)
    gate.set()

    assert bar.text() == "not measured – F5"
    assert "Measuring was stopped with Esc" in bar.toolTip()

    person.qtbot.keyClick(person.window, Qt.Key.Key_F5)
    person.until(lambda: "→" in bar.text())
    assert not person.window.actions_by_name["actionRender"].isEnabled()


def test_levels_are_measured_after_a_stopped_change_was_undone(person, swap, held):
    bar = person.find("level1Distance")
    gate = held()
    person.find("face_shapeSlider").setValue(0.4)
    person.qtbot.keyClick(person.window, Qt.Key.Key_Escape)
    gate.set()

    person.window.undo_action.trigger()

    person.until(lambda: "→" in bar.text())
