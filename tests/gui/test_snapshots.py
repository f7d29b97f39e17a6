"""Keep a result as a snapshot, compare later ones with it, go back to it."""

import pytest
from PySide6.QtCore import Qt

from faceswap_gui.gui.canvas.compare import Compare
from faceswap_gui.project import load_project
from faceswap_gui.project.recovery import RecoveryFolder


@pytest.fixture(autouse=True)
def _own_recovery_folder(monkeypatch, tmp_path):
    folder = RecoveryFolder(tmp_path / "kept")
    monkeypatch.setattr("faceswap_gui.gui.autosave.recovery_folder", lambda: folder)


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


def test_snapshots_are_saved_with_the_project(person, snapshot, swap, tmp_path):
    window, path = person.window, tmp_path / "p.fsproj"
    save(person, path)
    click(person, "removeSnapshot")
    assert window.isWindowModified()

    window.studio.open_project(path)
    person.until(lambda: window.snapshots.kept)
    person.until_rendered()

    assert window.snapshots.kept == (snapshot,)
    assert not window.isWindowModified()
    click(person, "restoreSnapshot")
    assert person.until_rendered() == swap
    click(person, "takeSnapshot")
    assert window.snapshots.kept[-1].name.startswith("2 ·")


def test_a_snapshot_alone_is_something_unsaved_and_no_step(person, snapshot, tmp_path):
    window, kept = person.window, person.window.autosave.folder.mine
    save(person, tmp_path / "p.fsproj")
    steps = window.studio.stack.count()

    click(person, "takeSnapshot")
    window.autosave.keep()
    person.until(kept.is_file)
    assert window.isWindowModified()
    assert window.studio.stack.count() == steps
    assert len(load_project(kept).snapshots) == 2

    save(person, tmp_path / "p.fsproj")
    person.until(lambda: not kept.exists())
    assert load_project(tmp_path / "p.fsproj").snapshots == window.snapshots.kept


def test_undoing_what_came_before_a_snapshot_keeps_it(person, snapshot, tmp_path):
    save(person, tmp_path / "p.fsproj")

    person.window.undo_action.trigger()
    person.window.redo_action.trigger()

    assert person.window.snapshots.kept == (snapshot,)
    assert not person.window.isWindowModified()


def save(person, path) -> None:
    person.window.studio.save_project(path)
    person.until(lambda: not person.window.isWindowModified())
