"""Put the face on many pictures in the window, and go on working meanwhile."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog

from faceswap_gui.gui import create_window
from faceswap_gui.imaging import read_photo
from faceswap_gui.project.batch.locks import Claim


@pytest.fixture
def pictures(tmp_path, target) -> list[Path]:
    """Two good pictures with one between them that cannot be read."""
    names = [tmp_path / name for name in ("a.png", "bad.jpg", "b.png")]
    for name in names:
        shutil.copy(target, name)
    names[1].write_text("no picture")
    return names


@pytest.fixture
def add(monkeypatch, tmp_path):
    """Add pictures through the menu, with their results in a folder."""

    def given(person, pictures, folder=tmp_path / "results"):
        names = [str(path) for path in pictures]
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: (names, ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(folder))
        person.window.actions_by_name["actionAddToBatch"].trigger()

    return given


@pytest.fixture
def with_source(person, source):
    person.drop("sourcePane", source)
    person.until(lambda: person.window.studio.document.source)
    return person


def states(person) -> list[str]:
    """Return the words in the list's second column."""
    listing = person.find("batchList")
    return [listing.topLevelItem(row).text(1) for row in range(listing.topLevelItemCount())]


def select(person, row: int) -> None:
    listing = person.find("batchList")
    listing.clearSelection()
    listing.topLevelItem(row).setSelected(True)


def test_the_batch_stays_out_of_sight_and_asks_for_a_source_first(person):
    assert not person.find("batchPanel").isVisible()
    assert not person.window.actions_by_name["actionAddToBatch"].isEnabled()


def test_a_batch_does_each_picture_names_what_failed_and_opens_a_result(
    with_source, add, pictures, tmp_path, monkeypatch
):
    person = with_source
    add(person, pictures)
    assert person.find("batchPanel").isVisible()
    assert states(person) == ["waiting"] * 3

    person.find("startBatch").click()
    assert person.find("startBatch").text() == "Stop"
    person.until(lambda: person.find("startBatch").text() == "Start")

    done, failed, also = states(person)
    assert (done, also) == ("done", "done")
    assert failed.startswith("failed: ")
    assert "bad.jpg" in failed
    for name in ("a.png", "b.png"):
        before, after = (read_photo(p / name).pixels for p in (tmp_path, tmp_path / "results"))
        assert (before != after).any()

    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    select(person, 2)
    person.find("openBatchResult").click()
    assert [Path(name) for name in opened] == [tmp_path / "results" / "b.png"]


def test_why_a_picture_failed_is_said_in_the_language_in_use_after_a_restart_too(
    with_source, add, pictures, engine, qtbot
):
    person = with_source
    add(person, pictures[1:2])
    person.find("startBatch").click()
    person.until(lambda: states(person)[0].startswith("failed: "))

    person.window.findChild(QAction, "actionLanguage_zh_CN").trigger()
    (chinese,) = states(person)
    assert "bad.jpg" in chinese
    assert "不是已知类型的图片" in chinese

    person.window.worker.stop()
    person.window = create_window(lambda: engine)
    qtbot.addWidget(person.window)
    assert states(person) == [chinese]


def test_a_batch_that_was_stopped_goes_on_in_the_next_window(
    with_source, add, pictures, engine, qtbot, tmp_path
):
    person = with_source
    add(person, [pictures[0], pictures[2]])
    person.find("startBatch").click()
    person.find("startBatch").click()
    person.until(lambda: person.window.worker.idle)
    assert states(person) == ["waiting", "waiting"]
    person.window.worker.stop()

    person.window = create_window(lambda: engine)
    qtbot.addWidget(person.window)
    assert states(person) == ["waiting", "waiting"]
    person.find("startBatch").click()
    person.until(lambda: states(person) == ["done", "done"])
    assert sorted(path.name for path in (tmp_path / "results").iterdir()) == ["a.png", "b.png"]


def test_what_is_there_already_is_kept_until_it_is_to_be_done_again(
    with_source, add, pictures, tmp_path
):
    person = with_source
    there = tmp_path / "results" / "a.png"
    there.parent.mkdir()
    there.write_bytes(b"retouched by hand")
    add(person, pictures[:1])
    assert states(person) == ["kept: it was there already"]
    assert not person.find("startBatch").isEnabled()

    select(person, 0)
    person.find("batchAgain").click()
    assert states(person) == ["waiting"]
    person.find("startBatch").click()
    person.until(lambda: states(person) == ["done"])
    assert read_photo(there).width == 512

    select(person, 0)
    person.find("removeFromBatch").click()
    assert states(person) == []
    assert there.is_file()


def test_a_damaged_queue_is_put_aside_and_said(engine, qtbot, tmp_path):
    (tmp_path / "batch.jsonl").write_text("{]\n")

    window = create_window(lambda: engine)
    qtbot.addWidget(window)
    window.show()

    qtbot.waitUntil(lambda: "damaged" in window.banner.text)
    assert (tmp_path / "batch.damaged").read_text() == "{]\n"


def test_the_face_goes_on_everyone_if_that_is_ticked(with_source, add, group, tmp_path):
    person = with_source
    before = read_photo(group).pixels
    person.find("batchEveryFace").click()
    add(person, [group])
    assert person.find("batchList").topLevelItem(0).text(0) == "group.png (all faces)"

    person.find("startBatch").click()
    person.until(lambda: states(person) == ["done"])

    changed = (read_photo(tmp_path / "results" / "group.png").pixels != before).any(axis=(0, 2))
    middle = len(changed) // 2
    assert changed[:middle].any()
    assert changed[middle:].any()


def test_while_another_window_does_the_batch_it_waits_here(with_source, add, pictures, tmp_path):
    person = with_source
    add(person, pictures[:1])
    with Claim(tmp_path / "batch.jsonl"):
        person.find("startBatch").click()
        assert "another window" in person.until_told()
        assert states(person) == ["waiting"]

    person.find("startBatch").click()
    person.until(lambda: states(person) == ["done"])


def test_columns_keep_the_width_that_a_person_gave_them(person):
    person.window.findChild(QAction, "actionBatch").trigger()
    listing = person.find("batchList")
    person.until(lambda: listing.viewport().width() > 400)
    listing.setColumnWidth(0, listing.viewport().width() // 2)
    narrow = listing.viewport().width()

    person.window.resize(1700, 900)
    person.until(lambda: listing.viewport().width() > narrow + 300)

    columns = [listing.columnWidth(column) for column in range(3)]
    assert columns[0] == pytest.approx(listing.viewport().width() / 2, abs=2)
    assert sum(columns) <= listing.viewport().width()
