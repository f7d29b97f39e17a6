"""A person swaps many pictures in one go, is interrupted, and goes on."""

from __future__ import annotations

import shutil
from pathlib import Path

import cv2
import numpy as np
import pytest
from faceswap_command import Command, Outcome

from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project.batch.jobs import State
from faceswap_gui.project.batch.listing import one_to_many
from faceswap_gui.project.batch.queue import FILE_NAME, BatchQueue


@pytest.fixture
def targets(target_path: Path, tmp_path: Path) -> list[str]:
    """One good target and one that cannot be read, the bad one first."""
    (tmp_path / "bad.jpg").write_text("no picture")
    shutil.copy(target_path, tmp_path / "good.jpg")
    return ["bad.jpg", "good.jpg"]


@pytest.fixture
def batch(here: Command) -> Command:
    """A batch whose results lie in ``done``."""

    def command(*words: object) -> Outcome:
        return here("batch", *words, "-o", "done")

    return command


def made(folder: Path) -> list[str]:
    """Return the names of the pictures in a folder that can be read."""
    paths = sorted(path for path in folder.iterdir() if path.name != FILE_NAME)
    assert all(cv2.imread(str(path)) is not None for path in paths)
    return [path.name for path in paths]


def test_a_batch_names_what_failed_goes_on_with_the_rest_and_can_be_resumed_when_it_is_mended(
    batch: Command, source_path: Path, targets: list[str], tmp_path: Path
) -> None:
    outcome = batch(source_path, *targets)
    outcome.check_refused(3, "1 of 2", "--resume")
    assert "failed bad.jpg" in outcome.err
    assert "1 of 2, about" in outcome.err
    assert outcome.out.splitlines() == [str(Path("done", "good.jpg"))]
    assert made(tmp_path / "done") == ["good.jpg"]

    shutil.copy(tmp_path / "good.jpg", tmp_path / "bad.jpg")
    resumed = batch("--resume")
    assert resumed.code == 0, resumed.err
    assert resumed.out.splitlines() == [str(Path("done", "bad.jpg"))]
    assert [path.name for path in sorted((tmp_path / "done").iterdir())] == ["bad.jpg", "good.jpg"]


def test_a_batch_keeps_what_is_there_unless_told_otherwise(
    batch: Command, source_path: Path, targets: list[str], tmp_path: Path
) -> None:
    (tmp_path / "done").mkdir()
    there = tmp_path / "done" / "good.jpg"
    there.write_bytes(b"retouched by hand")
    words = (source_path, "good.jpg")
    kept = batch(*words)
    assert kept.code == 0, kept.err
    assert f"kept {Path('done', 'good.jpg')}" in kept.err
    assert there.read_bytes() == b"retouched by hand"
    assert batch(*words, "--overwrite").code == 0
    assert made(tmp_path / "done") == ["good.jpg"]


def test_a_batch_that_was_killed_goes_on_with_what_was_not_done(
    batch: Command, source_path: Path, targets: list[str], tmp_path: Path
) -> None:
    """The folder is as `kill -9` leaves it: one picture done, one waiting, a line half written."""
    folder = tmp_path / "done"
    folder.mkdir()
    shutil.copy(tmp_path / "good.jpg", tmp_path / "second.jpg")
    pictures = [tmp_path / "good.jpg", tmp_path / "second.jpg"]
    queue = BatchQueue.begin(
        folder / FILE_NAME, one_to_many(source_path, pictures, folder, Settings())
    )
    (folder / "good.jpg").write_bytes(b"done before")
    queue.settle(queue.entries[0].job, State.DONE)
    with queue.path.open("ab") as file:
        file.write(b'{"output": "/so')

    outcome = batch("--resume")

    assert outcome.code == 0, outcome.err
    assert outcome.out.splitlines() == [str(Path("done", "second.jpg"))]
    assert (folder / "good.jpg").read_bytes() == b"done before"
    assert not queue.path.exists()


