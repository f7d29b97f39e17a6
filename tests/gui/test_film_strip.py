"""Drop many pictures and try one after the other."""

import shutil

import pytest
from PySide6.QtCore import Qt

from faceswap_gui.project.document import Role


@pytest.fixture
def three(tmp_path, source, target):
    """Two portraits and a file that is none."""
    shutil.copy(source, tmp_path / "a.jpg")
    shutil.copy(target, tmp_path / "b.jpg")
    (tmp_path / "c.jpg").write_text("no picture")
    return [tmp_path / name for name in ("a.jpg", "b.jpg", "c.jpg")]


@pytest.fixture
def film(person, three):
    person.drop("sourcePane", *three)
    person.until(lambda: person.window.studio.document.source)
    film = person.window.panes[Role.SOURCE].film
    person.until(lambda: not film.item(1).icon().isNull())
    return film


def test_the_first_is_opened_and_all_are_offered(person, film, three):
    assert person.window.studio.document.source.path == three[0]
    assert film.isVisible()
    assert film.paths() == three
    assert not film.item(0).icon().isNull()
    assert film.item(0).isSelected()


def test_a_click_opens_another(person, film, three):
    place = film.visualItemRect(film.item(1)).center()

    person.qtbot.mouseClick(film.viewport(), Qt.MouseButton.LeftButton, pos=place)

    person.until(lambda: person.window.studio.document.source.path == three[1])
    assert film.item(1).isSelected()


def test_one_that_is_no_picture_is_refused_in_words_when_it_is_chosen(person, film, three):
    film.itemActivated.emit(film.item(2))

    assert "c.jpg" in person.until_told()
    assert person.window.studio.document.source.path == three[0]


def test_a_single_picture_needs_no_strip(person, source):
    person.drop("sourcePane", source)
    person.until(lambda: person.window.studio.document.source)

    assert person.window.panes[Role.SOURCE].film.isHidden()


def test_pictures_dropped_beside_the_panes_fill_the_empty_ones(person, source, target):
    person.drop("mainWindow", source)
    person.until(lambda: person.window.studio.document.source)
    person.drop("mainWindow", target)

    person.until_rendered()
    assert person.window.studio.document.target.path == target.absolute()


def test_a_dropped_project_is_opened(person, swap, tmp_path):
    document = person.window.studio.document
    person.window.studio.save_project(tmp_path / "p.fsproj")
    person.until_told()
    person.find("blendSlider").setValue(0.2)

    person.drop("sourcePane", tmp_path / "p.fsproj")

    person.until(lambda: person.window.studio.document == document)
