"""Which edits belong to one step of history."""

from faceswap_gui.project.document import Document
from faceswap_gui.project.history import Step

START = Document()
HALF, END = START.with_control("blend", 0.5), START.with_control("blend", 0.2)


def test_steps_of_one_drag_become_one_step_from_its_start_to_its_end():
    first = Step("Blend 0.50", START, HALF, "drag 1")
    second = Step("Blend 0.20", HALF, END, "drag 1")

    assert second.continues(first)
    assert first.joined(second) == Step("Blend 0.20", START, END, "drag 1")


def test_another_drag_and_single_edits_are_steps_of_their_own():
    drag = Step("Blend 0.50", START, HALF, "drag 1")

    assert not Step("Blend 0.20", HALF, END, "drag 2").continues(drag)
    assert not Step("Blend 0.20", HALF, END).continues(drag)
    assert not Step("Blend 0.20", HALF, END).continues(Step("Blend 0.50", START, HALF))


def test_a_drag_back_to_its_start_changes_nothing():
    there = Step("Blend 0.50", START, HALF, "drag 1")
    back = Step("Blend 1.00", HALF, START, "drag 1")

    assert there.joined(back).changes_nothing
    assert not there.changes_nothing
