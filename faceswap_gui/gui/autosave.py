"""Keeps unsaved work aside while one works, and offers it after a crash."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtWidgets import QPushButton

from faceswap_gui.errors import FaceSwapError
from faceswap_gui.gui.banner import Banner
from faceswap_gui.gui.folders import kept_folder, pasted_folder
from faceswap_gui.gui.language import tr
from faceswap_gui.gui.studio import Studio
from faceswap_gui.gui.worker import failure_of
from faceswap_gui.project.document import Document
from faceswap_gui.project.project_file import LoadedProject
from faceswap_gui.project.recovery import Kept, RecoveryFolder, keep_quietly
from faceswap_gui.project.snapshot import Snapshot

_DELAY = 2000
"""Milliseconds from a change until the work is kept; further changes do not put that off."""


def recovery_folder() -> RecoveryFolder:
    """Return where unsaved work of all sessions is kept."""
    return RecoveryFolder(kept_folder())


class Autosave(QObject):
    """Writes the document aside shortly after every change that was not saved.

    In a thread of its own: behind a long render in the worker's queue a crash would cost minutes.
    """

    _refused = Signal(str)

    def __init__(self, studio: Studio, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._studio, self._banner = studio, banner
        self._begin_copy()
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self._timer.timeout.connect(self.keep)
        self._thread = ThreadPoolExecutor(1, "autosave")
        self._over = False
        self._refused.connect(studio.noticed)
        studio.document_changed.connect(self._changed)
        studio.snapshots_changed.connect(self._changed)
        studio.stack.cleanChanged.connect(self._saved)
        studio.leaving.connect(self._set_aside)
        studio.project_changed.connect(self._saved)  # snapshots alone leave the stack clean

    def keep(self) -> None:
        """Keep the work aside now, if it is not saved."""
        studio, document, folder = self._studio, self._studio.document, self.folder
        if not studio.unsaved or (document.source is None and document.target is None):
            return
        self._thread.submit(self._keep, folder, document, studio.project_path, studio.snapshots)

    def keep_at_the_end(self) -> None:
        """Keep the work aside when the window closes with something unsaved."""
        studio = self._studio
        self._timer.stop()
        self._over = True
        self._thread.submit(int).result()  # nothing may write the copy after this
        if studio.unsaved:
            keep_quietly(self.folder, studio.document, studio.project_path, studio.snapshots)
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
        forget.clicked.connect(lambda: self._forget(kept))
        moment = kept.moment.astimezone().strftime("%Y-%m-%d %H:%M")
        words = tr("There is unsaved work from {moment}.", moment=moment)
        self._banner.ask(words, restore, forget)

    def _begin_copy(self) -> None:
        """Keep what is done from now on in a copy of its own."""
        self.folder = recovery_folder()
        self._alive = QLockFile(str(_lock_of(self.folder.mine)))
        self._alive.setStaleLockTime(0)

    def _set_aside(self) -> None:
        """Keep what makes room for a project, and offer to go back to it."""
        studio, left = self._studio, self.folder
        document, path, snapshots = studio.document, studio.project_path, studio.snapshots
        if document.source is None and document.target is None:
            return
        self._thread.submit(self._keep, left, document, path, snapshots)
        self._alive.unlock()
        self._begin_copy()
        back, forget = QPushButton(tr("Bring it back")), QPushButton(tr("Discard"))
        back.setObjectName("bringWorkBack")
        forget.setObjectName("discardWork")
        back.clicked.connect(lambda: studio.take_up(document, snapshots, path))
        for answer in (back, forget):
            answer.clicked.connect(lambda: self._thread.submit(left.discard))
        name = path.stem if path else tr("Untitled")
        self._banner.ask(tr("{name} was open before and is not saved.", name=name), back, forget)

    def _changed(self, _document: object = None) -> None:
        if not self._timer.isActive():
            self._timer.start()
        if not self._alive.isLocked():
            self.folder.prepare()
            self._alive.tryLock(0)

    def _saved(self, _clean: bool = True) -> None:
        # A history that is taken down with its window calls itself clean; nothing was saved then.
        if not self._over and not self._studio.unsaved:
            self._timer.stop()
            with suppress(RuntimeError):  # Python itself is ending: what is kept stays
                self._thread.submit(self.folder.discard)  # after what is being kept

    def _keep(
        self,
        folder: RecoveryFolder,
        document: Document,
        saved_as: Path | None,
        snapshots: tuple[Snapshot, ...],
    ) -> None:
        refusal = keep_quietly(folder, document, saved_as, snapshots)
        if refusal is not None:
            self._refused.emit(refusal)

    def _restore(self, kept: Kept) -> None:
        try:
            work = self.folder.read(kept, pasted_folder())
        except FaceSwapError as error:
            self._studio.failed.emit(failure_of(error))
            return
        self._studio.take_up(work.document, work.snapshots, kept.saved_as)
        self._thread.submit(self._take_over, self.folder, work, kept)

    def _take_over(self, folder: RecoveryFolder, work: LoadedProject, kept: Kept) -> None:
        """Forget an earlier session's copy once the work is safe in this one's."""
        refusal = keep_quietly(folder, work.document, kept.saved_as, work.snapshots)
        if refusal is None:
            folder.forget(kept)
        else:
            self._refused.emit(refusal)

    def _forget(self, kept: Kept) -> None:
        self.folder.forget(kept)
        QTimer.singleShot(0, self.offer_earlier_work)  # there may be more, once this is answered


def _lock_of(copy: Path) -> Path:
    return copy.with_suffix(".lock")


def _is_open(kept: Kept) -> bool:
    """Whether another window that is still running keeps this copy."""
    lock = QLockFile(str(_lock_of(kept.path)))
    lock.setStaleLockTime(0)
    free = lock.tryLock(0)
    lock.unlock()
    return not free
