"""The batch's dock: its pictures, what can be done with them, how far it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from faceswap_gui.gui import dialogs
from faceswap_gui.gui.batch.desk import BatchDesk
from faceswap_gui.gui.batch.list import BatchList
from faceswap_gui.gui.batch.time_left import time_left
from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.language import follow, mark, say, tr
from faceswap_gui.gui.panes.dropping import local_files
from faceswap_gui.gui.rights import Rights
from faceswap_gui.gui.studio import Studio
from faceswap_gui.project.batch.jobs import State


class BatchPanel(QWidget):
    """Takes pictures by dialog and drop, starts and stops, opens what is done."""

    def __init__(
        self, studio: Studio, desk: BatchDesk, rights: Rights, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("batchPanel")
        self.setAcceptDrops(True)
        self._studio, self._desk, self._rights = studio, desk, rights
        self._list = BatchList()
        self._list.itemSelectionChanged.connect(self._enable)
        self._list.itemDoubleClicked.connect(lambda *_: self.open_result())
        self._add = _button("addToBatch", "add", self.ask_for_pictures)
        self._open = _button("openBatchResult", "picture", self.open_result)
        self._again = _button("batchAgain", "reset", self._do_again)
        self._remove = _button("removeFromBatch", "close", self._take_out)
        self._everyone = QCheckBox()
        self._everyone.setObjectName("batchEveryFace")
        self._words = QLabel()
        self._words.setObjectName("batchProgress")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self._start = QPushButton()
        self._start.setObjectName("startBatch")
        self._start.clicked.connect(self._start_or_stop)
        self._lay_out()
        desk.changed.connect(self.show_batch)
        studio.document_changed.connect(self._enable)
        follow(self, self.show_batch)

    def sizeHint(self) -> QSize:
        """Return a height that shows a few lines and leaves the preview its room."""
        return QSize(600, 180)

    # -- what the person does -----------------------------------------------------------------

    def ask_for_pictures(self) -> None:
        """Ask for pictures and for the folder of their results, and queue them."""
        self.add(dialogs.ask_pictures(self))

    def add(self, targets: list[Path]) -> None:
        """Queue pictures, their results in a folder that is asked for."""
        folder = dialogs.ask_folder(self, "batch") if targets else None
        if folder is not None:
            self._desk.add(targets, folder, every_face=self._everyone.isChecked())

    def open_result(self) -> None:
        """Show the selected picture's result in the system's own program for it."""
        for job in self._list.selected()[:1]:
            if job.output.is_file():
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(job.output)))

    def _do_again(self) -> None:
        self._desk.again(self._list.selected())

    def _take_out(self) -> None:
        self._desk.remove(self._list.selected())

    def _start_or_stop(self) -> None:
        if self._desk.running:
            self._desk.stop()
        else:
            self._rights.when_agreed(self._desk.start)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files once there is a face to put on them."""
        if local_files(event.mimeData()) and self._studio.document.source is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Queue the files that were dropped."""
        event.acceptProposedAction()
        self.add(local_files(event.mimeData()))

    # -- what it looks like -------------------------------------------------------------------

    def show_batch(self) -> None:
        """Show the pictures as they are now, and how far the batch is."""
        desk = self._desk
        self._list.show_entries(desk.entries, desk.doing)
        outlook = desk.outlook
        self._bar.setVisible(desk.running)
        self._bar.setRange(0, outlook.total if outlook else 0)
        self._bar.setValue(outlook.settled if outlook else 0)
        self._words.setText(self._progress())
        self._start.setText(tr("Stop") if desk.running else tr("Start"))
        self._enable()

    def _progress(self) -> str:
        outlook = self._desk.outlook
        if self._desk.running and outlook is not None:
            return tr(
                "{settled} of {total} · about {time} left",
                settled=outlook.settled,
                total=outlook.total,
                time=time_left(outlook.seconds_left),
            )
        failed = sum(entry.state is State.FAILED for entry in self._desk.entries)
        words = tr("{number} waiting", number=self._desk.waiting())
        return f"{words} · {tr('{number} failed', number=failed)}" if failed else words

    def _enable(self, _changed: object = None) -> None:
        selected = self._list.selected()
        self._add.setEnabled(self._studio.document.source is not None)
        self._open.setEnabled(len(selected) == 1 and selected[0].output.is_file())
        for button in (self._again, self._remove):
            button.setEnabled(any(job != self._desk.doing for job in selected))
        self._start.setEnabled(self._desk.running or self._desk.waiting() > 0)

    def _lay_out(self) -> None:
        for button, words, tip in (
            (
                self._add,
                mark("Add pictures…"),
                mark("Queue pictures for the source and the controls as they are now"),
            ),
            (
                self._open,
                mark("Open result"),
                mark("Show the selected result in the system's program for it"),
            ),
            (
                self._again,
                mark("Do again"),
                mark("Let the selected pictures wait to be done anew"),
            ),
            (
                self._remove,
                mark("Remove"),
                mark("Take the selected pictures out; what was written stays"),
            ),
        ):
            say(button, button.setText, words)
            say(button, button.setToolTip, tip)
        say(self._everyone, self._everyone.setText, "All faces")
        say(
            self._everyone,
            self._everyone.setToolTip,
            "In the pictures added from now on, put the face on everybody instead of on the "
            "largest face alone",
        )
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 8)
        row.setSpacing(4)
        for button in (self._add, self._open, self._again, self._remove):
            row.addWidget(button)
        row.addWidget(self._everyone)
        row.addStretch()
        row.addWidget(self._start)
        # A line of its own: its words are long while the batch runs, and would press the preview.
        how_far = QHBoxLayout()
        how_far.setContentsMargins(12, 4, 12, 0)
        how_far.addWidget(self._words)
        how_far.addWidget(self._bar, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._list, 1)
        layout.addLayout(how_far)
        layout.addLayout(row)


def _button(name: str, drawing: str, do: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setIcon(icon(drawing))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.clicked.connect(lambda _checked: do())
    return button
