"""How the exported file is written: the inspector's last group."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QSlider, QSpinBox, QWidget

from faceswap_gui.gui.language import say
from faceswap_gui.gui.messages import ExportOptions


class OutputOptions(QWidget):
    """JPEG quality, metadata and provenance, remembered from one start to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        settings = QSettings()
        self.quality = QSlider(Qt.Orientation.Horizontal)
        self.quality.setObjectName("qualitySlider")
        self._value = QSpinBox()
        for widget in (self.quality, self._value):
            widget.setRange(1, 100)
            widget.setValue(int(str(settings.value("export/quality", 95))))
            say(widget, widget.setAccessibleName, "JPEG quality")
        self.metadata = _switch("metadata")
        self.provenance = _switch("provenance")
        self._lay_out()
        self.quality.valueChanged.connect(self._value.setValue)
        self._value.valueChanged.connect(self.quality.setValue)
        self.quality.valueChanged.connect(self._remember)
        for switch in (self.metadata, self.provenance):
            switch.toggled.connect(self._remember)

    def options(self) -> ExportOptions:
        """Return what the next export is to keep to."""
        return ExportOptions(
            self.quality.value(), self.metadata.isChecked(), self.provenance.isChecked()
        )

    def _lay_out(self) -> None:
        name = QLabel()
        name.setFixedWidth(86)
        self._value.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._value.setFixedWidth(56)
        say(name, name.setText, "JPEG quality")
        say(self, self.setToolTip, "PNG and TIFF keep every pixel; JPEG is smaller.")
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
        grid.addWidget(name, 0, 0)
        grid.addWidget(self.quality, 0, 1)
        grid.addWidget(self._value, 0, 2)
        grid.addWidget(self.metadata, 1, 0, 1, 3)
        grid.addWidget(self.provenance, 2, 0, 1, 3)

    def _remember(self) -> None:
        settings = QSettings()
        settings.setValue("export/quality", self.quality.value())
        for name, switch in (("metadata", self.metadata), ("provenance", self.provenance)):
            settings.setValue(f"export/{name}", "true" if switch.isChecked() else "false")


def _switch(name: str) -> QCheckBox:
    """Return a switch of the export as it was left; on at first."""
    switch = QCheckBox()
    switch.setObjectName(f"{name}Switch")
    switch.setChecked(str(QSettings().value(f"export/{name}", "true")) == "true")
    return switch
