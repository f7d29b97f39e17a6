"""The open document and everything that can be done to it.

The window's parts call the studio and listen to it; they know nothing of each other, of the
worker or of the undo stack. Everything here runs in the window's thread and returns at once.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from faceswap_gui.faces.edits import Box
from faceswap_gui.gui.editing import Editing
from faceswap_gui.gui.folders import pasted_folder
from faceswap_gui.gui.language import told, tr
from faceswap_gui.gui.messages import (
    Exported,
    Failure,
    Opened,
    ProjectOpened,
)
from faceswap_gui.gui.recent import remember_project
from faceswap_gui.gui.step_names import FACE_STEPS, OPEN_STEPS, POINT_STEPS
from faceswap_gui.gui.wording import said
from faceswap_gui.gui.worker import Job, Worker
from faceswap_gui.project.document import Document, Picture, Role
from faceswap_gui.project.snapshot import Snapshot
from faceswap_gui.project.writing import Writing


class Studio(Editing):
    """One open document, its pictures on the screen and its files."""

    faceless_found = Signal(object)
    """A picture was opened in which no face was found: an `Opened` without faces."""
    faceless_changed = Signal()
    """Another picture without a face, or none, is looked at to point one out."""
    noticed = Signal(str)
    """Good or neutral news in one sentence."""
    project_changed = Signal()
    """The document was saved, or has another name."""
    leaving = Signal()
    """What is open is not saved, and makes room for something else."""
    snapshots_changed = Signal()
    """There are others."""

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(worker, parent)
        self.faceless: Opened | None = None
        """The picture without a face that is looked at, though it is not in the document."""
        self.project_path: Path | None = None
        self.snapshots: tuple[Snapshot, ...] = ()
        """The oldest first; change them by `keep_snapshots`."""
        self._saved_snapshots: tuple[Snapshot, ...] = ()

    # -- pictures -----------------------------------------------------------------------------

    def open_picture(self, role: Role, path: Path) -> None:
        """Read a picture and, if it shows a face, put it in that role."""
        picture = Picture(Path(path).absolute())
        title = tr("Opening {name}", name=picture.path.name)

        def failed(failure: Failure) -> None:
            self.failed.emit(failure)
            if failure.no_face:
                self._submit(
                    f"open {role}",
                    title,
                    lambda engine, _: engine.look(role, picture),
                    self.faceless_found.emit,
                )

        self.worker.submit(
            Job(f"open {role}", title, lambda e, _: e.open(role, picture), self._opened, failed)
        )

    def look_for_faces_in(self, opened: Opened | None) -> None:
        """Look at a picture without a face, to point one out; None ends that."""
        if opened is not self.faceless:
            self.faceless = opened
            self.faceless_changed.emit()

    def look_at(self, path: Path, show: Callable[[QImage], None]) -> None:
        """Have a picture's thumbnail made and shown; one that cannot be read shows none."""
        title = tr("Opening {name}", name=path.name)
        job = Job(
            f"thumbnail {path}",
            title,
            lambda e, _: e.thumbnail(path),
            show,
            lambda _failure: None,
            background=True,  # of a hundred dropped pictures the one that is opened comes first
        )
        self.worker.submit(job)

    def paste_picture(self, role: Role, image: QImage) -> None:
        """Put an image from the clipboard in that role."""
        folder = pasted_folder()
        self._open(role, tr("Pasting"), lambda e: e.paste(role, image, folder))

    def open_pair(self, source: Path, target: Path) -> None:
        """Open a source and a target at once."""
        self.open_picture(Role.SOURCE, source)
        self.open_picture(Role.TARGET, target)

    def choose_face(self, role: Role, face: int) -> None:
        """Mean another face of the picture in that role."""
        picture = self.document.picture(role)
        if picture is not None and picture.face != face:
            words = FACE_STEPS[role]
            self._push(told(words, number=face + 1), self.document.with_face(role, face))

    def point_out(self, role: Role, box: Box) -> None:
        """Look for a face that was missed, in that box of the picture, and mean it."""
        picture = self.document.picture(role)
        step: str = told(POINT_STEPS[role])
        if self.faceless is not None and self.faceless.role is role:
            picture, step = self.faceless.view.picture, ""
        if picture is not None:
            title = tr("Looking for a face in the box")
            self._submit(
                f"open {role}",
                title,
                lambda engine, _: engine.point_out(role, picture, box),
                lambda opened: self._opened(opened, step),
            )

    def exchange(self) -> None:
        """Let source and target change places."""
        if self.document.source or self.document.target:
            self._push(told("Exchange source and target"), self.document.swapped())

    # -- files --------------------------------------------------------------------------------

    def export(
        self,
        path: Path,
        writing: Writing,
        then: Callable[[Exported], None] | None = None,
    ) -> None:
        """Render at the target's own resolution and write a picture file.

        Then call `then` with what was written, or tell it in one sentence.
        """
        document = self.document

        def tell(exported: Exported) -> None:
            words = tr("Exported {path}", path=exported.path)
            self.noticed.emit("; ".join((words, *map(said, exported.notes))))

        self._submit(
            "export",
            tr("Exporting {name}", name=path.name),
            lambda engine, task: engine.export(document, path, writing, task),
            then or tell,
        )

    def save_project(self, path: Path) -> None:
        """Write the document and its snapshots as a project file."""
        document, snapshots = self.document, self.snapshots

        def saved(written: Path) -> None:
            self.project_path = written
            remember_project(written)
            self._saved_snapshots = snapshots
            if self.document == document:
                self.stack.setClean()
            self.project_changed.emit()
            self.noticed.emit(tr("Saved {path}", path=written))

        title = tr("Saving {name}", name=path.name)
        self._submit("save", title, lambda e, _: e.save_project(document, path, snapshots), saved)

    def open_project(self, path: Path) -> None:
        """Read a project file in place of the document."""
        folder = pasted_folder()
        self._submit(
            "open",
            tr("Opening {name}", name=path.name),
            lambda engine, _: engine.open_project(path, folder),
            self._project_opened,
        )

    def take_up(
        self, document: Document, snapshots: tuple[Snapshot, ...], path: Path | None
    ) -> None:
        """Put work that was never saved in place of what is open; `path` is its project's."""
        self._make_room(snapshots, path)
        self._saved_snapshots = ()
        self.stack.resetClean()
        self._put(document)
        self.project_changed.emit()

    @property
    def unsaved(self) -> bool:
        """Whether the document or its snapshots differ from what is in the project file."""
        return not self.stack.isClean() or self.snapshots != self._saved_snapshots

    def keep_snapshots(self, snapshots: tuple[Snapshot, ...]) -> None:
        """Have these snapshots from now on.

        They are no steps: who goes back in the history still compares with what was kept later.
        """
        self.snapshots = snapshots
        self.snapshots_changed.emit()

    # -- inside -------------------------------------------------------------------------------

    def _project_opened(self, project: ProjectOpened) -> None:
        for opened in project.pictures:
            self.shelf.put(opened)
        self._make_room(project.snapshots, project.path)
        remember_project(project.path)
        self._put(project.document)
        self.project_changed.emit()
        for note in project.notes:
            self.noticed.emit(said(note))

    def _make_room(self, snapshots: tuple[Snapshot, ...], path: Path | None) -> None:
        if self.unsaved:
            self.leaving.emit()
        self._saved_snapshots = snapshots
        self.keep_snapshots(snapshots)
        self.stack.clear()
        self.project_path = path

    def _open(self, role: Role, title: str, work: Callable[..., Opened]) -> None:
        self._submit(f"open {role}", title, lambda engine, _: work(engine), self._opened)

    def _opened(self, opened: Opened, step: str = "") -> None:
        self.shelf.put(opened)
        self.look_for_faces_in(None)
        picture = opened.view.picture
        name = told("Pasted picture") if picture.embedded else picture.path.name
        words = step or told(OPEN_STEPS[opened.role], name=name)
        after = self.document.with_picture(opened.role, picture)
        if after == self.document:  # opened again, perhaps because the file has changed
            self.picture_changed.emit(opened.role)
            self._show_rendered(None)
            self._render()
        else:
            self._push(words, after)
