"""How much memory the program takes, told in the status bar."""

from __future__ import annotations

import psutil
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from faceswap_gui.gui.language import follow, tr

_EVERY = 2000
"""Milliseconds between two looks."""


class MemoryLabel(QLabel):
    """The main memory that this process has in use."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._process = psutil.Process()
        follow(self, self._tell)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._tell)
        self._timer.start()

    def _tell(self) -> None:
        size = QLocale.c().formattedDataSize(
            self._process.memory_info().rss, 1, QLocale.DataSizeFormat.DataSizeSIFormat
        )
        self.setText(size)
        self.setToolTip(tr("Main memory that the program uses"))
        self.setAccessibleName(tr("Memory: {size}", size=size))
