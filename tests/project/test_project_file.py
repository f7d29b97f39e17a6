"""Save a project, move it about, damage it: what comes back, and what is refused in words."""

import json
import shutil
import zipfile
from pathlib import Path

import attrs
import pytest

from faceswap_gui.errors import InputError, OutputError
from faceswap_gui.project import Document, Picture, load_project, save_project
from faceswap_gui.project.snapshot import Snapshot


@pytest.fixture
def pictures(tmp_path, source_path, target_path) -> Path:
    folder = tmp_path / "shoot"
    folder.mkdir()
    shutil.copy(source_path, folder / "source.jpg")
    shutil.copy(target_path, folder / "target.jpg")
    return folder


@pytest.fixture
def document(pictures) -> Document:
    document = Document(
        source=Picture(pictures / "source.jpg"), target=Picture(pictures / "target.jpg", face=1)
    )
    return document.with_control("level2", 0.25).with_control("feather", 0.3)


@pytest.fixture
def project(pictures, document) -> Path:
    save_project(document, pictures / "portrait.fsproj")
    return pictures / "portrait.fsproj"


def change(project: Path, **entries) -> None:
    """Rewrite entries of a project file's JSON."""
    with zipfile.ZipFile(project) as archive:
        content = json.loads(archive.read("project.json"))
    with zipfile.ZipFile(project, "w") as archive:
        archive.writestr("project.json", json.dumps(content | entries))


def test_what_was_saved_comes_back(project, document):
    loaded = load_project(project)

    assert loaded.document == document
    assert loaded.notes == ()


def test_a_folder_moved_as_a_whole_still_opens(project, document, tmp_path):
    moved = tmp_path / "archive"
    shutil.move(project.parent, moved)

    loaded = load_project(moved / project.name).document

    assert loaded.source.path == moved / "source.jpg"
    assert loaded.settings == document.settings


