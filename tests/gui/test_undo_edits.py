"""One history for painting, dragging, sliders and faces: back and forth through all of it."""

import pytest
from PySide6.QtCore import QPointF, Qt

from faceswap_gui.project.document import Role


@pytest.fixture
def edited(person, source, group):
    """A group with a stroke, a moved landmark, a slider and another face, one after the other."""
    person.drop("sourcePane", source)
    person.drop("targetPane", group)
    window = person.window
    results = [person.until_rendered()]
    documents = [window.studio.document]

    def stroke():
        person.qtbot.keyClick(window, Qt.Key.Key_E)
        nose = window.workbench.landmarks.position(1)
        person.draw(nose, nose + QPointF(15, 5))

    def move():
        person.qtbot.keyClick(window, Qt.Key.Key_L)
        mouth = window.workbench.landmarks.position(61)
        person.draw(mouth, mouth + QPointF(-9, 3))

    for edit in (
        stroke,
        move,
        lambda: person.find("blendSlider").setValue(0.7),
        lambda: window.studio.choose_face(Role.TARGET, 1),
        stroke,
    ):
        edit()
        results.append(person.until_rendered())
        documents.append(window.studio.document)
    return documents, results


def test_every_step_is_undone_and_done_again_to_the_pixel(person, edited):
    documents, results = edited
    window = person.window
    first, second = window.studio.document.target.edits
    assert (first.face, second.face) == (0, 1)  # each face has a mask of its own
    assert first.mask != second.mask
    assert second.moves == ()

    for document, result in zip(documents[-2::-1], results[-2::-1], strict=True):
        window.undo_action.trigger()
        assert window.studio.document == document
        assert person.until_rendered() == result
    for document, result in zip(documents[1:], results[1:], strict=True):
        window.redo_action.trigger()
        assert window.studio.document == document
        assert person.until_rendered() == result
