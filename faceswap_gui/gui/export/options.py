"""How the exported file is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSlider, QSpinBox, QWidget

from faceswap_gui.gui.export.formats import FORMATS, ExportFormat
from faceswap_gui.gui.export.switches import Switch
from faceswap_gui.gui.language import follow, mark, say, tr
from faceswap_gui.imaging.options import SUBSAMPLINGS
from faceswap_gui.project.writing import Writing

_COLOURS = (mark("for every pixel"), mark("for every second pixel"), mark("for every fourth pixel"))
"""For how many pixels each of `SUBSAMPLINGS` keeps colours."""


class OutputOptions(QWidget):
    """Format, what it may lose, and what goes in; remembered from one start to the next."""

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
        self.subsampling = QComboBox()
        self.subsampling.setObjectName("subsamplingBox")
        self.lossless = Switch("lossless", otherwise=False)
        self.layers = Switch("layers", otherwise=False)
        self.metadata = Switch("metadata", otherwise=True)
        self.provenance = Switch("provenance", otherwise=True)
        self._lay_out()
        self._name()
        follow(self, self._list)
        self._format.setCurrentIndex(_remembered("format", [one.suffix for one in FORMATS]))
        self.subsampling.setCurrentIndex(_remembered("subsampling", SUBSAMPLINGS))
        follow(self, self._fit_to_format)
        self._connect()

    @property
    def format(self) -> ExportFormat:
        """The chosen format."""
        return FORMATS[self._format.currentIndex()]

    def options(self) -> Writing:
        """Return what the next export is to keep to."""
        return Writing(
            quality=self.quality.value(),
            subsampling=SUBSAMPLINGS[self.subsampling.currentIndex()],
            lossless=self.lossless.isEnabled() and self.lossless.isChecked(),
            layers=self.layers.isChecked(),
            metadata=self.metadata.isChecked(),
            provenance=self.provenance.isChecked(),
        )

    def _connect(self) -> None:
        self._format.currentIndexChanged.connect(self._fit_to_format)
        self.lossless.toggled.connect(self._fit_to_format)
        self.quality.valueChanged.connect(self._value.setValue)
        self._value.valueChanged.connect(self.quality.setValue)
        self.quality.valueChanged.connect(self._remember)
        for box in (self._format, self.subsampling):
            box.currentIndexChanged.connect(self._remember)
        for switch in (self.lossless, self.layers, self.metadata, self.provenance):
            switch.toggled.connect(self.changed)

    def _lay_out(self) -> None:
        self._value.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._value.setFixedWidth(56)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for row, text in enumerate((mark("Format"), mark("Quality"), mark("Colours"))):
            name = QLabel()
            name.setFixedWidth(86)
            say(name, name.setText, text)
            grid.addWidget(name, row, 0)
        grid.addWidget(self._format, 0, 1, 1, 2)
        grid.addWidget(self.quality, 1, 1)
        grid.addWidget(self._value, 1, 2)
        grid.addWidget(self.subsampling, 2, 1, 1, 2)
        switches = (self.lossless, self.layers, self.metadata, self.provenance)
        for row, switch in enumerate(switches, start=3):
            grid.addWidget(switch, row, 0, 1, 3)

    def _name(self) -> None:
        say(self._format, self._format.setAccessibleName, "Format")
        say(self.subsampling, self.subsampling.setAccessibleName, "Colours")
        say(self.metadata, self.metadata.setText, "Keep metadata")
        say(self.provenance, self.provenance.setText, "Add content credentials")
        tips: tuple[tuple[QWidget, str], ...] = (
            (self.quality, mark("How much a small file may lose: 100 is least")),
            (
                self.subsampling,
                mark("How fine a JPEG keeps colours; brightness stays fine whatever is chosen."),
            ),
            (
                self.lossless,
                mark("Every pixel is kept; WebP and JPEG XL leave the choice, JPEG cannot."),
            ),
            (
                self.layers,
                mark("Original, face, matte and result above one another, for retouching."),
            ),
            (
                self.metadata,
                mark("Camera data, place and words of the photograph go into the exported file."),
            ),
            (
                self.provenance,
                mark(
                    "The exported file says, signed, that a trained model painted a face in it, "
                    "and which. OpenEXR and files of layers say it unsigned."
                ),
            ),
        )
        for widget, text in tips:
            say(widget, widget.setToolTip, text)

    def _list(self) -> None:
        """Name the formats and JPEG's colours in the language in use."""
        colours = (f"{name} · {tr(_COLOURS[index])}" for index, name in enumerate(SUBSAMPLINGS))
        _list_in(self._format, [tr(one.words) for one in FORMATS])
        _list_in(self.subsampling, [*colours])

    def _fit_to_format(self) -> None:
        """Leave to the person what the format leaves open, and say what it does not."""
        chosen = self.format
        lossless, layers = chosen.is_lossless, chosen.has_layers
        self.lossless.fit(free=lossless is None, otherwise=bool(lossless))
        self.lossless.setText(tr("Lossless: this format always is") if lossless else tr("Lossless"))
        self.layers.fit(free=layers is None, otherwise=bool(layers))
        self.layers.setText(tr("Layers: a PSD always has them") if layers else tr("Layers"))
        for widget in (self.quality, self._value):
            widget.setEnabled(chosen.holds.quality and not self.lossless.isChecked())
        self.subsampling.setEnabled(chosen.holds.subsampling)

    def _remember(self) -> None:
        settings = QSettings()
        settings.setValue("export/format", self.format.suffix)
        settings.setValue("export/quality", self.quality.value())
        settings.setValue("export/subsampling", SUBSAMPLINGS[self.subsampling.currentIndex()])
        self.changed.emit()


def _list_in(box: QComboBox, names: Sequence[str]) -> None:
    if box.count() == 0:
        box.addItems(names)
    for index, name in enumerate(names):
        box.setItemText(index, name)


def _remembered(name: str, choices: Sequence[str]) -> int:
    """Return which of the choices was remembered; the first if none was."""
    kept = str(QSettings().value(f"export/{name}", choices[0]))
    return choices.index(kept) if kept in choices else 0
