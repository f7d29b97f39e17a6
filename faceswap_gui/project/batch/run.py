"""Doing a queue's jobs in this process, one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from faceswap_gui.project.batch.jobs import Entry, Job, State
from faceswap_gui.project.batch.outlook import Clock, Outlook
from faceswap_gui.project.batch.queue import BatchQueue
from faceswap_gui.project.batch.work import examine_source, perform, words_for
from faceswap_gui.project.session import Session
from faceswap_gui.project.writing import Writing

Tell = Callable[[Entry, Outlook, Sequence[str]], None]
"""Called after every job, with what it had to leave out of its picture."""


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
