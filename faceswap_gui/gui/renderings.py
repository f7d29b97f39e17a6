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
    failed = Signal(object)
    """A `Failure`."""

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self.document = Document()
        self.rendered: Rendered | None = None
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

    def _given_up(self, job: Job) -> None:
        # Escape gives up all that runs and waits. Who meant an export still wants the picture.
        if job.kind not in _OF_THE_PREVIEW:
            self._render()
            self._rest.start()

    def _show_if_current(self, rendered: Rendered) -> None:
        # During a drag the newest finished picture is shown though the slider has moved on.
        if self.document.complete and path_of(rendered.document.target) == path_of(
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


def path_of(picture: Picture | None) -> Path | None:
    """Return where a picture lies; None where there is none."""
    return picture.path if picture is not None else None
