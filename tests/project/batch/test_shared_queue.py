"""Several programs with one queue."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

import faceswap_gui
from faceswap_gui.errors import OutputError
from faceswap_gui.imaging import read_photo
from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project.batch.jobs import State
from faceswap_gui.project.batch.listing import one_to_many
from faceswap_gui.project.batch.locks import Claim
from faceswap_gui.project.batch.queue import FILE_NAME, BatchQueue

HERE = Path(faceswap_gui.__file__).parents[1]


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
    programs = [subprocess.Popen([*command, name], cwd=HERE) for name in "xyz"]
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


def test_two_commands_that_resume_one_batch_at_once_do_every_job_once(
    tmp_path, source_path, target_path
):
    folder = tmp_path / "done"
    folder.mkdir()
    targets = [tmp_path / f"{name}.jpg" for name in "ab"]
    with Image.open(target_path) as image:
        image.thumbnail((300, 300))
        for target in targets:
            image.save(target)
    queue = BatchQueue.begin(
        folder / FILE_NAME, one_to_many(source_path, targets, folder, Settings())
    )
    command = [sys.executable, "-m", "faceswap_gui", "batch", "--resume", "-o", str(folder)]

    programs = [
        subprocess.Popen(
            command, cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    ends = [(*program.communicate(), program.returncode) for program in programs]

    done = [line for out, _, _ in ends for line in out.splitlines()]
    assert sorted(done) == [str(job.output) for job in (entry.job for entry in queue.entries)]
    assert sum(bool(out) for out, _, _ in ends) == 1
    for out, err, code in ends:
        refused = code == 5 and "another window or command is doing the batch" in err
        too_late = "remembers no unfinished batch" in err or code == 0
        assert out or refused or too_late, err
    assert sorted(path.name for path in folder.iterdir()) == ["a.jpg", "b.jpg"]
    for target in targets:
        assert read_photo(folder / target.name).pixels.shape == read_photo(target).pixels.shape


def test_whoever_comes_after_the_end_has_nothing_to_do_and_breaks_nothing(queue, jobs):
    late = BatchQueue(queue.path)
    with Claim(queue.path):
        queue.forget()
    with Claim(queue.path):
        late.refresh()
        assert late.entries == []
        late.forget()
    assert not queue.path.exists()