def test_a_batch_that_is_interrupted_says_how_to_go_on_and_does(
    batch: Command,
    source_path: Path,
    targets: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("faceswap_gui.project.batch.run.perform", interrupt)
        outcome = batch(source_path, "good.jpg")
    assert outcome.code == 130
    assert "--resume goes on" in outcome.err

    assert batch("--resume").code == 0
    assert made(tmp_path / "done") == ["good.jpg"]


def test_the_faces_of_many_can_be_put_on_one_picture(
    batch: Command, source_path: Path, targets: list[str], tmp_path: Path
) -> None:
    words = ("--onto", "good.jpg", source_path, "good.jpg")
    outcome = batch(*words, "--preset", "sketch")
    assert outcome.code == 0, outcome.err
    assert made(tmp_path / "done") == [f"good-{source_path.stem}.jpg", "good-good.jpg"]


def test_a_list_gives_every_picture_settings_of_its_own(
    batch: Command, source_path: Path, targets: list[str], tmp_path: Path
) -> None:
    (tmp_path / "list.csv").write_text(
        "source,target,output,settings\n"
        f"{source_path},good.jpg,nothing.png,blend=0\n"
        f"{source_path},good.jpg,sub/whole.png,blend=1; feather=0.3\n"
    )
    outcome = batch("--list", "list.csv")
    assert outcome.code == 0, outcome.err
    target = cv2.imread(str(tmp_path / "good.jpg"))
    nothing, whole = (
        cv2.imread(str(tmp_path / "done" / name)) for name in ("nothing.png", "sub/whole.png")
    )
    assert (nothing == target).all()
    assert (whole != target).any()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["a.png"], 2, "SOURCE and at least one"),
        (["--onto", "t.png"], 2, "at least one SOURCE"),
        (["--list", "l.csv", "a.png"], 2, "none beside it"),
        (["--list", "gone.csv"], 3, "gone.csv"),
        (["--resume"], 3, "no unfinished batch"),
        *(
            (["--resume", *more], 2, "-o FOLDER")
            for more in (
                ["a.png"],
                ["--set", "blend=0"],
                ["--preset", "sketch"],
                ["--preset", ""],
                ["--overwrite"],
                ["--target-face", "0"],
                ["--target-face", "2"],
                ["--target-face", "all"],
            )
        ),
        (["a.png", "x/b.png", "y/b.png"], 2, "b.png"),
    ],
)
def test_a_batch_that_makes_no_sense_is_refused_before_anything_is_made(
    words: list[str], code: int, said: str, batch: Command, tmp_path: Path
) -> None:
    batch(*words).check_refused(code, said)
    assert list(tmp_path.iterdir()) == []


def test_a_source_without_a_face_is_refused_once_and_not_for_every_target(
    batch: Command, targets: list[str], tmp_path: Path
) -> None:
    outcome = batch("bad.jpg", "good.jpg", "good.jpg")
    outcome.check_refused(2, "good.jpg")
    outcome = batch("bad.jpg", "good.jpg")
    outcome.check_refused(3, "bad.jpg")
    assert "failed" not in outcome.err


def test_a_batch_puts_the_face_on_everyone_or_on_whom_it_is_told(
    batch: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    person = cv2.imread(str(target_path))
    both = np.hstack([person, person])
    cv2.imwrite(str(tmp_path / "both.png"), both)
    halves = slice(0, person.shape[1]), slice(person.shape[1], None)

    def changed(*words: str) -> list[bool]:
        outcome = batch(source_path, "both.png", "--overwrite", *words)
        assert outcome.code == 0, outcome.err
        result = cv2.imread(str(tmp_path / "done" / "both.png"))
        return [bool((result[:, half] != both[:, half]).any()) for half in halves]

    one = [changed("--target-face", number) for number in "01"]
    assert sorted(one) == [[False, True], [True, False]]
    assert changed("--target-face", "all") == [True, True]
