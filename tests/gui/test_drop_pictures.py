"""Drop a source and a target: the swap appears by itself."""

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtGui import QImage

from faceswap_gui.project.document import Role


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), np.uint8)
    return data.reshape(image.height(), image.width(), 4)[..., 2::-1].astype(int)


def test_two_dropped_pictures_are_swapped_without_a_further_click(person, source, target):
    assert person.drop("sourcePane", source)
    assert person.drop("targetPane", target)

    result = pixels(person.until_rendered())

    before = pixels(QImage(str(target)))
    assert result.shape == before.shape
    difference = np.abs(result - before).max(axis=2)
    assert difference.max() > 40, "the face is another"
    corners = difference[:40].max(), difference[-40:].max(), difference[:, :40].max()
    assert max(corners) == 0, "around the face the photograph is untouched"


def test_the_face_that_was_found_is_framed_in_the_pane(person, source):
    person.drop("sourcePane", source)
    area = person.window.panes[Role.SOURCE].area
    person.until(area.face_rectangles)

    (box,) = area.face_rectangles()

    assert area.picture_rectangle().contains(box)
    assert 0.1 < box.width() / area.picture_rectangle().width() < 0.3


def test_a_target_alone_is_shown_as_it_is(person, target):
    person.drop("targetPane", target)
    person.until(lambda: person.window.canvas.pictures.main)

    shown = person.window.canvas.pictures.main.levels[0]

    assert np.array_equal(pixels(shown), pixels(QImage(str(target))))
    assert person.window.studio.rendered is None


def test_text_is_not_taken_for_a_picture(person):
    data = QMimeData()
    data.setText("not a picture")

    assert not person.drop_data("sourcePane", data)

    assert person.window.studio.document.source is None


def test_pixels_dragged_from_another_program_become_the_source(person, source, target):
    data = QMimeData()
    data.setImageData(QImage(str(source)))
    person.drop("targetPane", target)

    assert person.drop_data("sourcePane", data)
    person.until_rendered()

    assert person.window.studio.document.source.embedded
    assert person.window.studio.document.source.path.is_file()


def test_the_sample_pair_is_one_click_away(person):
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QPushButton

    button = person.find("emptyState").findChild(QPushButton, "primary")
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    person.until_rendered()
    assert person.find("emptyState").isHidden()


@pytest.mark.parametrize("width", [120, 150, 180, 240])
def test_in_a_narrow_pane_the_invitation_is_whole(person, width):
    area = person.window.panes[Role.SOURCE].area
    area.resize(width, 240)

    words = area.words_rectangle()

    needed = area.fontMetrics().boundingRect(
        QRect(0, 0, int(words.width()), 1000),
        Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap,
        "Drop a portrait here,\nclick to choose one, or paste it",
    )
    assert needed.height() <= words.height() + 1
    assert area.rect().contains(words.toAlignedRect())
