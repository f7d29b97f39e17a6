"""A queue of jobs that survives a crash: a journal to which every change is appended.

Each line of the file is one JSON object. A crash can at most tear the last line, which then counts
as never written; the job that it spoke of is done again. Several programs may have one queue: each
reads what the others have appended before it appends its own, under a lock.
"""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs

from faceswap_gui import __version__
from faceswap_gui.errors import InputError, OutputError, UsageError, Words
from faceswap_gui.project.batch.jobs import Entry, Job, State
from faceswap_gui.project.batch.locks import written_alone
from faceswap_gui.project.files import write_whole
from faceswap_gui.project.writing import Writing

FORMAT = 1
FILE_NAME = ".faceswap-batch.jsonl"
"""What the queue is called in the folder that a batch writes into."""


class BatchQueue:
    """Jobs in order, each with its state; at most one for every output."""

    def __init__(self, path: Path) -> None:
        """Read the queue in that file, or begin one with the first job.

        Raises:
            InputError: the file is damaged, or from a newer version.
        """
        self.path = path
        self._entries: dict[str, Entry] = {}
        self.writing: Writing | None = None
        """How all pictures are to be written, but for a certificate; None if it is not said."""
        self.certified = False
        """Whether they are to be signed with a certificate of the person's own."""
        self._file: tuple[int, int] | None = None  # which file it was that was read
        self._first_line = b""  # of it; a system gives a deleted file's number to the next one
        self._read_to = 0  # bytes of it that are whole lines
        self._lines_read = 0
        self.refresh()

    @classmethod
    def begin(cls, path: Path, jobs: Iterable[Job], writing: Writing | None = None) -> BatchQueue:
        """Return a new queue in place of the one in that file.

        Args:
            path: where it is kept.
            jobs: what is to be done.
            writing: how all pictures are to be written, to be remembered.

        Raises:
            OutputError: it cannot be written; the former one is then still there.
        """
        remembered = {"writing": writing.as_dict()} if writing else {}
        facts = [_header() | remembered, *({"job": job.as_dict()} for job in jobs)]
        with written_alone(path):
            write_whole(path, lambda file: file.write(_lines(facts)))
        return cls(path)

    @property
    def entries(self) -> list[Entry]:
        """All jobs in order."""
        return list(self._entries.values())

    def of_state(self, state: State) -> list[Entry]:
        """Return the jobs that are in that state, in order."""
        return [entry for entry in self.entries if entry.state is state]

    def add(self, jobs: Iterable[Job]) -> None:
        """Append jobs; one takes the place of an earlier one that writes the same file.

        Raises:
            OutputError: the queue cannot be written.
        """
        self._append([{"job": job.as_dict()} for job in jobs])

    def settle(self, job: Job, state: State, why: str = "") -> Entry:
        """Remember what has become of a job (`OutputError` when the queue cannot be written)."""
        self._append([{"output": _key(job), "state": state.value, **_reason(why)}])
        return Entry(job, state, why)

    def keep_existing(self) -> list[Entry]:
        """Settle the waiting jobs whose output is there already; return them."""
        there = [entry.job for entry in self.of_state(State.WAITING) if entry.job.output.exists()]
        return [self.settle(job, State.KEPT) for job in there]

    def retry(self) -> None:
        """Let the jobs that failed, and those whose output is gone, wait again."""
        for entry in self.entries:
            lost = entry.state in (State.DONE, State.KEPT) and not entry.job.output.exists()
            if entry.state is State.FAILED or lost:
                self.settle(entry.job, State.WAITING)

    def remove(self, job: Job) -> None:
        """Take a job out."""
        self._append([{"removed": _key(job)}])

    def forget(self) -> None:
        """Take all jobs out and delete the file; what another program changed since stays."""
        known = dict(self._entries)
        with written_alone(self.path):
            self.refresh()
            now = self._entries
            same = [key for key, entry in known.items() if now.get(key) == entry]
            if len(same) < len(now):
                self._write([{"removed": key} for key in same])
                return
            self._entries.clear()
            self.path.unlink(missing_ok=True)

    # -- the journal --------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read what other programs have appended.

        Raises:
            InputError: the file cannot be read, is damaged, or is from a newer version.
        """
        try:
            data = self._appended()
        except OSError as error:
            reason = error.strerror or error
            raise InputError(
                "{path} could not be read ({reason})", path=self.path, reason=reason
            ) from error
        *lines, torn = data.split(b"\n")
        if lines and not self._read_to:
            self._first_line = lines[0] + b"\n"
        for number, line in enumerate(lines, self._lines_read + 1):
            self._take_line(line, number)
        self._lines_read += len(lines)
        self._read_to += len(data) - len(torn)

    def _appended(self) -> bytes:
        """Return what was not read yet: of another file in this place, all of it."""
        try:
            file = self.path.open("rb")
        except FileNotFoundError:
            self._start_over(None)
            return b""
        with file:
            facts = os.fstat(file.fileno())
            which = facts.st_dev, facts.st_ino
            first = file.read(len(self._first_line))
            if (which, first) != (self._file, self._first_line) or facts.st_size < self._read_to:
                self._start_over(which)
            file.seek(self._read_to)
            return file.read()

    def _start_over(self, which: tuple[int, int] | None) -> None:
        self._entries.clear()
        self._file, self._read_to, self._lines_read = which, 0, 0
        self._first_line = b""

    def _append(self, facts: list[dict[str, Any]]) -> None:
        with written_alone(self.path):
            self.refresh()
            self._write(facts)

    def _write(self, facts: list[dict[str, Any]]) -> None:
        """Append lines to a queue that is held and up to date."""
        if not self.path.exists():
            facts = [_header(), *facts]
        try:
            with self.path.open("ab") as file:
                file.truncate(self._read_to)  # a torn last line; nobody else is writing one
                file.write(_lines(facts))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            reason = error.strerror or error
            raise OutputError(
                "{path}, the batch's queue, could not be written ({reason}); free space or "
                "choose another folder",
                path=self.path,
                reason=reason,
            ) from error
        self.refresh()

    def _take_line(self, line: bytes, number: int) -> None:
        try:
            self._take(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError, UsageError) as error:
            raise InputError(
                "{path}, the batch's queue, is damaged in line {number}; delete it and give "
                "the batch again: finished pictures are kept",
                path=self.path,
                number=number,
            ) from error

    def _take(self, fact: dict[str, Any]) -> None:
        """Do what one line says."""
        if fact.get("format", FORMAT) > FORMAT:
            raise InputError("{path} was written by a newer version; use that one", path=self.path)
        if "writing" in fact:
            self.writing = Writing.from_dict(fact["writing"])
            self.certified = bool(fact["writing"]["credentials"])
        if "job" in fact:
            job = Job.from_dict(fact["job"])
            self._entries[_key(job)] = Entry(job)
        elif "removed" in fact:
            self._entries.pop(fact["removed"], None)
        elif "output" in fact and fact["output"] in self._entries:
            former = self._entries[fact["output"]]
            changed = attrs.evolve(former, state=State(fact["state"]), why=_why(fact))
            self._entries[fact["output"]] = changed


def _header() -> dict[str, Any]:
    """Return the first line, unlike that of any other queue."""
    return {
        "format": FORMAT,
        "program": f"faceswap-gui {__version__}",
        "queue": uuid.uuid4().hex,
    }


def _reason(why: str) -> dict[str, Any]:
    """Return why a job failed as part of its line: in English, and ready for other languages."""
    if not why:
        return {}
    return {"why": str(why)} | ({"words": why.as_dict()} if isinstance(why, Words) else {})


def _why(fact: dict[str, Any]) -> str:
    return Words.from_dict(fact["words"]) if "words" in fact else str(fact.get("why", ""))


def _lines(facts: Iterable[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(fact, ensure_ascii=False) + "\n" for fact in facts).encode()


def _key(job: Job) -> str:
    return str(job.output.absolute())
