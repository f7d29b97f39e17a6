"""The batch's pictures as a list: each with its state in an icon and in words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.language import mark, say, tr
from faceswap_gui.gui.theme import theme
from faceswap_gui.gui.wording import said
from faceswap_gui.project.batch.jobs import Entry, Job, State

_WORDS = {
    State.WAITING: mark("waiting"),
    State.DONE: mark("done"),
    State.KEPT: mark("kept: it was there already"),
    State.FAILED: mark("failed: {why}"),
}
_ICONS = {
    State.WAITING: "waiting",
    State.DONE: "done",
    State.KEPT: "done",
    State.FAILED: "warning",
}
_DOING = mark("being done")
_JOB = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_SHARES = (0.32, 0.32)
"""Of the width, for all columns but the last, which has the rest."""


class BatchList(QTreeWidget):
    """One line a picture: its name, its state and where its result goes."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("batchList")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # how a name ends tells its kind
        self.setColumnCount(3)
        self.setItemDelegateForColumn(1, _FromTheBeginning(self))
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        say(self, self.setAccessibleName, "Pictures of the batch")

    def show_entries(self, entries: list[Entry], doing: Job | None) -> None:
        """Show the batch; what was selected stays selected."""
        self.setHeaderLabels([tr("Picture"), tr("State"), tr("Result")])
        selected = {job.output for job in self.selected()}
        while self.topLevelItemCount() > len(entries):
            self.takeTopLevelItem(self.topLevelItemCount() - 1)
        for row, entry in enumerate(entries):
            item = self.topLevelItem(row) or QTreeWidgetItem(self)
            _show(item, entry, entry.job == doing)
            item.setSelected(entry.job.output in selected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let every column keep its share of the width, also after one was dragged."""
        super().resizeEvent(event)
        before, now = event.oldSize().width(), event.size().width()
        for column, share in enumerate(_SHARES):
            had = self.columnWidth(column) / before if before > 0 else share
            self.setColumnWidth(column, round(had * now))

    def selected(self) -> list[Job]:
        """Return the jobs of the selected lines."""
        return [item.data(0, _JOB) for item in self.selectedItems()]


class _FromTheBeginning(QStyledItemDelegate):
    """Cuts sentences at their end, where names are cut in the middle."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Prepare a cell for painting."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight


def _show(item: QTreeWidgetItem, entry: Entry, doing: bool) -> None:
    job = entry.job
    words = tr(_DOING) if doing else tr(_WORDS[entry.state]).format(why=said(entry.why))
    item.setData(0, _JOB, job)
    name = job.target.name
    if job.target_face is None:
        name = tr("{name} (all faces)", name=name)
    for column, text in enumerate((name, words, _short(job.output))):
        item.setText(column, text)
    colours = theme.colours
    colour = {State.DONE: colours.good, State.FAILED: colours.bad}.get(entry.state)
    item.setIcon(1, icon("play" if doing else _ICONS[entry.state], colour))
    item.setToolTip(0, str(job.target))
    item.setToolTip(1, words)
    item.setToolTip(2, str(job.output))


def _short(path: Path) -> str:
    """Return the folder and the name, which tell enough; the tip has it all."""
    return str(Path(path.parent.name) / path.name)
