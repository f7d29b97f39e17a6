"""Choose, keep, pass on, take in and delete presets above the controls."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QInputDialog

from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project.presets import SUFFIX, Preset, Presets, write_preset


@pytest.fixture
def answer(monkeypatch):
    """Answer the next questions for a name and for files."""

    def given(name: object) -> None:
        monkeypatch.setattr(QInputDialog, "getText", lambda *_a, **_k: (str(name), True))
        for dialog in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, dialog, lambda *_a, **_k: (str(name), ""))

    return given


def choose(person, name: str) -> None:
    """Choose a preset as a click on its line in the list does."""
    box = person.find("presetBox")
    index = box.findText(name)
    assert index >= 0, f"{name} is not in the list"
    box.setCurrentIndex(index)
    box.activated.emit(index)


def use_menu(person, action: str) -> None:
    """Open the menu beside the list and trigger one of its entries."""
    menu = person.find("presetMenu").menu()
    menu.aboutToShow.emit()
    entry = menu.findChild(QAction, action)
    assert entry.isEnabled()
    entry.trigger()


def settings(person) -> Settings:
    return person.window.studio.document.settings


def test_a_preset_moves_the_controls_in_one_step_that_can_be_undone(person):
    box = person.find("presetBox")
    assert box.currentText() == "Natural"

    choose(person, "Identity first")

    assert person.find("face_shapeSlider").value() == 1.0
    assert settings(person) == Presets().find("identity first").settings
    assert person.window.studio.stack.count() == 1
    person.window.undo_action.trigger()
    assert settings(person) == Settings()
    assert box.currentText() == "Natural"


def test_the_list_says_when_the_controls_are_at_no_preset(person):
    person.find("blendSlider").setValue(0.4)

    assert person.find("presetBox").currentText() == ""
    assert person.find("presetBox").placeholderText() == "Custom settings"


def test_controls_are_kept_under_a_name_and_there_in_the_next_window(person, answer):
    person.find("featherSlider").setValue(0.4)
    answer("Soft edge")
    use_menu(person, "actionSavePreset")

    assert person.find("presetBox").currentText() == "Soft edge"
    assert Presets().find("Soft edge").settings.feather == 0.4

    use_menu(person, "actionDeletePreset")
    assert person.find("presetBox").findText("Soft edge") == -1
    assert settings(person).feather == 0.4
    assert Presets().own() == []


def test_a_preset_is_passed_on_and_taken_in_as_a_file(person, answer, tmp_path):
    friends = tmp_path / f"friend{SUFFIX}"
    write_preset(Preset("From a friend", Settings(erosion=0.3)), friends)

    answer(friends)
    use_menu(person, "actionImportPreset")
    assert settings(person).erosion == 0.3
    assert person.find("presetBox").currentText() == "From a friend"

    answer(tmp_path / "mine")
    use_menu(person, "actionExportPreset")
    assert Presets().find(str(tmp_path / f"mine{SUFFIX}")).settings.erosion == 0.3


@pytest.mark.parametrize(
    ("action", "name", "said"),
    [
        ("actionSavePreset", "Sketch", "another name"),
        ("actionImportPreset", "x.fspreset", "damaged"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(person, answer, tmp_path, action, name, said):
    (tmp_path / "x.fspreset").write_text("{")
    answer(tmp_path / name if name.endswith(SUFFIX) else name)
    use_menu(person, action)

    assert said in person.until_told()
    assert settings(person) == Settings()
    assert Presets().own() == []


def test_a_shipped_preset_cannot_be_deleted(person):
    menu = person.find("presetMenu").menu()
    menu.aboutToShow.emit()

    assert not menu.findChild(QAction, "actionDeletePreset").isEnabled()
