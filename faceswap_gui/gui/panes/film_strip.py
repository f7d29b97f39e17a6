"""The pictures that were dropped on a pane together, to try one after the other."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from faceswap_gui.gui.language import say

_SIDE = 52


class FilmStrip(QListWidget):
    """A row of thumbnails; hidden while there are fewer than two."""

    chosen = Signal(object)
    """The `Path` of the picture that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setIconSize(QSize(_SIDE, _SIDE))
        self.setFixedHeight(_SIDE + 26)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        say(self, self.setAccessibleName, "Pictures dropped here")
        self.hide()

    def show_paths(self, paths: list[Path]) -> None:
        """Offer other pictures; their thumbnails come by `show_thumbnail`."""
        self.clear()
        for path in paths:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, path)
            item.setToolTip(path.name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, path.name)
            item.setSizeHint(QSize(_SIDE + 8, _SIDE + 8))
            self.addItem(item)
        self.setVisible(len(paths) > 1)

    def show_thumbnail(self, path: Path, image: QImage) -> None:
        """Show a picture's thumbnail, if it is still on offer."""
        for item in self._items():
            if item.data(Qt.ItemDataRole.UserRole) == path:
                pixmap = QPixmap.fromImage(image)
                icon = QIcon(pixmap)
                icon.addPixmap(pixmap, QIcon.Mode.Selected)  # Qt would tint it otherwise
                item.setIcon(icon)

    def mark_open(self, path: Path | None) -> None:
        """Mark the picture that is open in the pane."""
        for item in self._items():
            item.setSelected(item.data(Qt.ItemDataRole.UserRole) == path)

    def paths(self) -> list[Path]:
        """Return the pictures on offer."""
        return [item.data(Qt.ItemDataRole.UserRole) for item in self._items()]

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
