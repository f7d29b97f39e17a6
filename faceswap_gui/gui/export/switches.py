"""Switches of the export that are remembered from one start to the next."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QSignalBlocker
from PySide6.QtWidgets import QCheckBox


class Switch(QCheckBox):
    """A switch as the person left it."""

    def __init__(self, name: str, *, otherwise: bool) -> None:
        """Remember it under that `name`; `otherwise` is how it is at first."""
        super().__init__()
        self.setObjectName(f"{name}Switch")
        self._key = f"export/{name}"
        self.wanted = str(QSettings().value(self._key, str(otherwise).lower())) == "true"
        """How the person wants it, which a format may not allow."""
        self.setChecked(self.wanted)
        self.toggled.connect(self._want)

    def fit(self, *, free: bool, otherwise: bool) -> None:
        """Leave it to the person if it is `free`; else have it on or off, as the format has it."""
        self.setEnabled(free)
        with QSignalBlocker(self):
            self.setChecked(self.wanted if free else otherwise)

    def _want(self, wanted: bool) -> None:
        self.wanted = wanted
        QSettings().setValue(self._key, "true" if wanted else "false")
