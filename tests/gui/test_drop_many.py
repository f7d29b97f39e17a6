"""Drop a folder, a whole selection, or two pictures at once."""

import shutil

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDockWidget

from faceswap_gui.gui.panes import picture_pane
from faceswap_gui.project.document import Role


@pytest.fixture
def folder(tmp_path, source, target):
    """A folder as photographers have them: pictures, notes, and what the system hides there."""
    made = tmp_path / "shoot"
    made.mkdir()
    (made / "a-notes.txt").write_text("no picture")
    (made / ".thumbnail.jpg").write_bytes(b"")
    shutil.copy(source, made / "one.jpg")
    shutil.copy(target, made / "two.JPG")
    return made


def test_of_a_dropped_folder_the_first_picture_is_opened_and_all_are_offered(person, folder):
    assert person.drop("sourcePane", folder)

    person.until(lambda: person.window.studio.document.source)
    film = person.window.panes[Role.SOURCE].film
    assert person.window.studio.document.source.path == folder / "one.jpg"
    assert film.paths() == [folder / "one.jpg", folder / "two.JPG"]


def test_notes_among_the_pictures_are_left_aside(person, folder):
    person.drop("targetPane", folder / "a-notes.txt", folder / "one.jpg", folder / "two.JPG")

    person.until(lambda: person.window.studio.document.target)
    assert not person.window.banner.failed
    assert person.window.studio.document.target.path == folder / "one.jpg"
    assert len(person.window.panes[Role.TARGET].film.paths()) == 2


def test_a_folder_without_pictures_is_said(person, tmp_path):
    empty = tmp_path / "plans"
    empty.mkdir()

    person.drop("sourcePane", empty)

    assert person.window.banner.text == "There is no picture in plans"


def test_the_first_of_many_does_not_wait_for_the_small_pictures_of_the_others(
    person, source, tmp_path
):
    many = [tmp_path / f"{number}.jpg" for number in range(12)]
    for path in many:
        shutil.copy(source, path)
    begun = []
    person.window.worker.began.connect(lambda job: begun.append(job.kind))

    person.drop("sourcePane", *many)

    film = person.window.panes[Role.SOURCE].film
    person.until(lambda: all(not film.item(row).icon().isNull() for row in range(12)))
    small = [place for place, kind in enumerate(begun) if kind.startswith("thumbnail")]
    # One may have begun before the picture itself was asked for; it is over in no time.
    assert begun.index("open source") <= 1
    assert len(small) == 12


def test_of_very_many_it_is_said_how_many_are_offered(person, folder, monkeypatch):
    monkeypatch.setattr(picture_pane, "_MOST", 1)

    person.drop("sourcePane", folder)

    assert person.until_told() == "The first 1 of 2 are offered"
    assert person.window.panes[Role.SOURCE].film.paths() == [folder / "one.jpg"]


def test_two_pictures_dropped_into_the_empty_window_are_a_pair(person, source, target):
    person.drop("mainWindow", source, target)

    person.until_rendered()
    document = person.window.studio.document
    assert (document.source.path, document.target.path) == (source, target)


def test_what_is_dropped_on_a_panes_title_is_for_that_pane(person, source):
    window = person.window
    bar = window.findChild(QDockWidget, "targetDock").titleBarWidget()
    place = QPointF(bar.mapTo(window, bar.rect().center()))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source))])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    QApplication.sendEvent(window, QDragEnterEvent(place.toPoint(), copy, data, left, none))
    QApplication.sendEvent(window, QDropEvent(place, copy, data, left, none))

    person.until(lambda: window.studio.document.target)
    assert window.studio.document.source is None
