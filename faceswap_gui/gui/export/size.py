"""How large the exported file will be: found by writing it, not by guessing."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from faceswap_gui.gui.export.options import OutputOptions
from faceswap_gui.gui.language import follow, tr
from faceswap_gui.gui.messages import Estimate, Failure
from faceswap_gui.gui.studio import Studio
from faceswap_gui.gui.wording import said, words_of
from faceswap_gui.gui.worker import Job

_KIND = "estimate"
_CALM = 250
"""Milliseconds after the last change until the file is tried."""


class FileSize(QLabel):
    """Says the size of the file that the options make of the document, while it is visible."""

    def __init__(
        self, studio: Studio, options: OutputOptions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportSize")
        self.setWordWrap(True)
        self._studio, self._options = studio, options
        self._estimate: Estimate | None = None
        self._trouble = ""
        self._timer = QTimer(self, singleShot=True, interval=_CALM)
        self._timer.timeout.connect(self._measure)
        options.changed.connect(self.measure)
        studio.document_changed.connect(lambda _document: self.measure())
        studio.worker.given_up.connect(self._given_up)
        follow(self, self._tell)

    def measure(self) -> None:
        """Find the size anew, after the person's last change."""
        self._estimate, self._trouble = None, ""
        self._tell()
        if self.isVisible() and self._studio.document.complete:
            self._timer.start()

    def _measure(self) -> None:
        document, options = self._studio.document, self._options.options()
        suffix = self._options.format.suffix

        def done(estimate: Estimate) -> None:
            if (document, options, suffix) == (
                self._studio.document,
                self._options.options(),
                self._options.format.suffix,
            ):
                self._estimate = estimate
                self._tell()

        self._studio.worker.submit(
            Job(
                _KIND,
                tr("Measuring the file"),
                lambda engine, task: engine.estimate(document, suffix, options, task),
                done,
                self._failed,
                background=True,
            )
        )

    def _given_up(self, job: Job) -> None:
        if job.kind == _KIND:
            self._trouble = "–"
            self._tell()

    def _failed(self, failure: Failure) -> None:
        self._trouble = words_of(failure)
        self._tell()

    def _tell(self) -> None:
        estimate = self._estimate
        if self._trouble or estimate is None:
            self.setText(self._trouble or tr("Measuring the file…"))
            return
        facts = [
            QLocale().formattedDataSize(estimate.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat),
            f"{estimate.width} × {estimate.height}",
            tr("{bits} bits", bits=estimate.bits),
        ]
        self.setText("\n".join([" · ".join(facts), *map(said, estimate.notes)]))
