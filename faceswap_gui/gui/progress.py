"""What the worker is busy with, how far it is, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.language import mark, say, tr
from faceswap_gui.gui.worker import Job, Worker

_WORTH_SHOWING = 200
"""Milliseconds; what is over sooner would only flicker."""

_STAGES = {
    "detect": mark("finding faces"),
    "prepare": mark("looking at both faces"),
    "reenact": mark("bringing the face into pose"),
    "encode": mark("reading its features"),
    "map": mark("mapping them to the target's"),
    "refine": mark("learning from this pair"),
    "decode": mark("painting the appearance"),
    "composite": mark("putting it into the photograph"),
    "write": mark("writing the file"),
}


class JobProgress(QWidget):
    """A name, a bar and a cancel button; shown only for jobs that last."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobProgress")
        self._worker = worker
        self._job: Job | None = None
        self._title = QLabel()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._cancel = QToolButton()
        self._cancel.setObjectName("cancelJob")
        self._cancel.setIcon(icon("close"))
        self._cancel.clicked.connect(self._give_up)
        say(self._cancel, self._cancel.setToolTip, "Cancel (Esc)")
        say(self._cancel, self._cancel.setAccessibleName, "Cancel")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self._bar, self._title, self._cancel):
            layout.addWidget(widget)
        self._timer = QTimer(self, singleShot=True, interval=_WORTH_SHOWING)
        self._timer.timeout.connect(self.show)
        worker.began.connect(self._began)
        worker.progressed.connect(self._progressed)
        worker.ended.connect(self._ended)
        self.hide()

    def _began(self, job: Job) -> None:
        self._job = job
        self._title.setText(job.title)
        self._bar.setRange(0, 0)
        if self.isHidden():
            self._timer.start()

    def _progressed(self, stage: str, fraction: float) -> None:
        if self._job is None:
            return
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(1000 * fraction))
        words = tr(_STAGES.get(stage, stage))
        self._title.setText(f"{self._job.title}: {words}")

    def _ended(self, job: Job) -> None:
        self._job = None
        if self._worker.idle:
            self._timer.stop()
            self.hide()

    def _give_up(self) -> None:
        self._worker.cancel()
