"""How the exported file is written."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QSlider, QSpinBox, QWidget

from faceswap_gui.gui.export.formats import FORMATS, ExportFormat
from faceswap_gui.gui.language import follow, say, tr
from faceswap_gui.gui.messages import ExportOptions


class OutputOptions(QWidget):
    """Format, quality, metadata and provenance, remembered from one start to the next."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        settings = QSettings()
        self._format = QComboBox()
        self._format.setObjectName("formatBox")
        self.quality = QSlider(Qt.Orientation.Horizontal)
        self.quality.setObjectName("qualitySlider")
        self._value = QSpinBox()
        for widget in (self.quality, self._value):
            widget.setRange(1, 100)
            widget.setValue(int(str(settings.value("export/quality", 95))))
            say(widget, widget.setAccessibleName, "Quality")
        self.metadata = _switch("metadata")
        self.provenance = _switch("provenance")
        self._lay_out()
        follow(self, self._list_formats)
        self._format.setCurrentIndex(_remembered_format())
        self._fit_to_format()
        self._format.currentIndexChanged.connect(self._fit_to_format)
        self._format.currentIndexChanged.connect(self._remember)
        self.quality.valueChanged.connect(self._value.setValue)
        self._value.valueChanged.connect(self.quality.setValue)
        self.quality.valueChanged.connect(self._remember)
        for switch in (self.metadata, self.provenance):
            switch.toggled.connect(self._remember)

    @property
    def format(self) -> ExportFormat:
        """The chosen format."""
        return FORMATS[self._format.currentIndex()]

    def options(self) -> ExportOptions:
        """Return what the next export is to keep to."""
        return ExportOptions(
            self.quality.value(), self.metadata.isChecked(), self.provenance.isChecked()
        )

    def _lay_out(self) -> None:
        name, kind = QLabel(), QLabel()
        name.setFixedWidth(86)
        say(kind, kind.setText, "Format")
        say(self._format, self._format.setAccessibleName, "Format")
        self._value.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._value.setFixedWidth(56)
        say(name, name.setText, "Quality")
        say(self.quality, self.quality.setToolTip, "How much a small file may lose: 100 is least")
        say(self.metadata, self.metadata.setText, "Keep metadata")
        say(
            self.metadata,
            self.metadata.setToolTip,
            "Camera data, place and words of the photograph go into the exported file.",
        )
        say(self.provenance, self.provenance.setText, "Add content credentials")
        say(
            self.provenance,
            self.provenance.setToolTip,
            "The exported file says, signed, that a trained model painted a face in it, and which.",
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.addWidget(kind, 0, 0)
        grid.addWidget(self._format, 0, 1, 1, 2)
        grid.addWidget(name, 1, 0)
        grid.addWidget(self.quality, 1, 1)
        grid.addWidget(self._value, 1, 2)
        grid.addWidget(self.metadata, 2, 0, 1, 3)
        grid.addWidget(self.provenance, 3, 0, 1, 3)

    def _list_formats(self) -> None:
        if self._format.count() == 0:
            self._format.addItems([tr(one.words) for one in FORMATS])
        for index, one in enumerate(FORMATS):
            self._format.setItemText(index, tr(one.words))

    def _fit_to_format(self) -> None:
        for widget in (self.quality, self._value):
            widget.setEnabled(self.format.has_quality)

    def _remember(self) -> None:
        settings = QSettings()
        settings.setValue("export/format", self.format.suffix)
        settings.setValue("export/quality", self.quality.value())
        for name, switch in (("metadata", self.metadata), ("provenance", self.provenance)):
            settings.setValue(f"export/{name}", "true" if switch.isChecked() else "false")
        self.changed.emit()


def _remembered_format() -> int:
    suffixes = [one.suffix for one in FORMATS]
    kept = str(QSettings().value("export/format", suffixes[0]))
    return suffixes.index(kept) if kept in suffixes else 0


def _switch(name: str) -> QCheckBox:
    """Return a switch of the export as it was left; on at first."""
    switch = QCheckBox()
    switch.setObjectName(f"{name}Switch")
    switch.setChecked(str(QSettings().value(f"export/{name}", "true")) == "true")
    return switch
