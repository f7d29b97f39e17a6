"""What the canvas says while there is nothing to see: what this is, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from faceswap_gui.gui.language import follow, mark, say, tr
from faceswap_gui.project.document import Document

_STEPS = (
    mark("Drop a portrait on <b>Source</b>: the face to use."),
    mark("Drop a photograph on <b>Target</b>: it keeps its pose, expression and light."),
    mark("The swap appears here. Move the sliders, compare, export."),
)

_WIDTH = 520
"""Of the steps at most, in the window's units; in a small window they are wrapped."""


class EmptyState(QFrame):
    """Three steps and a sample pair one click away."""

    wants_sample = Signal()
    """The person would like to see the sample pair."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        title = QLabel()
        title.setObjectName("title")
        title.setWordWrap(True)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        say(title, title.setText, "Put one portrait's face on another photograph")
        self._steps = [QLabel() for _ in _STEPS]
        self._column = QWidget()
        step_layout = QVBoxLayout(self._column)
        step_layout.setContentsMargins(0, 0, 0, 0)
        step_layout.setSpacing(10)
        for label in self._steps:
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setWordWrap(True)
            step_layout.addWidget(label)
        self._sample = QPushButton()
        self._sample.setObjectName("primary")
        self._sample.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._sample.clicked.connect(self.wants_sample)
        say(self._sample, self._sample.setText, "Try the sample pair")
        layout = QVBoxLayout(self)
        layout.setSpacing(20)
        layout.addStretch()
        layout.addWidget(title)
        layout.addLayout(_in_the_middle(self._column))
        layout.addLayout(_in_the_middle(self._sample))
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
        # As wide as the longest step: the whole block then stands in the middle.
        self._column.setMaximumWidth(min(_WIDTH, max(map(_unwrapped_width, self._steps))))


def _in_the_middle(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row


def _unwrapped_width(label: QLabel) -> int:
    label.setWordWrap(False)
    width = label.sizeHint().width()
    label.setWordWrap(True)
    return width
