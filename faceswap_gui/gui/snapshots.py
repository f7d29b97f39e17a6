"""Snapshots of the document: kept as they are, to compare the result with and to go back to.

A snapshot is a document, so it takes next to no memory; only the one that is compared has its
picture, made anew if need be. Everything here runs in the window's thread and returns at once.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from faceswap_gui.gui.language import told, tr
from faceswap_gui.gui.messages import Failure, Pyramid, Rendered
from faceswap_gui.gui.renderings import path_of
from faceswap_gui.gui.studio import Studio
from faceswap_gui.gui.worker import Job
from faceswap_gui.project.document import Document
from faceswap_gui.project.snapshot import Snapshot

KIND = "snapshot"


class Snapshots(QObject):
    """The project's snapshots and the one that is compared."""

    changed = Signal()
    """There are others, another is compared, or its picture is there."""

    def __init__(self, studio: Studio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.compared: Snapshot | None = None
        """The one that the result is compared with, instead of the untouched target."""
        self.picture: Pyramid | None = None
        """What was rendered of it; None until it is there."""
        studio.document_changed.connect(self._document_changed)
        studio.snapshots_changed.connect(self._kept_changed)
        studio.worker.given_up.connect(self._given_up)

    @property
    def kept(self) -> tuple[Snapshot, ...]:
        """All of them, the oldest first."""
        return self._studio.snapshots

    def take(self) -> None:
        """Keep the document as it is now."""
        if not self._studio.document.complete:
            return
        number = self.kept[-1].number + 1 if self.kept else 1
        step = self._studio.stack.undoText() or tr("Start")
        snapshot = Snapshot(number, step, self._studio.document)
        self._studio.keep_snapshots((*self.kept, snapshot))
        self._studio.noticed.emit(tr("Kept as snapshot {name}", name=snapshot.name))

    def compare(self, snapshot: Snapshot | None) -> None:
        """Compare the result with that snapshot; None: with the untouched target again."""
        self.compared, self.picture = snapshot, None
        if snapshot is None:
            self._studio.worker.cancel(KIND)
        elif not self._show(self._studio.rendered):
            self._render(snapshot)
        self.changed.emit()

    def go_to(self, snapshot: Snapshot) -> None:
        """Put the snapshot's document in place, as a step that can be undone."""
        self._studio.change(told("Go to snapshot {name}", name=snapshot.name), snapshot.document)

    def remove(self, snapshot: Snapshot) -> None:
        """Keep that snapshot no longer."""
        others = (other for other in self.kept if other is not snapshot)
        self._studio.keep_snapshots(tuple(others))

    # -- inside -------------------------------------------------------------------------------

    def _kept_changed(self) -> None:
        gone = self.compared is not None and self.compared not in self.kept
        self.compare(None) if gone else self.changed.emit()

    def _render(self, snapshot: Snapshot) -> None:
        job = Job(
            KIND,
            tr("Rendering the snapshot"),
            lambda engine, task: engine.render_aside(snapshot.document, task),
            self._rendered,
            self._failed,
        )
        self._studio.worker.submit(job)

    def _rendered(self, rendered: Rendered) -> None:
        if self._show(rendered):
            self.changed.emit()

    def _failed(self, failure: Failure) -> None:
        self.compare(None)
        self._studio.failed.emit(failure)

    def _show(self, rendered: Rendered | None) -> bool:
        """Take a rendering for the compared snapshot's picture, if it is one."""
        if rendered is None or self.compared is None or rendered.is_draft:
            return False
        if rendered.document != self.compared.document:
            return False
        self.picture = rendered.pyramid
        return True

    def _document_changed(self, document: Document) -> None:
        # On another photograph nothing in the snapshot corresponds.
        compared = self.compared
        if compared and path_of(compared.document.target) != path_of(document.target):
            self.compare(None)

    def _given_up(self, job: Job) -> None:
        if job.kind == KIND and self.compared is not None and self.picture is None:
            self.compare(None)
