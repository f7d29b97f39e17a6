"""The same batch on the workers of a Dask scheduler."""

import shutil

import pytest

from faceswap_gui.errors import OutputError, UsageError
from faceswap_gui.imaging import read_photo
from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project.batch.cluster import run_on_cluster
from faceswap_gui.project.batch.jobs import State
from faceswap_gui.project.batch.listing import one_to_many
from faceswap_gui.project.batch.queue import BatchQueue
from faceswap_gui.project.batch.run import run_here
from faceswap_gui.project.session import Session
from faceswap_gui.project.writing import Writing

distributed = pytest.importorskip("distributed", reason="needs the extra [cluster]")


@pytest.fixture
def queue(tmp_path, source_path, target_path) -> BatchQueue:
    good, bad = tmp_path / "good.png", tmp_path / "bad.jpg"
    bad.write_text("no picture")
    shutil.copy(target_path, good)
    (tmp_path / "cluster").mkdir()
    jobs = one_to_many(source_path, [bad, good], tmp_path / "cluster", Settings())
    return BatchQueue.begin(tmp_path / "queue.jsonl", jobs)


def test_a_cluster_makes_the_pictures_that_this_computer_makes_and_names_what_failed(
    queue, tmp_path, source_path
):
    told = []

    def tell(entry, outlook, _notes):
        told.append((entry.job.target.name, entry.state, outlook.settled, outlook.total))

    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None
    ) as cluster:
        assert run_on_cluster(queue, cluster.scheduler_address, Writing(), tell) == 1

    assert {(name, state) for name, state, _, _ in told} == {
        ("bad.jpg", State.FAILED),
        ("good.png", State.DONE),
    }
    assert [(settled, total) for _, _, settled, total in told] == [(1, 2), (2, 2)]
    (failed,) = BatchQueue(queue.path).of_state(State.FAILED)
    assert "bad.jpg" in failed.why

    good = queue.of_state(State.DONE)[0].job
    here = one_to_many(source_path, [good.target], tmp_path / "here", Settings())
    alone = BatchQueue.begin(tmp_path / "alone.jsonl", here)
    assert run_here(alone, Session, Writing(), lambda *_: None) == 0
    ours, theirs = (read_photo(path).pixels for path in (here[0].output, good.output))
    assert (ours == theirs).all()


def test_a_scheduler_that_does_not_answer_or_cannot_be_is_said_and_all_jobs_wait(
    queue, monkeypatch
):
    monkeypatch.setattr("faceswap_gui.project.batch.cluster._PATIENCE", 0.5)
    with pytest.raises(OutputError, match="does not answer"):
        run_on_cluster(queue, "tcp://127.0.0.1:9", Writing(), lambda *_: None)
    with pytest.raises(UsageError, match="tcp://host:8786"):
        run_on_cluster(queue, "nonsense://x", Writing(), lambda *_: None)
    assert len(queue.of_state(State.WAITING)) == 2
