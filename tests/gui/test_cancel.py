"""Give up work that is under way: nothing half-done stays, and it can be begun again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog


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
