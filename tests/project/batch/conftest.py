"""Three jobs, and a queue of them."""

import pytest

from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project.batch.jobs import Job
from faceswap_gui.project.batch.listing import one_to_many
from faceswap_gui.project.batch.queue import BatchQueue


@pytest.fixture
def jobs(tmp_path) -> list[Job]:
    names = ("a.jpg", "b.cr2", "ç.png")
    pictures = [tmp_path / name for name in names]
    return one_to_many(tmp_path / "me.jpg", pictures, tmp_path / "out", Settings(blend=0.5))


@pytest.fixture
def queue(tmp_path, jobs) -> BatchQueue:
    return BatchQueue.begin(tmp_path / "queue.jsonl", jobs)
