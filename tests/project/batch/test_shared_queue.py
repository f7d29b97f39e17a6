"""Several programs with one queue."""

import subprocess
import sys
from pathlib import Path

import pytest

import faceswap_gui
from faceswap_gui.errors import OutputError
from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project.batch.jobs import State
from faceswap_gui.project.batch.listing import one_to_many
from faceswap_gui.project.batch.locks import Claim
from faceswap_gui.project.batch.queue import BatchQueue


def test_two_programs_with_one_queue_lose_nothing_of_each_other(queue, jobs, tmp_path):
    other = BatchQueue(queue.path)
    more = one_to_many(tmp_path / "me.jpg", [tmp_path / "d.jpg"], tmp_path / "out", Settings())

    queue.settle(jobs[0], State.DONE)
    other.add(more)
    queue.settle(jobs[1], State.FAILED, "no face")
    other.remove(jobs[2])

    assert other.entries == BatchQueue(queue.path).entries
    queue.refresh()
    assert queue.entries == other.entries
    assert [entry.job for entry in queue.entries] == [*jobs[:2], *more]
    states = [entry.state for entry in queue.entries]
    assert states == [State.DONE, State.FAILED, State.WAITING]


def test_many_programs_that_write_at_once_lose_nothing(queue):
    added = (
        "import sys; from pathlib import Path\n"
        "from faceswap_gui.pipeline.settings import Settings\n"
        "from faceswap_gui.project.batch.jobs import Job\n"
        "from faceswap_gui.project.batch.queue import BatchQueue\n"
        "queue, name = BatchQueue(Path(sys.argv[1])), sys.argv[2]\n"
        "for number in range(20):\n"
        "    path = Path(f'{name}{number}.png')\n"
        "    queue.add([Job(Path('me.jpg'), path, path, Settings())])\n"
    )
    command = [sys.executable, "-c", added, str(queue.path)]
    here = Path(faceswap_gui.__file__).parents[1]
    programs = [subprocess.Popen([*command, name], cwd=here) for name in "xyz"]
    assert [program.wait() for program in programs] == [0, 0, 0]

    queue.refresh()

    names = {entry.job.target.name for entry in queue.entries}
    assert names == {f"{n}{k}.png" for n in "xyz" for k in range(20)} | {"a.jpg", "b.cr2", "ç.png"}


def test_a_queue_that_is_forgotten_keeps_what_another_program_has_added(queue, jobs, tmp_path):
    more = one_to_many(tmp_path / "me.jpg", [tmp_path / "d.jpg"], tmp_path / "out", Settings())
    BatchQueue(queue.path).add(more)

    queue.forget()

    assert [entry.job for entry in BatchQueue(queue.path).entries] == more


def test_a_forgotten_queue_keeps_what_was_added_in_place_of_something_else(queue, jobs, tmp_path):
    other = BatchQueue(queue.path)
    other.remove(jobs[2])
    (new,) = one_to_many(tmp_path / "me.jpg", [tmp_path / "new.jpg"], tmp_path / "out", Settings())
    other.add([new])

    queue.forget()

    assert [entry.job for entry in BatchQueue(queue.path).entries] == [new]


def test_another_queue_in_the_place_of_a_forgotten_one_is_read_from_its_beginning(
    queue, jobs, tmp_path
):
    """File systems like to give the new file the number of the one that was just deleted."""
    other = BatchQueue(queue.path)
    other.forget()
    names = [tmp_path / f"another-{number}.jpg" for number in range(5)]
    other.add(one_to_many(tmp_path / "me.jpg", names, tmp_path / "out", Settings()))

    queue.refresh()

    assert queue.entries == other.entries


def test_one_program_at_a_time_does_the_jobs_and_the_others_are_told_so(queue):
    with Claim(queue.path):
        with pytest.raises(OutputError, match=f"another window .*{queue.path.parent}"):
            Claim(queue.path)
        queue.refresh()
        assert len(queue.of_state(State.WAITING)) == 3
    Claim(queue.path).release()


def test_a_finished_batch_leaves_no_files_of_its_own(queue, jobs, tmp_path):
    with Claim(queue.path):
        queue.settle(jobs[0], State.DONE)
        queue.forget()
    assert list(tmp_path.iterdir()) == []
