"""The snapshots above the history: taken, compared with, gone back to, removed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.language import mark, say
from faceswap_gui.gui.snapshots import Snapshots
from faceswap_gui.project.snapshot import Snapshot

_SNAPSHOT = Qt.ItemDataRole.UserRole
_LINES = 4
"""Seen at once, at most; more are scrolled to."""


class SnapshotList(QWidget):
    """Names in a list, hidden while there is none, with their buttons above."""

    def __init__(self, snapshots: Snapshots, take: QAction) -> None:
        super().__init__()
        self._snapshots = snapshots
        self._list = QListWidget()
        self._list.setObjectName("snapshotList")
        self._list.setIconSize(QSize(16, 16))
        self._list.itemSelectionChanged.connect(self._enable)
        self._list.itemDoubleClicked.connect(lambda _item: self._go_to())
        take_button = QToolButton()
        take_button.setObjectName("takeSnapshot")
        take_button.setDefaultAction(take)
        self._compare = _button("compareSnapshot", "wipe", self._toggle)
        self._compare.setCheckable(True)
        self._restore = _button("restoreSnapshot", "undo", self._go_to)
        self._remove = _button("removeSnapshot", "close", self._take_out)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 10, 0)
        row.setSpacing(2)
        for button in (take_button, self._compare, self._restore, self._remove):
            row.addWidget(button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._list)
        self._name_all()
        snapshots.changed.connect(self.show_snapshots)
        self.show_snapshots()

    def show_snapshots(self) -> None:
        """Show what is kept; what was selected stays so, and of new ones the last is."""
        snapshots, chosen = self._snapshots, self._chosen()
        grown = len(snapshots.kept) > self._list.count()
        with QSignalBlocker(self._list):
            self._list.clear()
            for snapshot in snapshots.kept:
                item = QListWidgetItem(snapshot.name, self._list)
                item.setData(_SNAPSHOT, snapshot)
                item.setIcon(icon("wipe" if snapshot is snapshots.compared else "picture"))
                item.setToolTip(snapshot.name)
                item.setSelected(snapshot is chosen and not grown)
            if grown:
                self._list.setCurrentRow(self._list.count() - 1)
        lines = min(_LINES, self._list.count())
        self._list.setFixedHeight(lines * max(22, self._list.sizeHintForRow(0)) + 4)
        self._list.setVisible(lines > 0)
        self._enable()

    def _chosen(self) -> Snapshot | None:
        for item in self._list.selectedItems():
            chosen: Snapshot = item.data(_SNAPSHOT)
            return next((kept for kept in self._snapshots.kept if kept is chosen), None)
        return None

    def _toggle(self) -> None:
        chosen = self._chosen()
        self._snapshots.compare(None if chosen is self._snapshots.compared else chosen)

    def _go_to(self) -> None:
        if (chosen := self._chosen()) is not None:
            self._snapshots.go_to(chosen)

    def _take_out(self) -> None:
        if (chosen := self._chosen()) is not None:
            self._snapshots.remove(chosen)

    def _enable(self) -> None:
        chosen = self._chosen()
        for button in (self._compare, self._restore, self._remove):
            button.setEnabled(chosen is not None)
        self._compare.setChecked(chosen is not None and chosen is self._snapshots.compared)

    def _name_all(self) -> None:
        say(self._list, self._list.setAccessibleName, "Snapshots")
        for button, words in (
            (self._compare, mark("Compare the result with this snapshot")),
            (self._restore, mark("Go back to this snapshot")),
            (self._remove, mark("Forget this snapshot")),
        ):
            say(button, button.setToolTip, words)
            say(button, button.setAccessibleName, words)


def _button(name: str, drawing: str, do: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setIcon(icon(drawing))
    button.clicked.connect(lambda _checked: do())
    return button
