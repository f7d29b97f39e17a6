"""The one thread in which pictures are read, searched, rendered and written.

The window submits jobs; the newest of a kind replaces those of its kind that still wait. Results,
progress and failures come back as calls in the window's own thread.
"""

from __future__ import annotations

import atexit
import threading
import time
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import attrs
from PySide6.QtCore import QThread, Signal

from faceswap_gui.errors import Cancelled, FaceSwapError, NoFaceError
from faceswap_gui.gui.language import mark
from faceswap_gui.gui.messages import Failure

if TYPE_CHECKING:
    from faceswap_gui.gui.engine import Engine

PATIENCE = 1.0
"""Seconds that a running job may still take when a newer one of its kind waits."""


_NO_MEMORY = mark(
    "There is not enough memory for this picture; close other programs or open a smaller copy of "
    "it."
)
_UNEXPECTED = mark("Something unexpected went wrong ({kind}: {error}); please report it.")


class Task:
    """What a running job sees of the worker: where to tell its progress, when to give up."""

    def __init__(self, tell: Callable[[str, float], None]) -> None:
        self._stop = threading.Event()
        self._tell = tell
        self.begins_again = False
        """Whether the job gave way to another and is to be done after it."""
        self.started = time.monotonic()

    def progress(self, stage: str, fraction: float) -> None:
        """Tell how far the job is: the stage's name and 0 to 1 of the whole."""
        self._tell(stage, fraction)

    def cancel(self) -> None:
        """Ask the job to give up at its next opportunity."""
        self._stop.set()

    def cancelled(self) -> bool:
        """Whether the job was asked to give up."""
        return self._stop.is_set()


@attrs.frozen(eq=False)
class Job:
    """Something for the worker to do."""

    kind: str
    """Of the jobs of one kind that wait, only the newest is done."""
    title: str
    """What the status bar says while it runs."""
    work: Callable[[Engine, Task], Any]
    """Called in the worker's thread."""
    done: Callable[[Any], None]
    """Called in the window's thread with what `work` returned."""
    failed: Callable[[Failure], None]
    """Called in the window's thread instead of `done` when the work did not succeed."""
    yields: bool = False
    """Gives way at once when a newer job of its kind comes, rather than after `PATIENCE`."""
    background: bool = False
    """Runs when nothing else waits, gives way to any other job and begins again after it."""


class Worker(QThread):
    """A thread with one queue. It starts with its first job."""

    began = Signal(object)
    """A `Job` has started to run."""
    progressed = Signal(str, float)
    """The running job's stage and how far it is, 0 to 1."""
    ended = Signal(object)
    """A `Job` is over: done, failed or cancelled."""
    given_up = Signal(object)
    """The person no longer wants this `Job`, whether it runs or waits."""

    _succeeded_there = Signal(object, object)
    _failed_there = Signal(object, object)

    def __init__(self, make_engine: Callable[[], Engine]) -> None:
        super().__init__()
        self._make_engine = make_engine
        self._waiting: list[Job] = []
        self._running: tuple[Job, Task] | None = None
        self._change = threading.Condition()
        self._stopping = False
        self._succeeded_there.connect(self._deliver)
        self._failed_there.connect(self._deliver_failure)
        self.finished.connect(lambda: _running.discard(self))

    def submit(self, job: Job) -> None:
        """Queue a job in place of those of its kind that wait, and start the thread if need be."""
        with self._change:
            self._waiting = [other for other in self._waiting if other.kind != job.kind] + [job]
            self._hurry(job)
            self._change.notify()
        if not self.isRunning() and not self._stopping:
            _running.add(self)
            self.start()

    def cancel(self, kind: str | None = None) -> None:
        """Give up the jobs of one kind, or all jobs."""
        with self._change:
            gone = [job for job in self._waiting if kind in (None, job.kind)]
            self._waiting = [job for job in self._waiting if job not in gone]
            if self._running is not None and kind in (None, self._running[0].kind):
                running, task = self._running
                task.begins_again = False
                task.cancel()
                gone.append(running)
        for job in () if self._stopping else gone:  # nobody is left to listen when it stops
            self.given_up.emit(job)

    @property
    def idle(self) -> bool:
        """Whether nothing runs and nothing waits."""
        with self._change:
            return self._running is None and not self._waiting

    def dismiss(self) -> None:
        """Give everything up and let the thread end when it can."""
        with self._change:
            self._stopping = True
            self._change.notify()
        self.cancel()

    def stop(self) -> None:
        """Give everything up and wait for the thread to end."""
        self.dismiss()
        self.wait()

    def run(self) -> None:
        """Do one job after another; the thread's body."""
        engine: Engine | None = None
        while (taken := self._take()) is not None:
            job, task = taken
            self.began.emit(job)
            try:
                # The first job waits for torch's import; the window is on screen by then.
                engine = engine or self._make_engine()
                self._succeeded_there.emit(job, job.work(engine, task))
            except Cancelled:
                self._begin_again(job, task)
            except Exception as error:  # the thread must outlive any job
                self._failed_there.emit(job, failure_of(error))
            finally:
                self._release(job)

    def _take(self) -> tuple[Job, Task] | None:
        with self._change:
            self._change.wait_for(lambda: self._stopping or bool(self._waiting))
            if self._stopping:
                return None
            first = next((job for job in self._waiting if not job.background), self._waiting[0])
            self._waiting.remove(first)
            self._running = first, Task(self.progressed.emit)
            return self._running

    def _begin_again(self, job: Job, task: Task) -> None:
        with self._change:
            if task.begins_again:
                self._waiting.append(job)

    def _release(self, job: Job) -> None:
        with self._change:
            self._running = None
        self.ended.emit(job)

    def _hurry(self, newer: Job) -> None:
        # A slider in motion asks for a picture at every step. Were each to break off the one
        # before, slow pictures would never be finished and the preview would stand still.
        if self._running is None:
            return
        running, task = self._running
        if running.background and not newer.background:
            task.begins_again = True
            task.cancel()
        if running.kind != newer.kind:
            return
        if running.yields or time.monotonic() - task.started > PATIENCE:
            task.cancel()

    def _deliver(self, job: Job, result: Any) -> None:
        if not self._stopping:
            job.done(result)

    def _deliver_failure(self, job: Job, failure: Failure) -> None:
        if not self._stopping:
            job.failed(failure)


_running: set[Worker] = set()
"""Destroying a running QThread aborts the process; this keeps them from being collected."""


@atexit.register
def _stop_all() -> None:
    for worker in list(_running):
        worker.stop()


def failure_of(error: Exception) -> Failure:
    """Return the words for a person and the details for a bug report."""
    details = "".join(traceback.format_exception(error))
    if isinstance(error, FaceSwapError):
        no_face = isinstance(error, NoFaceError)
        return Failure(str(error), details, no_face, error.template, error.values)
    if isinstance(error, MemoryError):
        return Failure(_NO_MEMORY, details)
    values = {"kind": type(error).__name__, "error": str(error)}
    return Failure(_UNEXPECTED.format(**values), details, template=_UNEXPECTED, values=values)
