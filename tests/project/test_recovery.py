"""Work that was never saved is there again after a crash."""

from pathlib import Path

import pytest

from faceswap_gui.errors import InputError
from faceswap_gui.project import Document, Picture
from faceswap_gui.project.recovery import RecoveryFolder, keep_quietly


@pytest.fixture
def document(source_path, target_path) -> Document:
    return Document(source=Picture(source_path), target=Picture(target_path))


def test_the_next_session_finds_what_a_crashed_one_kept(tmp_path, document):
    RecoveryFolder(tmp_path).keep(document, saved_as=Path("/home/me/portrait.fsproj"))

    next_session = RecoveryFolder(tmp_path)
    (kept,) = next_session.others()

    assert kept.saved_as == Path("/home/me/portrait.fsproj")
    assert next_session.read(kept, tmp_path / "unpacked").document == document
    next_session.forget(kept)
    assert next_session.others() == []


def test_a_session_does_not_offer_itself_its_own_copy(tmp_path, document):
    session = RecoveryFolder(tmp_path)
    session.keep(document, None)

    assert session.others() == []


def test_saved_work_leaves_no_copy_behind(tmp_path, document):
    session = RecoveryFolder(tmp_path)
    session.keep(document, None)

    session.discard()

    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_cannot_be_read_today_stays_until_it_is_forgotten(tmp_path, document):
    RecoveryFolder(tmp_path).keep(document, None)
    session = RecoveryFolder(tmp_path)
    (kept,) = session.others()
    kept.path.write_bytes(b"half a zip")

    with pytest.raises(InputError):
        session.read(kept, tmp_path / "unpacked")

    assert [other.path for other in session.others()] == [kept.path]


def test_autosave_reports_instead_of_raising(tmp_path, document):
    (tmp_path / "file").write_text("in the way")

    assert keep_quietly(RecoveryFolder(tmp_path / "kept"), document, None) is None
    words = keep_quietly(
        RecoveryFolder(tmp_path), Document(source=Picture(tmp_path / "gone.png")), None
    )
    assert "gone.png" in str(words)
