"""Keep a result as a snapshot, compare later ones with it, go back to it."""

import pytest
from PySide6.QtCore import Qt

from faceswap_gui.gui.canvas.compare import Compare


@pytest.fixture
def snapshot(person, swap):
    """The first result, kept; then another one."""
    person.window.findChild(object, "historyDock").show()
    click(person, "takeSnapshot")
    person.find("blendSlider").setValue(0.3)
    person.until_rendered()
    return person.window.snapshots.kept[0]


def click(person, button: str) -> None:
    person.qtbot.mouseClick(person.find(button), Qt.MouseButton.LeftButton)


def compare(person) -> None:
    click(person, "compareSnapshot")
    person.until(lambda: person.window.snapshots.picture is not None)


def test_the_result_is_compared_with_the_snapshot_instead_of_the_target(person, snapshot, swap):
    canvas = person.window.canvas
    compare(person)

    assert canvas.compare is Compare.WIPE
    assert canvas.pictures.earlier.levels[0] == swap
    assert canvas.pictures.earlier_name.startswith("1 ·")

    click(person, "compareSnapshot")
    assert canvas.pictures.earlier is canvas.pictures.before


def test_the_picture_on_show_stays_what_it_is(person, snapshot):
    shown = person.result()

    compare(person)

    assert person.result() == shown
    person.until(lambda: person.window.worker.idle)
    assert not person.find("stoppedNotice").isVisible()


def test_going_back_is_a_step_that_can_be_undone(person, snapshot, swap):
    studio, changed = person.window.studio, person.window.studio.document

    click(person, "restoreSnapshot")
    assert person.until_rendered() == swap

    person.window.undo_action.trigger()
    assert studio.document == changed


def test_another_photograph_ends_the_comparison(person, snapshot, source):
    compare(person)

    person.drop("targetPane", source)
    person.until(lambda: person.window.studio.document.target.path == source)

    assert person.window.snapshots.compared is None
    assert person.window.canvas.pictures.snapshot is None


def test_a_snapshot_that_is_given_up_on_or_removed_is_compared_no_longer(person, snapshot):
    click(person, "compareSnapshot")
    person.qtbot.keyClick(person.window, Qt.Key.Key_Escape)
    assert person.window.snapshots.compared is None

    compare(person)
    click(person, "removeSnapshot")

    assert person.window.snapshots.compared is None
    assert person.find("snapshotList").count() == 0
    assert not person.find("compareSnapshot").isEnabled()
