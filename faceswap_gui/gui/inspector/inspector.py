"""The inspector: all controls in groups, made from what `Settings` declares."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget
from superqt import QCollapsible

from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.inspector.control_row import ControlRow
from faceswap_gui.gui.inspector.distance import DistanceBar
from faceswap_gui.gui.inspector.later_levels import LaterLevel
from faceswap_gui.gui.inspector.level_switches import LevelSwitches
from faceswap_gui.gui.inspector.transport_switches import TransportSwitches
from faceswap_gui.gui.language import say
from faceswap_gui.gui.messages import Measured
from faceswap_gui.gui.studio import Studio
from faceswap_gui.pipeline.settings import CONTROLS, LEVELS, MAPPED_LEVELS, Control
from faceswap_gui.project.document import Document


class Inspector(QScrollArea):
    """A row for every control, grouped by the step of the pipeline that it belongs to."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.rows: dict[str, ControlRow] = {}
        self.distances: dict[int, DistanceBar] = {}
        self._switches = LevelSwitches(studio, self)
        self.transport = TransportSwitches(self)
        self.setObjectName("inspector")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(260)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its controls have it, and lead along
        self._content = QWidget()
        self._layout = QVBoxLayout(self._content)
        self._layout.setContentsMargins(12, 4, 12, 12)
        self._layout.setSpacing(6)
        for name, controls in groupby(CONTROLS, key=lambda control: control.group):
            self.add_group(name, [row for one in controls for row in self._rows_of(one)])
        self._layout.addStretch()
        self.setWidget(self._content)
        studio.document_changed.connect(self._show_settings)
        studio.measured_changed.connect(self._show_measured)
        studio.unmeasured_changed.connect(self._show_unmeasured)

    def add_group(self, name: str, rows: list[QWidget]) -> QCollapsible:
        """Add a group that can be folded away."""
        group = QCollapsible(
            "", expandedIcon=icon("open_group"), collapsedIcon=icon("closed_group")
        )
        button = group.toggleButton()
        button.setObjectName("groupButton")
        button.setStyleSheet("")
        say(group, group.setText, name)
        group.setFrameShape(QFrame.Shape.NoFrame)
        group.setDuration(120)
        _space(group.layout(), (0, 0, 0, 0), 2)
        _space(group.content().layout(), (4, 2, 0, 8), 6)
        for row in rows:
            group.addWidget(row)
        group.expand(animate=False)
        self._layout.addWidget(group)
        return group

    def sizeHint(self) -> QSize:
        """Return a width at which names, units and values have room."""
        return QSize(300, 560)

    def _rows_of(self, control: Control) -> list[QWidget]:
        """Return a control's row; after the last mapped level also those that have no control."""
        row = self._row(control)
        if _level(control) != MAPPED_LEVELS:
            return [row]
        return [row, *(LaterLevel(level) for level in range(MAPPED_LEVELS + 1, LEVELS + 1))]

    def _row(self, control: Control) -> ControlRow:
        row = ControlRow(control)
        row.edited.connect(self._studio.set_control)
        self.rows[control.name] = row
        level = _level(control)
        if level is not None:
            bar = DistanceBar(level)
            self.distances[level] = bar
            row.add_below(bar)
            row.add_before_name(self._switches.buttons[level])
            self.transport.watch(row, level)
        return row

    def _show_settings(self, document: Document) -> None:
        for name, row in self.rows.items():
            row.show_value(document.settings.value(name))

    def _show_measured(self, measured: Measured | None) -> None:
        facts = {entry["level"]: entry for entry in measured.levels} if measured else {}
        for level, bar in self.distances.items():
            bar.show_facts(facts.get(level))

    def _show_unmeasured(self, unmeasured: bool) -> None:
        for bar in self.distances.values():
            bar.show_stopped(unmeasured)


def _space(layout: QLayout | None, margins: tuple[int, int, int, int], spacing: int) -> None:
    if layout is not None:
        layout.setContentsMargins(*margins)
        layout.setSpacing(spacing)


def _level(control: Control) -> int | None:
    number = control.name.removeprefix("level")
    return int(number) if number.isdigit() else None
