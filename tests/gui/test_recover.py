"""The program ends without warning; at the next start the work is there again."""

import pytest
from PySide6.QtWidgets import QPushButton

from faceswap_gui.gui import create_window
from faceswap_gui.gui.autosave import recovery_folder
from faceswap_gui.project import load_project
from faceswap_gui.project.document import Role


@pytest.fixture(autouse=True)
def _own_recovery_folder(monkeypatch, tmp_path):
    from faceswap_gui.project.recovery import RecoveryFolder

    monkeypatch.setattr(
        "faceswap_gui.gui.autosave.recovery_folder", lambda: RecoveryFolder(tmp_path / "kept")
    )


@pytest.fixture
def next_window(qtbot, engine):
    """Start the program again."""

    def start():
        window = create_window(lambda: engine)
        qtbot.addWidget(window)
        window.show()
        window.autosave.offer_earlier_work()
        return window

    return start


def test_work_kept_by_a_window_that_vanished_is_offered_and_comes_back(person, swap, next_window):
    person.find("blendSlider").setValue(0.42)
    document = person.window.studio.document
    person.window.close()

    window = next_window()
    assert "unsaved work" in window.banner.text
    window.banner.findChild(QPushButton, "restoreWork").click()

    assert window.studio.document == document
    person.until(lambda: window.studio.rendered)
    assert window.banner.text == ""


def test_work_is_kept_while_a_slider_never_rests(person, swap):
    """Each move used to put the keeping off; a crash then cost all of a long drag."""
    window = person.window
    values = iter(range(10**9))

    def still_moving_and_kept():
        person.find("blendSlider").setValue(next(values) % 100 / 100)
        return list(window.autosave.folder.mine.parent.glob("*.fsproj"))

    person.until(still_moving_and_kept)


def test_restored_work_is_safe_before_its_old_copy_goes(person, swap, next_window, monkeypatch):
    document = person.window.studio.document
    person.window.close()
    window = next_window()
    monkeypatch.setattr(window.autosave.folder, "forget", lambda _: None)  # the power fails here

    window.banner.findChild(QPushButton, "restoreWork").click()

    person.until(window.autosave.folder.mine.is_file)
    assert load_project(window.autosave.folder.mine).document == document


def test_restored_work_has_its_name_again_and_is_still_to_be_saved(
    person, swap, next_window, tmp_path
):
    path = tmp_path / "portrait.fsproj"
    person.window.studio.save_project(path)
    person.until(lambda: not person.window.isWindowModified())
    person.find("blendSlider").setValue(0.42)
    person.window.close()

    window = next_window()
    window.banner.findChild(QPushButton, "restoreWork").click()

    assert window.windowTitle().startswith("portrait")
    assert window.isWindowModified()
    window.actions_by_name["actionSaveProject"].trigger()
    person.until(lambda: not window.isWindowModified())
    assert load_project(path).document.settings.blend == pytest.approx(0.42)


def test_the_question_waits_behind_what_is_said_meanwhile(person, swap, next_window, tmp_path):
    person.window.close()
    window = next_window()
    empty = tmp_path / "empty.png"
    empty.touch()

    window.studio.open_picture(Role.SOURCE, empty)
    person.until(lambda: "empty.png" in window.banner.text)
    assert not window.banner.findChild(QPushButton, "restoreWork").isVisible()
    window.banner.dismiss()

    assert "unsaved work" in window.banner.text
    window.banner.findChild(QPushButton, "restoreWork").click()
    assert window.studio.document.complete


@pytest.fixture
def replaced(person, swap, tmp_path):
    """A project that was opened while other work was not saved; that work's document."""
    window = person.window
    path = tmp_path / "other.fsproj"
    window.studio.save_project(path)
    person.until(lambda: not window.isWindowModified())
    person.find("blendSlider").setValue(0.42)
    window.actions_by_name["actionSnapshot"].trigger()
    window.studio.project_path = tmp_path / "mine.fsproj"
    work = window.studio.document
    person.drop("sourcePane", path)
    person.until(lambda: window.studio.document != work)
    return work


def test_opening_a_project_offers_the_way_back_to_unsaved_work(person, replaced):
    window = person.window
    assert "mine was open before and is not saved" in window.banner.text

    window.banner.findChild(QPushButton, "bringWorkBack").click()

    assert window.studio.document == replaced
    assert [one.document for one in window.studio.snapshots] == [replaced]
    assert window.windowTitle().startswith("mine")
    assert window.isWindowModified()


def test_work_that_a_project_took_the_place_of_survives_a_crash(person, replaced, next_window):
    person.window.close()

    window = next_window()
    window.banner.findChild(QPushButton, "restoreWork").click()

    assert window.studio.document == replaced


def test_discarded_it_is_gone(person, replaced, next_window):
    person.window.banner.findChild(QPushButton, "discardWork").click()
    person.window.close()

    assert next_window().banner.text == ""


def test_discarded_work_is_not_offered_again(person, swap, next_window):
    person.window.close()

    next_window().banner.findChild(QPushButton, "discardWork").click()

    assert next_window().banner.text == ""


def test_a_window_that_is_still_open_keeps_its_work_for_itself(person, swap, next_window):
    person.window.autosave.keep()
    person.until(lambda: list(person.window.autosave.folder.mine.parent.glob("*.fsproj")))

    assert next_window().banner.text == ""


def test_saved_work_is_not_offered(person, swap, next_window, tmp_path):
    person.window.studio.save_project(tmp_path / "p.fsproj")
    person.until(lambda: not person.window.isWindowModified())
    person.window.close()

    assert next_window().banner.text == ""


def test_the_real_folder_is_the_program_s_own():
    assert "faceswap-gui" in str(recovery_folder().mine)


def test_a_window_that_is_gone_altogether_leaves_its_work(person, swap):
    """A history that is taken down calls itself clean, which is not the person's saving."""
    window = person.window
    kept = window.autosave.folder.mine
    threads = window.autosave._thread
    person.find("blendSlider").setValue(0.42)
    window.close()
    assert kept.is_file()

    window.studio.stack.clear()
    threads.submit(int).result()  # whatever was asked of it is done

    assert kept.is_file()
