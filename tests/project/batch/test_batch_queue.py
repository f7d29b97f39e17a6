"""A queue remembers what is to be done and what has become of it."""

import pytest

from faceswap_gui.errors import InputError, OutputError
from faceswap_gui.faces.edits import Box, Move
from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project import Document, Picture
from faceswap_gui.project.batch.jobs import Job, State
from faceswap_gui.project.batch.listing import one_to_many
from faceswap_gui.project.batch.queue import BatchQueue
from faceswap_gui.project.batch.work import words_for


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


@pytest.mark.parametrize("face", [0, 2, None])
def test_the_face_of_the_target_goes_into_the_queue_and_out_again(queue, tmp_path, face):
    (job,) = one_to_many(tmp_path / "me.jpg", [tmp_path / "g.jpg"], tmp_path, Settings(), face)
    queue.add([job])
    restored = BatchQueue(queue.path).entries[-1].job
    assert restored == job
    assert restored.document.target.face == (face or 0)


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


def test_a_picture_that_cannot_be_written_fails_alone_but_a_full_folder_ends_the_batch(jobs):
    jobs[0].output.parent.mkdir()
    assert "65,500" in words_for(OutputError("JPEG holds 65,500 pixels"), jobs[0])
    jobs[0].output.parent.rmdir()
    with pytest.raises(OutputError, match="disk is full"):
        words_for(OutputError("the disk is full"), jobs[0])
