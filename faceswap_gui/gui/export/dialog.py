"""The export dialog: format, quality, what is written beside the pixels, and the file's size."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from faceswap_gui.gui.export.options import OutputOptions
from faceswap_gui.gui.export.size import FileSize
from faceswap_gui.gui.language import say
from faceswap_gui.gui.studio import Studio


class ExportDialog(QDialog):
    """Stays beside the window: the controls can be moved while the size is watched."""

    def __init__(self, studio: Studio, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.output = OutputOptions()
        self._size = FileSize(studio, self.output)
        self._export: Callable[[], object] = self.hide
        self._button = QPushButton()
        self._lay_out()
        studio.document_changed.connect(lambda document: self._button.setEnabled(document.complete))

    def show_for(self, export: Callable[[], object]) -> None:
        """Show the options; `export` asks for the place and writes."""
        self._export = export
        self.show()
        self.raise_()
        self.activateWindow()

    def accept(self) -> None:
        """Go on to where the file goes."""
        super().accept()
        self._export()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the file as soon as somebody looks."""
        super().showEvent(event)
        self._size.measure()

    def _lay_out(self) -> None:
        title, cancel = QLabel(), QPushButton()
        title.setObjectName("heading")
        self._button.setObjectName("primary")
        self._button.setDefault(True)
        self._button.setEnabled(False)
        self._button.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        say(self, self.setWindowTitle, "Export")
        say(title, title.setText, "File")
        say(cancel, cancel.setText, "Cancel")
        say(self._button, self._button.setText, "Export…")
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self._button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.output)
        layout.addWidget(title)
        layout.addWidget(self._size)
        layout.addStretch()
        layout.addLayout(row)
        self.setMinimumWidth(380)
