"""Everything can be undone, in order, and done again."""

from PySide6.QtGui import QAction

from faceswap_gui.project.document import Document, Role


def test_undo_goes_back_through_sliders_and_pictures_to_the_empty_window(person, swap):
    window = person.window
    person.find("blendSlider").setValue(0.4)
    window.actions_by_name["actionExchange"].trigger()
    person.until_rendered()
    steps = window.studio.stack.count()
    documents = [window.studio.document]

    undo = window.findChild(QAction, "actionUndo")
    for _ in range(steps):
        undo.trigger()
        documents.append(window.studio.document)

    assert window.studio.document == Document()
    assert not undo.isEnabled()
    assert not person.find("emptyState").isHidden()
    redo = window.findChild(QAction, "actionRedo")
    for earlier in reversed(documents[:-1]):
        redo.trigger()
        assert window.studio.document == earlier
    person.until_rendered()


def test_undone_pixels_are_the_pixels_of_before(person, swap):
    person.find("face_shapeSlider").setValue(0.2)
    assert person.until_rendered() != swap

    person.window.undo_action.trigger()

    assert person.until_rendered() == swap


def test_the_menu_names_the_step_that_would_be_undone(person, swap):
    person.find("blendSlider").setValue(0.4)

    assert "Blend 0.40" in person.window.undo_action.text()


def test_a_drag_that_ends_where_it_began_leaves_no_step(person, swap):
    studio = person.window.studio
    count = studio.stack.count()

    studio.set_control("blend", 0.4, "a drag")
    studio.set_control("blend", 1.0, "a drag")

    assert studio.stack.count() == count


def test_exchanging_swaps_the_panes(person, swap, source, target):
    person.window.actions_by_name["actionExchange"].trigger()
    person.until_rendered()

    document = person.window.studio.document
    assert document.picture(Role.SOURCE).path == target.absolute()
    assert document.picture(Role.TARGET).path == source.absolute()
    assert person.result().size() != swap.size()
