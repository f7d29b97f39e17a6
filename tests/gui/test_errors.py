"""A file that cannot be used is refused in words, and what was there before stays."""

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QPushButton


@pytest.fixture
def broken(tmp_path, source):
    """Files that are no portraits, by what is wrong with them."""
    data = source.read_bytes()
    (tmp_path / "truncated.jpg").write_bytes(data[: len(data) // 3])
    (tmp_path / "empty.jpg").write_bytes(b"")
    (tmp_path / "words.txt").write_text("no picture")
    blank = QImage(400, 300, QImage.Format.Format_RGB32)
    blank.fill(0x808080)
    blank.save(str(tmp_path / "faceless.png"))
    return tmp_path


@pytest.mark.parametrize(
    "name", ["truncated.jpg", "empty.jpg", "words.txt", "faceless.png", "missing.jpg"]
)
@pytest.mark.parametrize("pane", ["sourcePane", "targetPane"])
def test_the_window_names_the_file_and_keeps_the_picture(person, swap, broken, pane, name):
    document = person.window.studio.document

    person.drop(pane, broken / name)

    assert name in person.until_told()
    assert person.window.studio.document == document
    assert person.result() == swap


def test_the_details_of_a_failure_can_be_copied(person, broken):
    person.drop("sourcePane", broken / "faceless.png")
    words = person.until_told()

    person.window.banner.findChild(QPushButton, "copyDetails").click()

    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(words)
    assert "Traceback" in copied


def test_the_complaint_goes_away_when_a_good_picture_comes(person, broken, source):
    person.drop("sourcePane", broken / "empty.jpg")
    person.until_told()

    person.drop("sourcePane", source)

    person.until(lambda: person.window.studio.document.source)
    assert person.window.banner.text == ""


def test_a_message_has_the_room_of_answers_that_are_no_longer_asked_for(person):
    banner, answer = person.window.banner, QPushButton("Restore")
    banner.ask("There is unsaved work.", answer)
    assert banner.layout().indexOf(answer) > 0

    banner.show_notice("Saved.")

    assert banner.layout().indexOf(answer) == -1
    assert answer.isHidden()
    banner.dismiss()
    assert banner.layout().indexOf(answer) > 0, "it is asked until it is answered"
    answer.click()
    assert banner.text == ""
