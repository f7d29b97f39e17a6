"""A document is a value: edits make new ones, and the old one is still what it was."""

from pathlib import Path

import pytest

from faceswap_gui.errors import UsageError
from faceswap_gui.project import Document, Picture, Role

A, B = Picture(Path("/a.jpg")), Picture(Path("/b.jpg"), face=2)


def test_an_edit_leaves_the_document_before_as_it_was():
    before = Document(source=A)

    after = before.with_picture(Role.TARGET, B).with_control("blend", 0.5)

    assert before == Document(source=A)
    assert (after.target, after.settings.blend) == (B, 0.5)


def test_it_is_complete_with_both_pictures_only():
    assert not Document().complete
    assert not Document(source=A).complete
    assert Document(source=A, target=B).complete


def test_exchanging_takes_the_chosen_faces_along():
    assert Document(source=A, target=B).swapped() == Document(source=B, target=A)


def test_another_face_is_meant_in_the_same_picture():
    document = Document(source=A, target=B).with_face(Role.SOURCE, 3)

    assert document.source == Picture(A.path, face=3)


def test_a_face_without_a_picture_is_refused():
    with pytest.raises(ValueError, match="no source"):
        Document().with_face(Role.SOURCE, 0)


def test_a_value_out_of_range_is_refused_with_the_range():
    with pytest.raises(UsageError, match="blend takes 0 to 1, not 2"):
        Document().with_control("blend", 2)
