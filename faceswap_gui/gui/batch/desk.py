"""Drives the window's batch: a queue on the disk, one picture after another on the worker.

The batch runs in the background: whatever the person does meanwhile comes first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import attrs
from PySide6.QtCore import QObject, QTimer, Signal

from faceswap_gui.errors import FaceSwapError
from faceswap_gui.gui.folders import batch_file
from faceswap_gui.gui.language import tr
from faceswap_gui.gui.messages import Failure
from faceswap_gui.gui.studio import Studio
from faceswap_gui.gui.wording import said
from faceswap_gui.gui.worker import Job, failure_of
from faceswap_gui.project.batch.jobs import Entry, State
from faceswap_gui.project.batch.jobs import Job as BatchJob
from faceswap_gui.project.batch.listing import output_name
from faceswap_gui.project.batch.locks import Claim
from faceswap_gui.project.batch.outlook import Clock, Outlook
from faceswap_gui.project.batch.queue import BatchQueue
from faceswap_gui.project.writing import Writing

_KIND = "batch"


class BatchDesk(QObject):
    """The pictures of the batch, what has become of each, and what is being done."""

    changed = Signal()
    """A picture came or went, or is in another state."""

    def __init__(
        self, studio: Studio, options: Callable[[], Writing], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._studio, self._options = studio, options
        self._queue = _opened(batch_file(), studio)
        self._clock = Clock(0)
        self._submitted: Job | None = None
        self._claim: Claim | None = None
        self.doing: BatchJob | None = None
        """The job that is being done, while the batch runs."""
        self.outlook: Outlook | None = None
        """How far this run is; None before its first picture is over."""
        studio.worker.given_up.connect(self._given_up)

    @property
    def entries(self) -> list[Entry]:
        """All pictures in order."""
        return self._queue.entries

    @property
    def running(self) -> bool:
        """Whether the batch runs."""
        return self.doing is not None

    def waiting(self) -> int:
        """Return how many pictures are still to be done."""
        return len(self._queue.of_state(State.WAITING))

    # -- what the person does -----------------------------------------------------------------

    def add(self, targets: Iterable[Path], folder: Path, *, every_face: bool = False) -> None:
        """Queue pictures for the face and the controls of the open document.

        The face goes on the largest of each picture, or on every one. A picture whose output is
        there already is kept; `again` makes it anew.
        """
        jobs: list[BatchJob] = []
        try:
            _prepare(self._queue)
            self._queue.refresh()
            taken = {entry.job.output: entry.job.target for entry in self.entries}
            for target in targets:
                output = _free(folder / output_name(target), target.absolute(), taken)
                taken[output] = target.absolute()
                job = BatchJob.like(self._studio.document, target.absolute(), output)
                jobs.append(attrs.evolve(job, target_face=None) if every_face else job)
            self._queue.add(jobs)
            self._queue.keep_existing()
        except FaceSwapError as error:
            self._studio.failed.emit(failure_of(error))
        self.changed.emit()

    def start(self) -> None:
        """Do what waits, one picture after another, unless another window is at it."""
        if self.running or not self._claimed():
            return
        self._clock, self.outlook = Clock(self.waiting()), None
        self._next()

    def stop(self) -> None:
        """Leave the picture that is being done, and the rest, waiting."""
        self._studio.worker.cancel(_KIND)

    def again(self, jobs: Iterable[BatchJob]) -> None:
        """Let pictures wait to be done again, whatever has become of them."""
        self._settle([(job, State.WAITING, "") for job in jobs if job != self.doing])

    def remove(self, jobs: Iterable[BatchJob]) -> None:
        """Take pictures out of the batch; what was written stays."""
        for job in jobs:
            if job != self.doing:
                self._queue.remove(job)
        if not self.entries and not self.running:
            self._queue.forget()
        self.changed.emit()

    # -- one picture after another ------------------------------------------------------------

    def _claimed(self) -> bool:
        """Learn what other windows have done, and claim what waits; return whether that went."""
        try:
            self._queue.refresh()
            self._claim = Claim(self._queue.path) if self.waiting() else None
        except FaceSwapError as error:
            self._studio.failed.emit(failure_of(error))
        self.changed.emit()
        return self._claim is not None

    def _release(self) -> None:
        if self._claim is not None:
            self._claim.release()
            self._claim = None

    def _next(self) -> None:
        waiting = self._queue.of_state(State.WAITING)
        self.doing = waiting[0].job if waiting else None
        self._submitted = None
        if self.doing is None:
            self._release()
            self._tell_end()
        else:
            self._submitted = self._job(self.doing)
            self._studio.worker.submit(self._submitted)
        self.changed.emit()

    def _job(self, job: BatchJob) -> Job:
        writing = self._options()
        return Job(
            _KIND,
            tr("Batch: {name}", name=job.target.name),
            lambda engine, task: engine.perform(job, writing, task),
            lambda outcome: self._done(job, *outcome),
            self._failed,
            background=True,
        )

    def _done(self, job: BatchJob, why: str, notes: tuple[str, ...]) -> None:
        self.outlook = self._clock.tick()
        for note in notes:
            self._studio.noticed.emit(f"{job.output.name}: {said(note)}")
        self._settle([(job, State.FAILED if why else State.DONE, why)])
        if self.doing == job:
            self._next()

    def _failed(self, failure: Failure) -> None:
        """Stop: the folder takes nothing more, so the next picture would fail as well."""
        self._rest()
        self._studio.failed.emit(failure)

    def _given_up(self, job: Job) -> None:
        if job is self._submitted:
            self._rest()

    def _rest(self) -> None:
        self._release()
        self.doing = self._submitted = self.outlook = None
        self.changed.emit()

    def _settle(self, facts: list[tuple[BatchJob, State, str]]) -> None:
        try:
            for job, state, why in facts:
                self._queue.settle(job, state, why)
        except FaceSwapError as error:
            self._studio.worker.cancel(_KIND)
            self._rest()
            self._studio.failed.emit(failure_of(error))
        self.changed.emit()

    def _tell_end(self) -> None:
        done, failed = (len(self._queue.of_state(s)) for s in (State.DONE, State.FAILED))
        if failed:
            self._studio.noticed.emit(
                tr("The batch is over: {done} done, {failed} failed", done=done, failed=failed)
            )
        else:
            self._studio.noticed.emit(tr("The batch is over: {done} done", done=done))


def _opened(path: Path, studio: Studio) -> BatchQueue:
    """Return the queue of the last start; put a damaged one aside, where nothing is lost."""
    try:
        return BatchQueue(path)
    except FaceSwapError as error:
        failure = failure_of(error)
    try:
        path.replace(path.with_suffix(".damaged"))
    except OSError:
        path = path.with_suffix(".second")
    QTimer.singleShot(0, studio, lambda: studio.failed.emit(failure))  # once there is a banner
    return BatchQueue(path)


def _prepare(queue: BatchQueue) -> None:
    queue.path.parent.mkdir(parents=True, exist_ok=True)


def _free(output: Path, target: Path, taken: dict[Path, Path]) -> Path:
    """Return the output, or ``name-2``, … where another target of that name has it."""
    free, number = output, 1
    while taken.get(free, target) != target:
        number += 1
        free = output.with_stem(f"{output.stem}-{number}")
    return free
