"""What the canvas says while there is nothing to see: what this is, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from faceswap_gui.gui.language import follow, mark, say, tr
from faceswap_gui.project.document import Document

_STEPS = (
    mark("Drop a portrait on <b>Source</b>: the face to use."),
    mark("Drop a photograph on <b>Target</b>: it keeps its pose, expression and light."),
    mark("The swap appears here. Move the sliders, compare, export."),
)

_WIDTH = 520


class EmptyState(QFrame):
    """Three steps and a sample pair one click away."""

    wants_sample = Signal()
    """The person would like to see the sample pair."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        title = QLabel()
        title.setObjectName("title")
        say(title, title.setText, "Put one portrait's face on another photograph")
        self._steps = [QLabel() for _ in _STEPS]
        steps = QWidget()
        steps.setFixedWidth(_WIDTH)
        step_layout = QVBoxLayout(steps)
        step_layout.setSpacing(10)
        for label in self._steps:
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setWordWrap(True)
            step_layout.addWidget(label)
        self._sample = QPushButton()
        self._sample.setObjectName("primary")
        self._sample.clicked.connect(self.wants_sample)
        say(self._sample, self._sample.setText, "Try the sample pair")
        button_row = QHBoxLayout()
        button_row.addStretch()
        button_row.addWidget(self._sample)
        button_row.addStretch()
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch()
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(steps, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(button_row)
        layout.addStretch()
        self._document = Document()
        follow(self, self._tell)

    def show_document(self, document: Document) -> None:
        """Tick off the steps that are done."""
        self._document = document
        self._tell()

    def _tell(self) -> None:
        done = (self._document.source is not None, self._document.target is not None, False)
        for number, (label, step, ticked) in enumerate(
            zip(self._steps, _STEPS, done, strict=True), start=1
        ):
            sign = "✓" if ticked else f"{number}."
            label.setText(f"{sign}&nbsp; {tr(step)}")
