"""Save the project, close, open it again: the same pictures, settings and pixels."""

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from faceswap_gui.gui.recent import recent_projects
from faceswap_gui.project import load_project, render_project


@pytest.fixture
def saved(person, swap, monkeypatch, tmp_path):
    """A project that was saved under a name, with one setting of its own."""
    path = tmp_path / "portrait.fsproj"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))
    person.find("blendSlider").setValue(0.5)
    person.window.findChild(QAction, "actionSaveProject").trigger()
    assert "Saved" in person.until_told()
    return path


def test_the_file_holds_what_is_on_the_screen(person, saved):
    assert load_project(saved).document == person.window.studio.document


def test_the_title_tells_the_name_and_whether_there_is_something_unsaved(person, saved):
    window = person.window
    assert window.windowTitle().startswith("portrait")
    assert not window.isWindowModified()

    person.find("blendSlider").setValue(0.7)
    assert window.isWindowModified()

    window.undo_action.trigger()
    assert not window.isWindowModified()


def test_saving_again_asks_for_no_name(person, saved, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: pytest.fail("asked"))
    person.find("featherSlider").setValue(0.4)

    person.window.findChild(QAction, "actionSaveProject").trigger()
    person.until(lambda: not person.window.isWindowModified())

    assert load_project(saved).document.settings.feather == pytest.approx(0.4)


def test_an_opened_project_shows_its_pictures_and_settings(person, saved, monkeypatch):
    wanted = person.until_rendered()
    person.window.studio.stack.setIndex(0)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(saved), ""))

    person.window.actions_by_name["actionOpenProject"].trigger()
    person.until(lambda: person.window.studio.document.complete)

    assert person.until_rendered() == wanted
    assert person.find("blendSlider").value() == pytest.approx(0.5)
    assert person.window.studio.stack.count() == 0


def test_the_command_line_renders_the_pixels_on_the_screen(person, saved):
    shown = person.until_rendered()

    pixels = render_project(saved).pixels

    for x, y in ((0, 0), (250, 190), (230, 220), (280, 260)):
        colour = shown.pixelColor(x, y)
        assert tuple(pixels[y, x]) == (colour.red(), colour.green(), colour.blue())


def test_a_damaged_project_is_refused_and_the_open_one_stays(person, saved, tmp_path):
    document = person.window.studio.document
    broken = tmp_path / "broken.fsproj"
    broken.write_bytes(saved.read_bytes()[:200])
    person.window.banner.hide()

    person.window.studio.open_project(broken)

    assert "broken.fsproj is damaged" in person.until_told()
    assert person.window.studio.document == document


def test_recent_projects_are_offered_while_they_exist(person, saved):
    assert recent_projects() == [saved]
    menu = person.window.findChild(object, "menuRecent")
    menu.fill()
    assert [action.text() for action in menu.actions()] == ["portrait.fsproj"]

    saved.unlink()

    assert recent_projects() == []


def test_the_layout_is_remembered(person, swap, engine, qtbot):
    from faceswap_gui.gui import create_window

    person.window.findChild(object, "historyDock").show()
    person.window.close()
    assert QSettings().value("layout") is not None

    again = create_window(lambda: engine)
    qtbot.addWidget(again)
    again.show()

    assert again.findChild(object, "historyDock").isVisible()
