"""Point out a face that was missed, with a box."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton

from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.imaging import photo_from_array, read_photo
from faceswap_gui.project import load_project
from faceswap_gui.project.document import Role


@pytest.fixture
def missed(person, source, group, monkeypatch):
    """A group in which the search has found only one of two people."""
    find = FaceAnalyser.find
    monkeypatch.setattr(FaceAnalyser, "find", lambda self, photo: find(self, photo)[:1])
    person.drop("sourcePane", source)
    person.drop("targetPane", group)
    result = person.until_rendered()
    person.qtbot.keyClick(person.window, Qt.Key.Key_M)
    return result


def draw(person, box: QRectF) -> None:
    person.draw(box.topLeft(), box.center(), box.bottomRight())


def other_face(person) -> QRectF:
    """Return a box around the face that was missed, found by looking at the whole picture."""
    studio = person.window.studio
    view = studio.shelf.get(studio.document.target).view
    known, width = view.boxes[0], view.size.width()
    photo = read_photo(studio.document.target.path)
    half = photo.pixels[:, : width // 2] if known.x() > 0.5 else photo.pixels[:, width // 2 :]
    (face,) = FaceAnalyser().find(photo_from_array(half))
    x0, y0, x1, y1 = face.box
    shift = 0 if known.x() > 0.5 else width // 2
    return QRectF(QPointF(x0 + shift, y0), QPointF(x1 + shift, y1))


def test_a_box_around_a_missed_face_finds_and_uses_it(person, missed):
    studio = person.window.studio

    draw(person, other_face(person))

    person.until(lambda: studio.document.target.face == 1)
    assert len(studio.document.target.boxes) == 1
    assert len(person.window.panes[Role.TARGET].area.face_rectangles()) == 2
    assert person.until_rendered() != missed


def test_a_box_without_a_face_says_so_and_changes_nothing(person, missed):
    studio = person.window.studio
    before, steps = studio.document, studio.stack.count()

    draw(person, QRectF(5, 5, 60, 60))

    assert "no face was found in the box" in person.until_told()
    assert studio.document == before
    assert studio.stack.count() == steps
    assert person.result() == missed


def test_a_box_around_a_known_face_only_means_it(person, missed):
    studio = person.window.studio
    draw(person, other_face(person))
    person.until(lambda: studio.document.target.face == 1)
    view = studio.shelf.get(studio.document.target).view
    width, height = view.size.width(), view.size.height()
    share = view.boxes[0]
    corner = QPointF(share.left() * width, share.top() * height)

    draw(person, QRectF(corner, QPointF(share.right() * width, share.bottom() * height)))

    person.until(lambda: studio.document.target.face == 0)
    assert len(studio.document.target.boxes) == 1


def test_undo_delete_and_a_saved_project_know_the_box(person, missed, tmp_path):
    window, studio = person.window, person.window.studio
    draw(person, other_face(person))
    person.until(lambda: studio.document.target.face == 1)
    pointed_out = person.until_rendered()

    window.undo_action.trigger()
    assert person.until_rendered() == missed
    window.redo_action.trigger()
    assert person.until_rendered() == pointed_out

    studio.save_project(tmp_path / "p.fsproj")
    person.until(lambda: studio.project_path)
    assert load_project(tmp_path / "p.fsproj").document == studio.document

    person.qtbot.keyClick(window.canvas, Qt.Key.Key_Delete)
    assert studio.document.target.boxes == ()
    assert person.until_rendered() == missed


def test_a_click_that_slipped_draws_no_box(person, missed):
    draw(person, QRectF(50, 50, 2, 2))

    assert person.window.studio.document.target.boxes == ()
    assert person.window.banner.text == ""


def test_a_picture_in_which_nothing_was_found_is_not_lost(
    person, source, target, tmp_path, monkeypatch
):
    # A copy: what the session knows of a file that has not changed it does not look up again.
    target = Path(shutil.copy(target, tmp_path / "nothing found.jpg"))
    found = FaceAnalyser().find(read_photo(target))[0].box
    box = QRectF(QPointF(*found[:2]), QPointF(*found[2:]))
    person.drop("sourcePane", source)
    person.until(lambda: person.window.studio.document.source)
    monkeypatch.setattr(FaceAnalyser, "find", lambda *_: [])

    person.drop("targetPane", target)
    person.until(lambda: person.window.findChild(QPushButton, "pointOutFace"))
    assert "no face was found" in person.window.banner.text
    assert person.window.studio.document.target is None
    person.find("pointOutFace").click()
    draw(person, box)

    person.until(lambda: person.window.studio.document.target)
    assert person.until_rendered() != QImage(str(target))
