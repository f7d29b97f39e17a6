"""Two programs with one batch: who may write to its queue now, and who does its jobs.

A lock is a file beside the queue. The system lets go of it when its holder ends, however it ends.
Its holder deletes it before letting go, so that nothing is left beside an artist's pictures; who
waited for it meanwhile notices that it holds a file without a name, and begins again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from faceswap_gui.errors import OutputError

_PATIENCE = 5.0
"""Seconds; a queue is held for as long as it takes to write a few lines."""


@contextmanager
def written_alone(queue: Path) -> Iterator[None]:
    """Hold the queue in that file while lines are added to it.

    Raises:
        OutputError: someone else holds it, or its folder cannot be written.
    """
    lock = FileLock(_lock_of(queue), timeout=_PATIENCE)
    try:
        lock.acquire()
    except Timeout as error:
        raise OutputError(
            "{path}, the batch's queue, is held by another program; try again in a moment, or end "
            "the program that hangs",
            path=queue,
        ) from error
    except OSError as error:
        raise _refusal(queue, error) from error
    try:
        yield
    finally:
        _let_go(lock)


class Claim:
    """The right to do a queue's jobs, which one window or command at a time has."""

    def __init__(self, queue: Path) -> None:
        """Take the right, until `release`.

        Raises:
            OutputError: another window or command is doing the jobs, or the folder cannot be
                written.
        """
        self._lock = FileLock(_claim_of(queue), timeout=0)
        try:
            self._lock.acquire()
        except Timeout as error:
            raise OutputError(
                "another window or command is doing the batch in {path}; let it finish or stop "
                "it there first",
                path=queue.parent,
            ) from error
        except OSError as error:
            raise _refusal(queue, error) from error

    def release(self) -> None:
        """Give the right back; nothing happens if that was done already."""
        if self._lock.is_locked:
            _let_go(self._lock)

    def __enter__(self) -> Claim:
        """Take part in a ``with`` statement, at whose end the right is given back."""
        return self

    def __exit__(self, *_: object) -> None:
        """Give the right back."""
        self.release()


def _let_go(lock: FileLock) -> None:
    with suppress(OSError):  # Windows deletes no open file; there the lock does it when it goes
        Path(lock.lock_file).unlink(missing_ok=True)
    lock.release()


def _lock_of(queue: Path) -> Path:
    return queue.with_name(f"{queue.name}.lock")


def _claim_of(queue: Path) -> Path:
    return queue.with_name(f"{queue.name}.running")


def _refusal(queue: Path, error: OSError) -> OutputError:
    return OutputError(
        "{path}, the batch's queue, could not be written ({reason}); free space or "
        "choose another folder",
        path=queue,
        reason=error.strerror or error,
    )
