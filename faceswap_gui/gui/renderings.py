"""The renderings of the open document: asked for when it changes, drafts first, then whole.

Everything here runs in the window's thread and returns at once.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from faceswap_gui.gui.language import tr
from faceswap_gui.gui.messages import Measured, Rendered, TransportPicture
from faceswap_gui.gui.worker import Job, Worker
from faceswap_gui.project.document import Document, Picture

_REST = 250
"""Milliseconds without a new picture after which drafts are finished and levels measured."""
_OF_THE_PREVIEW = ("render", "measure", "transport")
"""Jobs that the picture on show is made with: who gives up these alone does not want them."""


class Renderings(QObject):
    """A document, what was last rendered of it, and the jobs that make the next picture."""

    rendered_changed = Signal(object)
    """A `Rendered` is there, or None: the target has changed and nothing fits it yet."""
    measured_changed = Signal(object)
    """A `Measured` of the rendering on show is there, or None."""
    stopped_changed = Signal(bool)
    """Whether the person gave up the picture of the document as it is: what is on show is none."""
    unmeasured_changed = Signal(bool)
    """Whether the person gave up the measuring of the picture on show."""
    failed = Signal(object)
    """A `Failure`."""

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self.document = Document()
        self.rendered: Rendered | None = None
        self.stopped = False
        """Whether the picture of the document as it is was given up."""
        self.unmeasured = False
        """Whether the measuring of the picture on show was given up."""
        self._asked: Job | None = None
        """The last job that was to make the picture of the document."""
        # Finishing and measuring would delay the next picture of a drag: they wait for a rest.
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._finish)
        worker.given_up.connect(self._given_up)

    def warm_up(self) -> None:
        """Let the worker load the networks before they are needed."""
        self._submit("warm up", tr("Loading the networks"), lambda *_: None, lambda _: None)

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

    def render_again(self) -> None:
        """Make the picture of the document that was given up, or measure it."""
        if self.stopped:
            self._render()
        elif self.unmeasured:
            self._finish()

    def _render(self) -> None:
        document = self.document
        self._tell_stopped(False)
        if not document.complete:
            self._stop_asking()
            self._show_rendered(None)
        elif self._on_show:
            self._stop_asking()
            self._rest.start()
        else:
            self._ask(
                tr("Rendering"),
                lambda engine, task: engine.render(document, task, draft=True),
            )

    @property
    def _on_show(self) -> bool:
        """Whether the picture on show is that of the document, if only as a draft."""
        return self.rendered is not None and self.rendered.document == self.document

    def _finish(self) -> None:
        """After a rest: render what is only a draft, measure what is finished."""
        document, rendered = self.document, self.rendered
        if rendered is None or rendered.document != document:
            return
        if rendered.is_draft:
            self._ask(
                tr("Rendering at full size"),
                lambda engine, task: engine.render(document, task),
                yields=True,
            )
        else:
            self._tell_unmeasured(False)
            self._submit(
                "measure",
                tr("Measuring the levels"),
                lambda engine, task: engine.measure(document, task),
                self._measured,
            )

    def _given_up(self, job: Job) -> None:
        # Escape gives up all that runs and waits. Who meant an export still wants the picture.
        if job.kind not in _OF_THE_PREVIEW:
            self._render()
        elif job is self._asked:
            self._tell_stopped(self.document.complete)
        elif job.kind == "measure":
            self._tell_unmeasured(self._on_show)

    def _tell_stopped(self, stopped: bool) -> None:
        if stopped is not self.stopped:
            self.stopped = stopped
            self.stopped_changed.emit(stopped)

    def _tell_unmeasured(self, unmeasured: bool) -> None:
        if unmeasured is not self.unmeasured:
            self.unmeasured = unmeasured
            self.unmeasured_changed.emit(unmeasured)

    def _show_if_current(self, rendered: Rendered) -> None:
        # During a drag the newest finished picture is shown though the slider has moved on, but
        # never in place of that of the document: who undoes a step at once sees it undone.
        is_current = rendered.document == self.document
        if is_current or (self._is_of_target(rendered) and not self._on_show):
            self._show_rendered(rendered)
        if is_current:
            self._tell_stopped(False)  # it was finished before it could be given up

    def _is_of_target(self, rendered: Rendered) -> bool:
        shown, meant = rendered.document.target, self.document.target
        return self.document.complete and path_of(shown) == path_of(meant)

    def _show_rendered(self, rendered: Rendered | None) -> None:
        if rendered is self.rendered:
            return
        self.rendered = rendered
        self._tell_unmeasured(False)  # this one will be measured after a rest
        self.rendered_changed.emit(rendered)
        if rendered is None:
            self.measured_changed.emit(None)
        else:
            self._rest.start()

    def _measured(self, measured: Measured) -> None:
        if measured.document == self.document:
            self._tell_unmeasured(False)  # it was finished before it could be given up
            self.measured_changed.emit(measured)

    def _ask(self, title: str, work: Callable[..., Rendered], *, yields: bool = False) -> None:
        """Have the picture of the document made."""
        self._asked = self._submit("render", title, work, self._show_if_current, yields=yields)

    def _stop_asking(self) -> None:
        self._asked = None  # nobody gave it up: it is no longer of use
        self.worker.cancel("render")

    def _submit(
        self,
        kind: str,
        title: str,
        work: Callable[..., object],
        done: Callable[..., None],
        *,
        yields: bool = False,
    ) -> Job:
        job = Job(kind, title, work, done, self.failed.emit, yields)
        self.worker.submit(job)
        return job


def path_of(picture: Picture | None) -> Path | None:
    """Return where a picture lies; None where there is none."""
    return picture.path if picture is not None else None
