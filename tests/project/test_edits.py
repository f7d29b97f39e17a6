"""Masks, moved landmarks and boxes belong to the project: kept, found again, rendered alike."""

import json
import zipfile

import attrs
import numpy as np
import pytest

from faceswap_gui.compositing import painted_mask
from faceswap_gui.errors import InputError
from faceswap_gui.faces.edits import Box, Move
from faceswap_gui.pipeline.swapper import Swapper
from faceswap_gui.project import Document, Picture, load_project, render_project, save_project
from faceswap_gui.project.session import Session
from faceswap_gui.project.snapshot import Snapshot


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(Swapper(device="cpu"))


@pytest.fixture
def document(source_path, target_path) -> Document:
    show = np.full((80, 60), 128, np.uint8)
    show[40:] = 0
    mask = painted_mask(Box(0.25, 0.1, 0.75, 0.6), show, np.where(show == 0, 99, 0).astype("u1"))
    source = Picture(source_path).with_moves((Move(61, 0.05, 0.0),))
    target = Picture(target_path, 1, boxes=(Box(0.3, 0.1, 0.7, 0.6),))
    target = target.with_mask(mask).with_moves((Move(1, 0.0, 0.03), Move(152, 0.0, 0.04)))
    return Document(source=source, target=target)


@pytest.fixture
def project(document, tmp_path):
    save_project(document, tmp_path / "p.fsproj")
    return tmp_path / "p.fsproj"


def test_what_was_put_right_comes_back(document, project):
    assert load_project(project).document == document


def test_a_mask_that_snapshots_share_is_kept_once(document, tmp_path):
    other = document.with_control("blend", 0.3)
    snapshots = Snapshot(1, "Mask", document), Snapshot(2, "Blend", other)
    save_project(document, tmp_path / "p.fsproj", snapshots)

    with zipfile.ZipFile(tmp_path / "p.fsproj") as archive:
        masks = [name for name in archive.namelist() if name.startswith("masks/")]

    assert len(masks) == 2  # what shows and what is softened
    assert load_project(tmp_path / "p.fsproj").snapshots == snapshots


def test_the_command_line_renders_the_edits_as_the_window_does(document, project, session):
    rendered = render_project(project, device="cpu").pixels

    assert np.array_equal(rendered, session.render(document).pixels)
    plain = Document(source=Picture(document.source.path), target=Picture(document.target.path))
    assert not np.array_equal(rendered, session.render(plain).pixels)


def test_every_face_has_edits_of_its_own(document):
    target = attrs.evolve(document.target, face=0).with_moves((Move(4, 0.1, 0.1),))

    assert target.of_face.mask is None
    assert attrs.evolve(target, face=1).of_face == document.target.of_face
    assert target.with_moves(()).edits == document.target.edits


def test_a_session_goes_from_edit_to_edit_as_if_it_had_begun_there(document, session):
    target = document.target
    session.render(document)
    moved = attrs.evolve(document, target=target.with_moves(()))
    plain = attrs.evolve(document, target=Picture(target.path))

    there = session.render(moved).pixels
    session.render(plain)

    assert np.array_equal(session.render(moved).pixels, there)


def test_without_edits_older_programs_still_read_the_project(document, tmp_path):
    path = tmp_path / "plain.fsproj"
    plain = [
        attrs.evolve(p, face=0, boxes=(), edits=()) for p in (document.source, document.target)
    ]
    save_project(Document(source=plain[0], target=plain[1]), path)

    with zipfile.ZipFile(path) as archive:
        assert json.loads(archive.read("project.json"))["format"] == 1


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        ("boxes", [[0.5, 0.1, 0.4, 0.6]]),
        ("edits", [{"face": 0, "moves": [[999, 0.1, 0.1]]}]),
        ("edits", [{"face": 0, "mask": {"place": [0, 0, 1, 1], "show": "project.json"}}]),
    ],
)
def test_an_edit_that_cannot_be_is_refused_in_words(project, entry, value):
    with zipfile.ZipFile(project) as archive:
        content = json.loads(archive.read("project.json"))
    content["target"][entry] = value
    with zipfile.ZipFile(project, "w") as archive:
        archive.writestr("project.json", json.dumps(content))

    with pytest.raises(InputError, match=r"p\.fsproj holds an edit that cannot be"):
        load_project(project)
