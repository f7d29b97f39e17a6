"""A batch holds one pair of photographs, and no job sees what the one before it painted."""

import gc
import shutil
import weakref
from pathlib import Path

import numpy as np
import pytest

from faceswap_gui.imaging import Photo, photo_from_array, read_photo, write_photo
from faceswap_gui.project.batch.jobs import Job
from faceswap_gui.project.batch.queue import BatchQueue
from faceswap_gui.project.batch.run import run_here
from faceswap_gui.project.batch.work import session_for_jobs
from faceswap_gui.project.photos import FileState, Photos
from faceswap_gui.project.session import Session
from faceswap_gui.project.writing import Writing


@pytest.fixture
def states(tmp_path: Path) -> list[FileState]:
    """Three pictures."""
    photo = photo_from_array(np.zeros((4, 4, 3), np.uint8))
    paths = [tmp_path / f"{name}.png" for name in "abc"]
    for path in paths:
        write_photo(photo, photo.pixels, path)
    return [FileState.of(path) for path in paths]


def test_of_three_photographs_the_one_that_was_not_asked_for_lately_is_read_again(
    states: list[FileState],
) -> None:
    photos = Photos(kept=2)
    shared, other = photos.get(states[0]), photos.get(states[1])
    assert photos.get(states[0]) is shared
    photos.get(states[2])
    assert photos.get(states[0]) is shared
    assert photos.get(states[1]) is not other


def test_when_a_photograph_is_read_the_one_in_its_place_is_gone(
    tmp_path: Path, source_path: Path, target_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    targets = [tmp_path / f"{number}.jpg" for number in range(3)]
    for target in targets:
        shutil.copy(target_path, target)
    read: dict[Path, weakref.ref[Photo]] = {}

    def reading(path: Path) -> Photo:
        gc.collect()
        held = [name for name in targets if name in read and read[name]() is not None]
        assert held == []
        photo = read_photo(path)
        read[path] = weakref.ref(photo)
        return photo

    monkeypatch.setattr("faceswap_gui.project.photos.read_photo", reading)
    jobs = [Job(source_path, target, tmp_path / "out" / target.name) for target in targets]
    queue = BatchQueue.begin(tmp_path / "queue.jsonl", jobs)

    assert run_here(queue, session_for_jobs, Writing(), lambda *_: None) == 0
    assert sorted(read) == sorted([source_path, *targets])


def test_the_jobs_of_one_session_are_as_if_each_had_its_own(
    tmp_path: Path, source_path: Path, target_path: Path
) -> None:
    one, other = source_path, target_path
    pairs = [(one, other), (one, other), (other, one), (one, other)]
    results = []
    for make in (session_for_jobs, Session):
        jobs = [
            Job(source, target, tmp_path / make.__name__ / f"{number}.png")
            for number, (source, target) in enumerate(pairs)
        ]
        queue = BatchQueue.begin(tmp_path / f"{make.__name__}.jsonl", jobs)
        assert run_here(queue, make, Writing(), lambda *_: None) == 0
        results.append([read_photo(job.output).pixels for job in jobs])

    for sparing, usual in zip(*results, strict=True):
        assert np.array_equal(sparing, usual)
