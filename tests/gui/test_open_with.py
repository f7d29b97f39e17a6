"""Open files from the desktop in a window that is open already."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from faceswap_gui.gui.open_with import OpenWith


@pytest.fixture
def open_with(person, qapp):
    """The desktop, which tells the application of a file."""
    listener = OpenWith(person.window)
    yield lambda path: QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(path))))
    qapp.removeEventFilter(listener)


def test_of_two_pictures_the_first_is_the_source(person, open_with, source, target):
    open_with(source)
    open_with(target)

    person.until_rendered()
    document = person.window.studio.document
    assert (document.source.path, document.target.path) == (source, target)


def test_a_picture_opened_later_is_the_next_target(person, open_with, swap, source):
    open_with(source)

    person.until(lambda: person.window.studio.document.target.path == source)


def test_a_project_is_opened_as_it_was_saved(person, open_with, swap, tmp_path):
    person.find("blendSlider").setValue(0.4)
    person.window.studio.save_project(tmp_path / "kept.fsproj")
    person.until(lambda: person.window.studio.project_path)
    person.find("blendSlider").setValue(0.9)

    open_with(tmp_path / "kept.fsproj")

    person.until(lambda: person.window.studio.document.settings.blend == 0.4)