def test_a_project_moved_alone_finds_its_pictures_where_they_were(project, document, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    moved = Path(shutil.move(project, tmp_path / "elsewhere" / project.name))

    assert load_project(moved).document == document


def test_a_picture_that_is_gone_is_named(project, pictures):
    (pictures / "target.jpg").unlink()

    with pytest.raises(InputError, match=r"target\.jpg.*is missing; put it back"):
        load_project(project)


def test_a_picture_that_has_changed_is_mentioned(project, pictures):
    shutil.copy(pictures / "source.jpg", pictures / "target.jpg")

    (note,) = load_project(project).notes

    assert "target.jpg has changed" in note


def test_a_pasted_picture_travels_inside_the_file(pictures, tmp_path):
    pasted = Picture(pictures / "source.jpg", embedded=True)
    save_project(Document(source=pasted), tmp_path / "p.fsproj")
    content = pasted.path.read_bytes()
    pasted.path.unlink()

    loaded = load_project(tmp_path / "p.fsproj", tmp_path / "unpacked").document

    assert loaded.source.embedded
    assert loaded.source.path.parent == tmp_path / "unpacked"
    assert loaded.source.path.read_bytes() == content


def test_an_entry_cannot_be_unpacked_outside_the_folder(project, tmp_path):
    entry = {"face": 0, "sha256": "", "embedded": "../../evil.png"}
    change(project, source=entry, target=None)
    with zipfile.ZipFile(project, "a") as archive:
        archive.writestr("../../evil.png", b"x")

    loaded = load_project(project, tmp_path / "a" / "b").document

    assert loaded.source.path == tmp_path / "a" / "b" / "evil.png"
    assert not (tmp_path / "evil.png").exists()


def test_a_newer_format_is_refused_with_the_remedy(project):
    change(project, format=99, program="faceswap-gui 9.0")

    with pytest.raises(InputError, match=r"newer version \(faceswap-gui 9\.0.*install the newer"):
        load_project(project)


def test_a_setting_out_of_range_is_named(project):
    change(project, settings={"blend": 7})

    with pytest.raises(InputError, match="blend takes 0 to 1, not 7"):
        load_project(project)


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04 cut off"])
def test_a_damaged_file_is_refused_in_words(tmp_path, content):
    path = tmp_path / "broken.fsproj"
    path.write_bytes(content)

    with pytest.raises(InputError, match=r"broken\.fsproj is damaged or no faceswap-gui project"):
        load_project(path)


@pytest.mark.parametrize("missing", ["format", "settings", "source"])
def test_a_file_that_lacks_an_entry_is_refused_in_words(project, missing):
    with zipfile.ZipFile(project) as archive:
        content = json.loads(archive.read("project.json"))
    del content[missing]
    with zipfile.ZipFile(project, "w") as archive:
        archive.writestr("project.json", json.dumps(content))

    with pytest.raises(InputError, match="is damaged"):
        load_project(project)


def test_a_truncated_file_is_refused(project):
    data = project.read_bytes()
    project.write_bytes(data[: len(data) // 2])

    with pytest.raises(InputError, match="is damaged"):
        load_project(project)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match=r"nothing\.fsproj does not exist"):
        load_project(tmp_path / "nothing.fsproj")


def test_saving_where_one_cannot_write_says_so(document, tmp_path):
    with pytest.raises(OutputError, match="could not be written"):
        save_project(document, tmp_path / "nowhere" / "p.fsproj")


def test_a_failed_save_leaves_the_earlier_file_and_nothing_else(project, document, pictures):
    earlier = project.read_bytes()
    pasted = Picture(pictures / "gone.png", embedded=True)

    with pytest.raises(InputError, match=r"gone\.png"):
        save_project(Document(source=pasted, target=document.target), project)

    assert project.read_bytes() == earlier
    assert sorted(path.name for path in pictures.iterdir()) == [
        "portrait.fsproj",
        "source.jpg",
        "target.jpg",
    ]


@pytest.fixture
def snapshots(pictures, document) -> tuple[Snapshot, ...]:
    """One with a pasted source of its own, and, after one that was forgotten, another setting."""
    shutil.copy(pictures / "source.jpg", pictures / "pasted-1.png")
    pasted = attrs.evolve(document, source=Picture(pictures / "pasted-1.png", embedded=True))
    return Snapshot(1, "Start", pasted), Snapshot(
        3, "Blend 0.30", document.with_control("blend", 0.3)
    )


def test_snapshots_come_back_and_leave_the_document_alone(project, document, snapshots, tmp_path):
    save_project(document, project, snapshots)

    loaded = load_project(project, tmp_path)

    assert loaded.document == document
    assert [one.name for one in loaded.snapshots] == ["1 · Start", "3 · Blend 0.30"]
    assert loaded.snapshots[1] == snapshots[1]
    pasted = loaded.snapshots[0].document.source
    assert pasted.embedded
    assert pasted.path.read_bytes() == document.source.path.read_bytes()
    assert loaded.notes == ()


def test_a_picture_that_only_a_snapshot_has_may_be_gone(project, document, pictures, snapshots):
    other = shutil.copy(pictures / "source.jpg", pictures / "other.jpg")
    aside = Snapshot(4, "Open", attrs.evolve(document, source=Picture(other)))
    other.unlink()

    save_project(document, project, [aside])
    loaded = load_project(project)

    assert loaded.snapshots == (aside,)
    (note,) = loaded.notes
    assert "other.jpg, a picture of snapshot 4, is missing; put it back" in note


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ([{"number": 1, "step": "Start"}], "is damaged"),
        (7, "is damaged"),
        (
            [{"number": 1, "step": "x", "settings": {"blend": 7}, "source": None}],
            "blend takes 0 to 1, not 7",
        ),
    ],
)
def test_snapshots_that_cannot_be_are_refused_in_words(project, entries, words):
    change(project, snapshots=entries)

    with pytest.raises(InputError, match=words):
        load_project(project)
