"""Keeps unsaved work aside while one works, and offers it after a crash."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer
from PySide6.QtWidgets import QPushButton

from faceswap_gui.errors import FaceSwapError
from faceswap_gui.gui.banner import Banner
from faceswap_gui.gui.folders import kept_folder, pasted_folder
from faceswap_gui.gui.language import tr
from faceswap_gui.gui.studio import Studio
from faceswap_gui.gui.worker import failure_of
from faceswap_gui.project.recovery import Kept, RecoveryFolder, keep_quietly

_CALM = 2000
"""Milliseconds after the last change until the work is kept."""


def recovery_folder() -> RecoveryFolder:
    """Return where unsaved work of all sessions is kept."""
    return RecoveryFolder(kept_folder())


class Autosave(QObject):
    """Writes the document aside shortly after every change that was not saved."""

    def __init__(self, studio: Studio, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._studio, self._banner = studio, banner
        self.folder = recovery_folder()
        self._alive = QLockFile(str(_lock_of(self.folder.mine)))
        self._alive.setStaleLockTime(0)
        self._timer = QTimer(self, singleShot=True, interval=_CALM)
        self._timer.timeout.connect(self.keep)
        studio.document_changed.connect(self._changed)
        studio.stack.cleanChanged.connect(self._saved)

    def keep(self) -> None:
        """Keep the work aside now, in the worker's thread, if it is not saved."""
        studio, document, folder = self._studio, self._studio.document, self.folder
        if studio.stack.isClean() or (document.source is None and document.target is None):
            return
        saved_as = studio.project_path
        studio.work_quietly("autosave", lambda: keep_quietly(folder, document, saved_as))

    def keep_at_the_end(self) -> None:
        """Keep the work aside when the window closes with something unsaved."""
        studio = self._studio
        if not studio.stack.isClean():
            keep_quietly(self.folder, studio.document, studio.project_path)
        self._alive.unlock()

    def offer_earlier_work(self) -> None:
        """Ask, without stopping anybody, whether an earlier session's work is wanted back."""
        others = [kept for kept in self.folder.others() if not _is_open(kept)]
        if not others:
            return
        kept = others[0]
        restore, forget = QPushButton(tr("Restore")), QPushButton(tr("Discard"))
        restore.setObjectName("restoreWork")
        forget.setObjectName("discardWork")
        restore.clicked.connect(lambda: self._restore(kept))
        forget.clicked.connect(lambda: self._forget(others))
        moment = kept.moment.astimezone().strftime("%Y-%m-%d %H:%M")
        words = tr("There is unsaved work from {moment}.", moment=moment)
        self._banner.ask(words, restore, forget)

    def _changed(self, _document: object) -> None:
        self._timer.start()
        if not self._alive.isLocked():
            self.folder.prepare()
            self._alive.tryLock(0)

    def _saved(self, clean: bool) -> None:
        if clean:
            self._timer.stop()
            self.folder.discard()

    def _restore(self, kept: Kept) -> None:
        try:
            document = self.folder.take(kept, pasted_folder())
        except FaceSwapError as error:
            self._studio.failed.emit(failure_of(error))
            return
        self._studio.restore(document, tr("Restore unsaved work"))

    def _forget(self, others: list[Kept]) -> None:
        for kept in others:
            self.folder.forget(kept)


def _lock_of(copy: Path) -> Path:
    return copy.with_suffix(".lock")


def _is_open(kept: Kept) -> bool:
    """Whether another window that is still running keeps this copy."""
    lock = QLockFile(str(_lock_of(kept.path)))
    lock.setStaleLockTime(0)
    free = lock.tryLock(0)
    lock.unlock()
    return not free
