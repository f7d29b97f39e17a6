"""A session does again only what changed, and renders what the command line renders."""

import numpy as np
import pytest

from faceswap_gui.errors import Cancelled, InputError, UsageError
from faceswap_gui.pipeline.swapper import Swapper
from faceswap_gui.project import Document, Picture, Role, render_project, save_project
from faceswap_gui.project.session import Session


@pytest.fixture(scope="module")
def swapper() -> Swapper:
    return Swapper(device="cpu")


@pytest.fixture
def session(swapper) -> Session:
    return Session(swapper)


@pytest.fixture
def document(source_path, target_path) -> Document:
    return Document(source=Picture(source_path), target=Picture(target_path))


def test_a_project_file_renders_to_the_pixels_of_the_session(session, document, tmp_path):
    document = document.with_control("blend", 0.6)
    save_project(document, tmp_path / "p.fsproj")

    rendered = render_project(tmp_path / "p.fsproj", device="cpu")

    assert np.array_equal(rendered.pixels, session.render(document).pixels)
    assert rendered.report["settings"]["blend"] == 0.6


def test_a_picture_is_searched_for_faces_only_once(session, document, swapper, monkeypatch):
    session.render(document)
    searched = []
    monkeypatch.setattr(swapper, "set_source", lambda *a: searched.append(a))
    monkeypatch.setattr(swapper, "set_target", lambda *a: searched.append(a))

    session.render(document.with_control("blend", 0.3))

    assert searched == []


def test_a_picture_that_was_overwritten_is_read_again(session, document, source_path, tmp_path):
    copy = tmp_path / "copy.jpg"
    copy.write_bytes(source_path.read_bytes())
    first = session.analyse(Role.SOURCE, Picture(copy))
    copy.write_bytes(document.target.path.read_bytes())

    second = session.analyse(Role.SOURCE, Picture(copy))

    assert (first.photo.height, second.photo.height) == (512, 600)


def test_a_face_that_is_not_there_is_refused(session, document):
    session.render(document)

    with pytest.raises(UsageError, match="no face 4"):
        session.render(document.with_face(Role.TARGET, 4))


def test_a_refused_picture_leaves_the_one_before(session, document, tmp_path):
    before = session.render(document).pixels
    (tmp_path / "words.jpg").write_text("no picture")

    with pytest.raises(InputError, match=r"words\.jpg"):
        session.analyse(Role.SOURCE, Picture(tmp_path / "words.jpg"))

    assert np.array_equal(session.render(document).pixels, before)


def test_half_a_document_cannot_be_rendered(session, document):
    with pytest.raises(UsageError, match="no target"):
        session.render(document.with_picture(Role.TARGET, None))


def test_a_cancelled_render_has_no_report(session, document):
    with pytest.raises(Cancelled):
        session.render(document.with_control("face_shape", 0.9), cancelled=lambda: True)

    with pytest.raises(UsageError, match="render the document first"):
        session.report(document)
