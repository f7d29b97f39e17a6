"""What a batch is to do, and the queue that remembers it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import faceswap_gui
from faceswap_gui.errors import InputError, OutputError, UsageError
from faceswap_gui.faces.edits import Box, Move
from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project import Document, Picture
from faceswap_gui.project.batch.jobs import Job, State
from faceswap_gui.project.batch.listing import many_to_one, one_to_many, read_list
from faceswap_gui.project.batch.locks import Claim
from faceswap_gui.project.batch.queue import BatchQueue
from faceswap_gui.project.batch.work import words_for


@pytest.fixture
def jobs(tmp_path) -> list[Job]:
    names = ("a.jpg", "b.cr2", "ç.png")
    pictures = [tmp_path / name for name in names]
    return one_to_many(tmp_path / "me.jpg", pictures, tmp_path / "out", Settings(blend=0.5))


@pytest.fixture
def queue(tmp_path, jobs) -> BatchQueue:
    return BatchQueue.begin(tmp_path / "queue.jsonl", jobs)


def test_outputs_are_called_like_their_targets_in_a_format_that_can_be_written(jobs):
    assert [job.output.name for job in jobs] == ["a.jpg", "b.png", "ç.png"]


def test_many_sources_on_one_target_are_told_apart_by_name(tmp_path):
    sources = [tmp_path / "x" / "ann.jpg", tmp_path / "y" / "bob.png"]
    jobs = many_to_one(sources, tmp_path / "group.tif", tmp_path, Settings())
    assert [job.output.name for job in jobs] == ["group-ann.tif", "group-bob.tif"]
    with pytest.raises(UsageError, match="group-ann"):
        many_to_one(sources[:1] * 2, tmp_path / "group.tif", tmp_path, Settings())


def test_the_queue_is_the_same_after_a_restart(queue, jobs):
    queue.settle(jobs[0], State.DONE)
    queue.settle(jobs[1], State.FAILED, "no face, äöü")
    queue.remove(jobs[2])

    restarted = BatchQueue(queue.path)

    assert restarted.entries == queue.entries
    assert [entry.state for entry in restarted.entries] == [State.DONE, State.FAILED]
    assert restarted.entries[1].why == "no face, äöü"
    assert restarted.entries[1].job == jobs[1]


def test_a_reason_keeps_what_another_language_needs(queue, jobs):
    inner = InputError("{path} is empty", path=jobs[0].target)
    why = words_for(InputError("{line}: {error}", line=3, error=inner), jobs[0])

    queue.settle(jobs[0], State.FAILED, why)

    restored = BatchQueue(queue.path).entries[0].why
    assert restored == why == f"3: {jobs[0].target} is empty"
    assert restored.template == "{line}: {error}"
    assert restored.values["error"].template == "{path} is empty"


def test_what_was_put_right_on_the_source_goes_into_the_queue_and_out_again(queue, tmp_path):
    source = Picture(tmp_path / "me.jpg", face=1, boxes=(Box(0.1, 0.2, 0.3, 0.4),))
    document = Document(source=source.with_moves((Move(4, 0.1, -0.2),)))
    job = Job.like(document, tmp_path / "t.jpg", tmp_path / "out.png")

    queue.add([job])

    restored = BatchQueue(queue.path).entries[-1].job
    assert restored == job
    assert restored.document.source == document.source


def test_wherever_a_crash_tears_the_queue_everything_before_is_there_and_it_goes_on(queue, jobs):
    whole = queue.path.read_bytes()
    queue.settle(jobs[0], State.DONE)
    torn = queue.path.read_bytes()
    for length in range(len(whole), len(torn)):
        queue.path.write_bytes(torn[:length])
        again = BatchQueue(queue.path)
        assert len(again.of_state(State.WAITING)) == 3
        again.settle(jobs[1], State.DONE)
        assert len(BatchQueue(queue.path).of_state(State.DONE)) == 1


def test_failed_and_lost_pictures_are_tried_again(queue, jobs):
    jobs[0].output.parent.mkdir()
    jobs[0].output.write_bytes(b"picture")
    queue.settle(jobs[0], State.DONE)
    queue.settle(jobs[1], State.DONE)  # and deleted since
    queue.settle(jobs[2], State.FAILED, "no face")

    queue.retry()

    assert [entry.job for entry in queue.of_state(State.WAITING)] == jobs[1:]


@pytest.mark.parametrize("line", [b"{]", b"[]", b'{"job": {}}', b'{"format": 99}'])
def test_a_damaged_or_newer_queue_is_refused_and_left_as_it_is(queue, line):
    queue.path.write_bytes(line + b"\n" + queue.path.read_bytes())
    before = queue.path.read_bytes()

    with pytest.raises(InputError, match="queue"):
        BatchQueue(queue.path)

    assert queue.path.read_bytes() == before


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


@pytest.mark.parametrize("face", [0, 2, None])
def test_the_face_of_the_target_goes_into_the_queue_and_out_again(queue, tmp_path, face):
    (job,) = one_to_many(tmp_path / "me.jpg", [tmp_path / "g.jpg"], tmp_path, Settings(), face)
    queue.add([job])
    restored = BatchQueue(queue.path).entries[-1].job
    assert restored == job
    assert restored.document.target.face == (face or 0)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("l.csv", "source,target,target_face\nme.jpg,a.jpg,1\nme.jpg,b.jpg,all\nme.jpg,c.jpg,\n"),
        (
            "l.jsonl",
            '{"source": "me.jpg", "target": "a.jpg", "target_face": 1}\n'
            '{"source": "me.jpg", "target": "b.jpg", "target_face": "all"}\n'
            '{"source": "me.jpg", "target": "c.jpg"}\n',
        ),
    ],
)
def test_a_list_says_which_face_of_each_target(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    jobs = read_list(tmp_path / name, tmp_path / "out", Settings(), 4)
    assert [job.target_face for job in jobs] == [1, None, 4]


LISTS = {
    "l.csv": 'source,target,preset,settings\nme.jpg,"a, b.jpg",sketch,blend=0.5; feather=0.3\n',
    "l.tsv": "source\ttarget\tpreset\tsettings\nme.jpg\ta, b.jpg\tsketch\tblend=0.5;feather=0.3\n",
    "l.jsonl": json.dumps(
        {
            "source": "me.jpg",
            "target": "a, b.jpg",
            "preset": "sketch",
            "settings": {"blend": 0.5, "feather": 0.3},
        }
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_the_three_kinds_of_list_say_the_same(tmp_path, name):
    (tmp_path / name).write_text("\ufeff" + LISTS[name], encoding="utf-8")

    (job,) = read_list(tmp_path / name, tmp_path / "out", Settings(erosion=0.2))

    assert job.source == tmp_path / "me.jpg"
    assert job.target == tmp_path / "a, b.jpg"
    assert job.output == tmp_path / "out" / "a, b.jpg"
    wanted = {"blend": 0.5, "feather": 0.3, "light_match": 0.0, "level1": 0.0, "erosion": 0.0}
    assert {name: job.settings.value(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("l.csv", "source,target\nme.jpg\n", "line 2: target is missing"),
        ("l.csv", "source,target\nme.jpg,t.jpg,x\n", "line 2: there are more values"),
        ("l.csv", "source,aim\nme.jpg,t.jpg\n", "no column 'aim'"),
        ("l.csv", "source,target,settings\nme.jpg,t.jpg,beauty=1\n", "line 2: .*beauty"),
        ("l.csv", "source,target,output\nme.jpg,t.jpg,t.gif\n", "t.gif cannot be written"),
        ("l.csv", "source,target,preset\nme.jpg,t.jpg,glamour\n", "line 2: .*glamour"),
        ("l.csv", "source,target,target_face\nme.jpg,t.jpg,both\n", "line 2: .*'both'"),
        ("l.csv", "source,target\n", "lists nothing"),
        ("l.csv", 'source,target\n"me.jpg,t.jpg\n', "line 1: unexpected end"),
        ("l.jsonl", '{"source": "me.jpg"\n', "line 1: no JSON"),
        ("l.jsonl", "[1]\n", "line 1: no table"),
    ],
)
def test_a_list_that_cannot_be_done_is_refused_with_the_line(tmp_path, name, text, said):
    (tmp_path / name).write_text(text)
    with pytest.raises(InputError, match=said):
        read_list(tmp_path / name, tmp_path, Settings())


def test_a_picture_that_cannot_be_written_fails_alone_but_a_full_folder_ends_the_batch(jobs):
    jobs[0].output.parent.mkdir()
    assert "65,500" in words_for(OutputError("JPEG holds 65,500 pixels"), jobs[0])
    jobs[0].output.parent.rmdir()
    with pytest.raises(OutputError, match="disk is full"):
        words_for(OutputError("the disk is full"), jobs[0])
