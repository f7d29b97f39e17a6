"""What happens in the window goes into the log; what nobody foresaw becomes a crash report."""

from __future__ import annotations

import logging
import time
from pathlib import Path

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from faceswap_gui import __version__
from faceswap_gui.diagnostics import CrashReports, log_folder, start_log, stop_log
from faceswap_gui.gui.banner import Banner
from faceswap_gui.gui.language import tr
from faceswap_gui.gui.messages import Failure
from faceswap_gui.gui.studio import Studio
from faceswap_gui.gui.worker import Job, Worker

_log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Journal(QObject):
    """Listens to the worker, the studio, Qt and Python's hook for uncaught exceptions."""

    _reported = Signal(Path)
    """Crosses from whichever thread failed into the window's."""

    def __init__(self, banner: Banner, parent: QObject, folder: Path | None = None) -> None:
        super().__init__(parent)
        self._banner = banner
        self._began = 0.0
        self._folder = folder or log_folder()
        self.reports = CrashReports(self._folder, __version__, self._reported.emit)
        self._reported.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self, worker: Worker, studio: Studio) -> None:
        """Begin to write."""
        start_log(self._folder, __version__)
        self.reports.watch()
        qInstallMessageHandler(_note_qt)
        worker.began.connect(self._note_began)
        worker.ended.connect(self._note_ended)
        studio.failed.connect(self._note_failure)

    def stop(self) -> None:
        """Write no more."""
        qInstallMessageHandler(None)
        self.reports.stop()
        stop_log()

    def tell_of_earlier_crash(self) -> None:
        """Say where the report is if the program crashed since it was last started."""
        for path in self.reports.left_behind()[-1:]:
            _log.warning("an earlier session crashed; the report is %s", path)
            words = tr("The program crashed. {path} tells how; please report it.", path=path)
            self._show(words, path)

    def _tell(self, path: Path) -> None:
        words = tr("Something unforeseen happened. {path} tells what; please report it.", path=path)
        self._show(words, path)

    def _show(self, words: str, report: Path) -> None:
        self._banner.show_failure(Failure(words, report.read_text(encoding="utf-8")))

    def _note_began(self, _job: Job) -> None:
        self._began = time.monotonic()

    def _note_ended(self, job: Job) -> None:
        _log.info("%s: %d ms", job.kind, (time.monotonic() - self._began) * 1000)

    def _note_failure(self, failure: Failure) -> None:
        _log.warning("%s\n%s", failure.message, failure.details)


def _note_qt(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    _log.log(_LEVELS[kind], "Qt: %s", words)
