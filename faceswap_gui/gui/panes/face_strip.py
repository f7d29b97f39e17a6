"""The faces of a picture as a row of small pictures to choose from."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QToolButton, QWidget

from faceswap_gui.gui.language import say, tr
from faceswap_gui.gui.messages import PictureView

_SIDE = 40


class FaceStrip(QScrollArea):
    """One button a face; hidden where there is nothing to choose."""

    picked = Signal(int)
    """The index of the face that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_SIDE + 22)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its faces have it
        self._view: PictureView | None = None
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.picked)
        say(self, self.setAccessibleName, "Faces in the picture")
        self.hide()

    def show_faces(self, view: PictureView | None, face: int) -> None:
        """Offer the faces of a picture, the one that is meant pressed."""
        if view is self._view and view is not None:
            self._group.button(face).setChecked(True)  # who chose it by key keeps the focus
            return
        self._view = view
        for button in self._group.buttons():
            self._group.removeButton(button)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(4)
        for index, image in enumerate(view.faces if view else ()):
            button = self._button(QIcon(QPixmap.fromImage(image)), index)
            button.setChecked(index == face)
            layout.addWidget(button)
        layout.addStretch()
        self.setWidget(row)
        self.setVisible(view is not None and len(view.faces) > 1)

    def _button(self, picture: QIcon, index: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(picture)
        button.setIconSize(QSize(_SIDE, _SIDE))
        button.setCheckable(True)
        button.setToolTip(tr("Use face {number}", number=index + 1))
        button.setAccessibleName(tr("Face {number}", number=index + 1))
        self._group.addButton(button, index)
        return button
