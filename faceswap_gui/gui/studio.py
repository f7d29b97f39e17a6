"""The open document and everything that can be done to it.

The window's parts call the studio and listen to it; they know nothing of each other, of the
worker or of the undo stack. Everything here runs in the window's thread and returns at once.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QUndoStack

from faceswap_gui.faces.edits import Box
from faceswap_gui.gui.folders import pasted_folder
from faceswap_gui.gui.language import tr
from faceswap_gui.gui.messages import (
    Exported,
    ExportOptions,
    Failure,
    Measured,
    Opened,
    ProjectOpened,
    Rendered,
    TransportPicture,
)
from faceswap_gui.gui.recent import remember_project
from faceswap_gui.gui.shelf import Shelf
from faceswap_gui.gui.step_names import FACE_STEPS, OPEN_STEPS, POINT_STEPS
from faceswap_gui.gui.undo import StepCommand
from faceswap_gui.gui.worker import Job, Worker
from faceswap_gui.pipeline.settings import Settings, control
from faceswap_gui.project.document import Document, Picture, Role
from faceswap_gui.project.history import Step

_REST = 250
"""Milliseconds without a new picture after which drafts are finished and levels measured."""


class Studio(QObject):
    """One open document, its history, its pictures on the screen and its jobs."""

    document_changed = Signal(object)
    """The `Document` is another now."""
    picture_changed = Signal(object)
    """The picture of that `Role` is another, or its view has become available."""
    rendered_changed = Signal(object)
    """A `Rendered` is there, or None: the target has changed and nothing fits it yet."""
    measured_changed = Signal(object)
    """A `Measured` of the rendering on show is there, or None."""
    failed = Signal(object)
    """A `Failure`."""
    faceless_found = Signal(object)
    """A picture was opened in which no face was found: an `Opened` without faces."""
    faceless_changed = Signal()
    """Another picture without a face, or none, is looked at to point one out."""
    noticed = Signal(str)
    """Good or neutral news in one sentence."""
    project_changed = Signal()
    """The document was saved, or has another name."""

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self.stack = QUndoStack(self)
        self.shelf = Shelf()
        self.document = Document()
        self.rendered: Rendered | None = None
        self.faceless: Opened | None = None
        """The picture without a face that is looked at, though it is not in the document."""
        self.project_path: Path | None = None
        # Finishing and measuring would delay the next picture of a drag: they wait for a rest.
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._finish)

    def warm_up(self) -> None:
        """Let the worker load the networks before they are needed."""
        self._submit("warm up", tr("Loading the networks"), lambda *_: None, lambda _: None)

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
            f"thumbnail {path}", title, lambda e, _: e.thumbnail(path), show, lambda _failure: None
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
            self._push(tr(words, number=face + 1), self.document.with_face(role, face))

    def point_out(self, role: Role, box: Box) -> None:
        """Look for a face that was missed, in that box of the picture, and mean it."""
        picture, step = self.document.picture(role), tr(POINT_STEPS[role])
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
            self._push(tr("Exchange source and target"), self.document.swapped())

    # -- settings -----------------------------------------------------------------------------

    def set_control(self, name: str, value: float, gesture: str | None = None) -> None:
        """Give one control another value; steps of one gesture become one step of history."""
        if value != self.document.settings.value(name):
            step = f"{tr(control(name).label)} {value:.2f}"
            self._push(step, self.document.with_control(name, value), gesture)

    def apply_settings(self, settings: Settings, step: str) -> None:
        """Give all controls other values in one step."""
        after = Document(
            source=self.document.source, target=self.document.target, settings=settings
        )
        if after != self.document:
            self._push(step, after)

    def change(self, name: str, after: Document, gesture: str | None = None) -> None:
        """Put another document in place as a step; steps of one gesture become one."""
        if after != self.document:
            self._push(name, after, gesture)

    # -- files --------------------------------------------------------------------------------

    def export(
        self,
        path: Path,
        options: ExportOptions,
        then: Callable[[Exported], None] | None = None,
    ) -> None:
        """Render at the target's own resolution and write a picture file.

        Then call `then` with what was written, or tell it in one sentence.
        """
        document = self.document

        def tell(exported: Exported) -> None:
            words = tr("Exported {path}", path=exported.path)
            self.noticed.emit("; ".join((words, *map(tr, exported.notes))))

        self._submit(
            "export",
            tr("Exporting {name}", name=path.name),
            lambda engine, task: engine.export(document, path, options, task),
            then or tell,
        )

    def save_project(self, path: Path) -> None:
        """Write the document as a project file."""
        document = self.document

        def saved(written: Path) -> None:
            self.project_path = written
            remember_project(written)
            if self.document == document:
                self.stack.setClean()
            self.project_changed.emit()
            self.noticed.emit(tr("Saved {path}", path=written))

        title = tr("Saving {name}", name=path.name)
        self._submit("save", title, lambda e, _: e.save_project(document, path), saved)

    def open_project(self, path: Path) -> None:
        """Read a project file in place of the document."""
        folder = pasted_folder()
        self._submit(
            "open",
            tr("Opening {name}", name=path.name),
            lambda engine, _: engine.open_project(path, folder),
            self._project_opened,
        )

    def restore(self, document: Document, name: str) -> None:
        """Put a document that was kept aside in place, as a step that can be undone."""
        self._push(name, document)

    # -- looking inside -----------------------------------------------------------------------

    def look_up_transport(
        self, level: int, show: Callable[[TransportPicture | None], None]
    ) -> None:
        """Have it drawn how far a level's mapping moved features; None while nothing fits yet."""
        document = self.document
        self._submit(
            "transport",
            tr("Drawing the transport map"),
            lambda engine, _: engine.transport(document, level),
            show,
        )

    # -- inside -------------------------------------------------------------------------------

    def _project_opened(self, project: ProjectOpened) -> None:
        for opened in project.pictures:
            self.shelf.put(opened)
        self.stack.clear()
        self.project_path = project.path
        remember_project(project.path)
        self._put(project.document)
        self.project_changed.emit()
        for note in project.notes:
            self.noticed.emit(tr(note))

    def _open(self, role: Role, title: str, work: Callable[..., Opened]) -> None:
        self._submit(f"open {role}", title, lambda engine, _: work(engine), self._opened)

    def _opened(self, opened: Opened, step: str = "") -> None:
        self.shelf.put(opened)
        self.look_for_faces_in(None)
        picture = opened.view.picture
        name = tr("Pasted picture") if picture.embedded else picture.path.name
        words = step or tr(OPEN_STEPS[opened.role], name=name)
        after = self.document.with_picture(opened.role, picture)
        if after == self.document:  # opened again, perhaps because the file has changed
            self.picture_changed.emit(opened.role)
            self._show_rendered(None)
            self._render()
        else:
            self._push(words, after)

    def _push(self, name: str, after: Document, gesture: str | None = None) -> None:
        step = Step(name, self.document, after, gesture)
        self.stack.push(StepCommand(step, self._put))

    def _put(self, document: Document) -> None:
        before, self.document = self.document, document
        self.document_changed.emit(document)
        for role in Role:
            if _on_show(document.picture(role)) != _on_show(before.picture(role)):
                self._show_picture(role)
        if _path(document.target) != _path(before.target):
            self._show_rendered(None)
        self._render()

    def _show_picture(self, role: Role) -> None:
        picture = self.document.picture(role)
        if picture is not None and self.shelf.get(picture) is None:
            # Undone back to a picture that has left the shelf: fetch it, without a step.
            self._submit(
                f"open {role}",
                tr("Opening {name}", name=picture.path.name),
                lambda engine, _: engine.open(role, picture),
                lambda opened: self._fetched(role, opened),
            )
        self.picture_changed.emit(role)

    def _fetched(self, role: Role, opened: Opened) -> None:
        self.shelf.put(opened)
        self.picture_changed.emit(role)

    def _render(self) -> None:
        document = self.document
        if not document.complete:
            self.worker.cancel("render")
            self._show_rendered(None)
            return
        if self.rendered is not None and self.rendered.document == document:
            return
        self._submit(
            "render",
            tr("Rendering"),
            lambda engine, task: engine.render(document, task, draft=True),
            self._show_if_current,
        )

    def _finish(self) -> None:
        """After a rest: render what is only a draft, measure what is finished."""
        document, rendered = self.document, self.rendered
        if rendered is None or rendered.document != document:
            return
        if rendered.is_draft:
            self._submit(
                "render",
                tr("Rendering at full size"),
                lambda engine, task: engine.render(document, task),
                self._show_if_current,
                yields=True,
            )
        else:
            self._submit(
                "measure",
                tr("Measuring the levels"),
                lambda engine, _: engine.measure(document),
                self._measured,
            )

    def _show_if_current(self, rendered: Rendered) -> None:
        # During a drag the newest finished picture is shown though the slider has moved on.
        if self.document.complete and _path(rendered.document.target) == _path(
            self.document.target
        ):
            self._show_rendered(rendered)

    def _show_rendered(self, rendered: Rendered | None) -> None:
        if rendered is self.rendered:
            return
        self.rendered = rendered
        self.rendered_changed.emit(rendered)
        if rendered is None:
            self.measured_changed.emit(None)
        else:
            self._rest.start()

    def _measured(self, measured: Measured | None) -> None:
        if measured is not None and measured.document == self.document:
            self.measured_changed.emit(measured)

    def _submit(
        self,
        kind: str,
        title: str,
        work: Callable[..., object],
        done: Callable[..., None],
        *,
        yields: bool = False,
    ) -> None:
        self.worker.submit(Job(kind, title, work, done, self.failed.emit, yields))


def _on_show(picture: Picture | None) -> Picture | None:
    """Return what the panes show of a picture: not what is painted on it or moved in it."""
    return picture if picture is None else attrs.evolve(picture, edits=())


def _path(picture: Picture | None) -> Path | None:
    return picture.path if picture is not None else None
