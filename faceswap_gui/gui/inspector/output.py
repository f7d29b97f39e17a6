"""How the exported file is written: the inspector's last group."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QSlider, QSpinBox, QWidget

from faceswap_gui.gui.language import say
from faceswap_gui.gui.messages import ExportOptions


class OutputOptions(QWidget):
    """JPEG quality and metadata, remembered from one start to the next."""

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
        self.metadata = QCheckBox()
        self.metadata.setObjectName("metadataSwitch")
        self.metadata.setChecked(str(settings.value("export/metadata", "true")) == "true")
        self._lay_out()
        self.quality.valueChanged.connect(self._value.setValue)
        self._value.valueChanged.connect(self.quality.setValue)
        self.quality.valueChanged.connect(self._remember)
        self.metadata.toggled.connect(self._remember)

    def options(self) -> ExportOptions:
        """Return what the next export is to keep to."""
        return ExportOptions(self.quality.value(), self.metadata.isChecked())

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
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.addWidget(name, 0, 0)
        grid.addWidget(self.quality, 0, 1)
        grid.addWidget(self._value, 0, 2)
        grid.addWidget(self.metadata, 1, 0, 1, 3)

    def _remember(self) -> None:
        settings = QSettings()
        settings.setValue("export/quality", self.quality.value())
        settings.setValue("export/metadata", "true" if self.metadata.isChecked() else "false")
