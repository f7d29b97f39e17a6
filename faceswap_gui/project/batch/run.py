"""Doing a queue's jobs in this process, one after another."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import attrs

from faceswap_gui.project.batch.jobs import Entry, Job, State, Writing
from faceswap_gui.project.batch.queue import BatchQueue
from faceswap_gui.project.batch.work import examine_source, perform, words_for
from faceswap_gui.project.session import Session


@attrs.frozen
class Outlook:
    """How far a batch is."""

    settled: int
    """Jobs of this run that are over."""
    total: int
    """Jobs that this run began with."""
    seconds_left: float
    """What the rest will take if it is like those before."""


Tell = Callable[[Entry, Outlook, Sequence[str]], None]
"""Called after every job, with what it had to leave out of its picture."""


class Clock:
    """Estimates the time left from the jobs that are over."""

    def __init__(self, total: int) -> None:
        self._total, self._settled = total, 0
        self._start = time.monotonic()

    def tick(self) -> Outlook:
        """Count one job as over."""
        self._settled += 1
        each = (time.monotonic() - self._start) / self._settled
        return Outlook(self._settled, self._total, each * (self._total - self._settled))


def run_here(
    queue: BatchQueue,
    make_session: Callable[[], Session],
    writing: Writing,
    tell: Tell,
) -> int:
    """Do all waiting jobs; return how many failed.

    The queue is brought up to date after every job, so a run that is killed goes on where it was.

    Raises:
        InputError: the source that all jobs share cannot be used; they then go on waiting.
        OutputError: the folder takes nothing more; the rest goes on waiting.
    """
    jobs = [entry.job for entry in queue.of_state(State.WAITING)]
    if not jobs:
        return 0
    session = make_session()
    if len({job.source for job in jobs}) == 1:
        examine_source(jobs[0], session)
    clock, failed = Clock(len(jobs)), 0
    for job in jobs:
        entry, notes = _settled(queue, job, session, writing)
        failed += entry.state is State.FAILED
        tell(entry, clock.tick(), notes)
    return failed


def _settled(
    queue: BatchQueue, job: Job, session: Session, writing: Writing
) -> tuple[Entry, Sequence[str]]:
    try:
        notes = perform(job, session, writing)
    except Exception as error:  # one picture's trouble must not end the others' turn
        return queue.settle(job, State.FAILED, words_for(error, job)), ()
    return queue.settle(job, State.DONE), notes
