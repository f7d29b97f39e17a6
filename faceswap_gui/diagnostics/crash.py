"""A file for each crash that a person can attach to a bug report.

An exception that nobody caught is written at once. When machine code brings the whole process
down, Python's fault handler still writes where; the next start finds that and makes a report of it.
"""

from __future__ import annotations

import atexit
import faulthandler
import logging
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO
from uuid import uuid4

from faceswap_gui.diagnostics.log import FILE, LOGGER, about_this_machine

_LAST_LINES = 60
_FATAL = ("Fatal Python error", "Windows fatal exception")
_FORGOTTEN = 7 * 24 * 3600
"""Seconds after which the notes of a process that was killed are thrown away."""
_HEAD = """\
This file was written when faceswap-gui failed. It holds no picture, but names of files may occur.
Nothing was sent; attach it to a bug report if you like.
"""


class CrashReports:
    """The crash reports in a folder, which is made when the first one is written."""

    def __init__(
        self, folder: Path, version: str, tell: Callable[[Path], None] | None = None
    ) -> None:
        """Take the folder, the program's version and who is told of each new report."""
        self._folder = folder
        self._version = version
        self._tell = tell
        self._notes: TextIO | None = None
        self._own = folder / f"running-{os.getpid()}-{uuid4().hex[:8]}.txt"
        self._hooks = sys.excepthook, threading.excepthook

    def watch(self) -> None:
        """Report what nobody catches, in any thread, and have machine code's crashes noted.

        A folder that cannot be written leaves only the hooks, which say so when they are needed.
        """
        self._hooks = sys.excepthook, threading.excepthook
        sys.excepthook = self._uncaught
        threading.excepthook = lambda gone: self._uncaught(
            gone.exc_type, gone.exc_value or gone.exc_type(), gone.exc_traceback
        )
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._notes = self._own.open("w", encoding="utf-8")
        except OSError:
            return
        faulthandler.enable(self._notes)
        atexit.register(self.stop)

    def stop(self) -> None:
        """Give the hooks back; the process ends in good order."""
        sys.excepthook, threading.excepthook = self._hooks
        if self._notes is not None:
            faulthandler.disable()
            self._notes.close()
            self._notes = None
            self._own.unlink(missing_ok=True)

    def write(self, error: BaseException) -> Path:
        """Write a report of an exception and return its path.

        Raises:
            OSError: the folder cannot be written.
        """
        return self._write("".join(traceback.format_exception(error)))

    def left_behind(self) -> list[Path]:
        """Make reports of what earlier processes noted as they crashed; return their paths."""
        reports = []
        for notes in sorted(self._folder.glob("running-*.txt")):
            if notes == self._own:
                continue
            said = notes.read_text(encoding="utf-8", errors="replace")
            if any(word in said for word in _FATAL):
                reports.append(self._write(said))
                notes.unlink(missing_ok=True)
            elif time.time() - notes.stat().st_mtime > _FORGOTTEN:
                notes.unlink(missing_ok=True)
        return reports

    def _write(self, what: str) -> Path:
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"crash-{datetime.now():%Y%m%d-%H%M%S}-{uuid4().hex[:4]}.txt"
        parts = (
            _HEAD,
            "\n".join(about_this_machine(self._version)),
            what,
            "The log's last lines:",
            self._log(),
        )
        path.write_text("\n\n".join(parts), encoding="utf-8")
        return path

    def _log(self) -> str:
        try:
            text = (self._folder / FILE).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return "(there is no log)"
        return "\n".join(text.splitlines()[-_LAST_LINES:])

    def _uncaught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if sys.stderr is not None:  # a windowed program on Windows has none
            sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            return
        logger = logging.getLogger(LOGGER)
        try:
            path = self.write(error)
        except OSError as refusal:
            logger.error("%r; no crash report: %s", error, refusal)
            return
        logger.error("%r; the crash report is %s", error, path)
        if self._tell is not None:
            self._tell(path)
