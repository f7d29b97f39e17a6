"""How the exported file is written."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QSlider, QSpinBox, QWidget

from faceswap_gui.gui.export.formats import FORMATS, ExportFormat
from faceswap_gui.gui.language import follow, say, tr
from faceswap_gui.project.writing import Writing


class OutputOptions(QWidget):
    """Format, quality, layers, metadata and provenance, remembered from one start to the next."""

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
        self.layers = QCheckBox()
        self.layers.setObjectName("layersSwitch")
        self._layers_wanted = _remembered("layers", False)
        self.metadata = _switch("metadata")
        self.provenance = _switch("provenance")
        self._lay_out()
        follow(self, self._list_formats)
        follow(self, self._fit_words)
        self._format.setCurrentIndex(_remembered_format())
        self._fit_to_format()
        self._format.currentIndexChanged.connect(self._fit_to_format)
        self._format.currentIndexChanged.connect(self._remember)
        self.quality.valueChanged.connect(self._value.setValue)
        self._value.valueChanged.connect(self.quality.setValue)
        self.quality.valueChanged.connect(self._remember)
        self.layers.toggled.connect(self._want_layers)
        for switch in (self.metadata, self.provenance):
            switch.toggled.connect(self._remember)

    @property
    def format(self) -> ExportFormat:
        """The chosen format."""
        return FORMATS[self._format.currentIndex()]

    def options(self) -> Writing:
        """Return what the next export is to keep to."""
        return Writing(
            quality=self.quality.value(),
            metadata=self.metadata.isChecked(),
            provenance=self.provenance.isChecked(),
            layers=self.layers.isChecked(),
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
            "The exported file says, signed, that a trained model painted a face in it, and which. "
            "OpenEXR and files of layers say it unsigned.",
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
        for row, switch in enumerate((self.layers, self.metadata, self.provenance), start=2):
            grid.addWidget(switch, row, 0, 1, 3)

    def _list_formats(self) -> None:
        if self._format.count() == 0:
            self._format.addItems([tr(one.words) for one in FORMATS])
        for index, one in enumerate(FORMATS):
            self._format.setItemText(index, tr(one.words))

    def _fit_to_format(self) -> None:
        chosen = self.format
        for widget in (self.quality, self._value):
            widget.setEnabled(chosen.has_quality)
        self.layers.setEnabled(chosen.may_have_layers)
        with QSignalBlocker(self.layers):
            wanted = chosen.may_have_layers and self._layers_wanted
            self.layers.setChecked(wanted or chosen.always_has_layers)
        self._fit_words()

    def _fit_words(self) -> None:
        always = self.format.always_has_layers
        self.layers.setText(tr("Layers: a PSD always has them") if always else tr("Layers"))
        self.layers.setToolTip(
            tr("Original, face, matte and result above one another, for retouching (TIFF and PSD).")
        )

    def _want_layers(self, wanted: bool) -> None:
        self._layers_wanted = wanted
        self._remember()

    def _remember(self) -> None:
        settings = QSettings()
        settings.setValue("export/format", self.format.suffix)
        settings.setValue("export/quality", self.quality.value())
        switches = {
            "metadata": self.metadata.isChecked(),
            "provenance": self.provenance.isChecked(),
            "layers": self._layers_wanted,
        }
        for name, on in switches.items():
            settings.setValue(f"export/{name}", "true" if on else "false")
        self.changed.emit()


def _remembered_format() -> int:
    suffixes = [one.suffix for one in FORMATS]
    kept = str(QSettings().value("export/format", suffixes[0]))
    return suffixes.index(kept) if kept in suffixes else 0


def _remembered(name: str, otherwise: bool) -> bool:
    return str(QSettings().value(f"export/{name}", str(otherwise).lower())) == "true"


def _switch(name: str) -> QCheckBox:
    """Return a switch of the export as it was left; on at first."""
    switch = QCheckBox()
    switch.setObjectName(f"{name}Switch")
    switch.setChecked(_remembered(name, True))
    return switch
