"""The first start asks whether the faces may be used; nobody is stopped but the export."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from faceswap_gui.gui import create_window


@pytest.fixture
def exported(monkeypatch, tmp_path):
    """Where the next export goes."""
    path = tmp_path / "swap.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))
    return path


def press(window, name):
    window.rights.findChild(QPushButton, name).click()


def test_pictures_are_opened_and_shown_while_the_question_is_open(person, source, target):
    person.window.rights.ask()

    person.drop("sourcePane", source)
    person.drop("targetPane", target)
    person.until_rendered()

    assert person.window.rights.isVisible()
    assert not person.window.rights.isModal()


def test_the_export_waits_for_the_yes_and_then_goes_on_by_itself(person, swap, exported):
    window = person.window
    window.rights.ask()
    window.actions_by_name["actionExport"].trigger()
    person.qtbot.wait(100)
    assert not window.banner.text
    assert not exported.exists()

    press(window, "primary")

    assert "Exported" in person.until_told()
    assert exported.exists()


def test_a_no_stops_the_export_and_the_next_one_asks_again(person, swap, exported):
    window = person.window
    window.rights.ask()
    window.actions_by_name["actionExport"].trigger()
    person.qtbot.keyClick(window.rights, Qt.Key.Key_Escape)
    person.qtbot.wait(100)
    assert not exported.exists()

    window.actions_by_name["actionExport"].trigger()

    assert window.rights.isVisible()
    press(window, "laterRights")
    assert not exported.exists()


def test_who_has_agreed_is_never_asked_again(person, qtbot, engine):
    person.window.rights.ask()
    press(person.window, "primary")

    later = create_window(lambda: engine)
    qtbot.addWidget(later)
    later.show()
    later.rights.ask()

    assert not later.rights.isVisible()


def test_a_window_built_by_a_script_exports_without_a_question(person, swap, exported):
    person.window.actions_by_name["actionExport"].trigger()

    assert "Exported" in person.until_told()
    assert not person.window.rights.isVisible()
