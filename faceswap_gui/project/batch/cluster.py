"""Doing a queue's jobs on the workers of a Dask scheduler.

The workers need this program and must see the pictures and the output folder under the same paths.
What they send back is words, never pixels: each writes its own pictures.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from faceswap_gui.errors import FaceSwapError, OutputError, UsageError, Words
from faceswap_gui.project.batch.jobs import Job, State
from faceswap_gui.project.batch.outlook import Clock
from faceswap_gui.project.batch.queue import BatchQueue
from faceswap_gui.project.batch.run import Tell
from faceswap_gui.project.batch.work import perform, session_for_jobs, words_for
from faceswap_gui.project.session import Session
from faceswap_gui.project.writing import Writing

_PATIENCE = 10
"""Seconds that the scheduler has to answer."""


def run_on_cluster(
    queue: BatchQueue,
    address: str,
    writing: Writing,
    tell: Tell,
    *,
    device: str = "auto",
    weights: Path | None = None,
) -> int:
    """Do all waiting jobs on the cluster at `address`, ``tcp://host:8786``; return how many failed.

    Raises:
        UsageError: Dask is not installed, or the address is none.
        OutputError: the scheduler does not answer or goes away, or the folder takes nothing more;
            the rest goes on waiting.
    """
    jobs = [entry.job for entry in queue.of_state(State.WAITING)]
    clock, failed = Clock(len(jobs)), 0
    with _client(address) as client:
        from distributed import as_completed

        futures = {
            client.submit(_on_worker, job.as_dict(), device, weights, writing, pure=False): job
            for job in jobs
        }
        for future in as_completed(list(futures), loop=client.loop):
            job = futures.pop(future)
            why, notes = _outcome(future, address)
            entry = queue.settle(job, State.FAILED if why else State.DONE, why)
            failed += bool(why)
            tell(entry, clock.tick(), notes)
    return failed


@contextmanager
def _client(address: str) -> Iterator[Any]:
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError(
            "--scheduler needs Dask; install it: pip install 'faceswap-gui[cluster]'"
        ) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except ValueError as error:
        raise UsageError(
            f"{address} is no scheduler's address ({error}); try tcp://host:8786"
        ) from None
    except OSError as error:
        raise OutputError(
            f"the scheduler at {address} does not answer; start it with 'dask scheduler', or "
            "leave --scheduler out"
        ) from error
    with client:
        yield client


def _outcome(future: Any, address: str) -> tuple[str, tuple[str, ...]]:
    """Return why a job failed, or "", and what it left out.

    Raises:
        OutputError: no other job can succeed either.
    """
    if future.status in ("cancelled", "lost"):
        raise OutputError(f"the scheduler at {address} went away; --resume goes on with the rest")
    error = future.exception()
    if isinstance(error, FaceSwapError):
        raise error  # `_on_worker` lets through only what would fail every other job as well
    if error is not None:
        kind = type(error).__name__
        return Words("its worker was lost ({kind}: {error})", kind=kind, error=error), ()
    why, notes = future.result()
    return why, tuple(notes)


# -- on the worker --------------------------------------------------------------------------------

_sessions: dict[tuple[str, Path | None], Session] = {}
_ONE_AT_A_TIME = threading.Lock()
"""A worker may have several threads; a session belongs to one at a time."""


def _on_worker(
    content: dict[str, Any], device: str, weights: Path | None, writing: Writing
) -> tuple[str, tuple[str, ...]]:
    """Do one job; return why it failed, or "", and what it had to leave out."""
    job = Job.from_dict(content)
    with _ONE_AT_A_TIME:
        session = _session(device, weights)
        try:
            return "", perform(job, session, writing)
        except Exception as error:  # told to whoever sent the job
            return words_for(error, job), ()


def _session(device: str, weights: Path | None) -> Session:
    if (device, weights) not in _sessions:
        _sessions[device, weights] = session_for_jobs(device, weights)
    return _sessions[device, weights]
