"""Which level's transport map is wanted: the one under the pointer, else the one switched on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QToolButton

from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.inspector.control_row import ControlRow
from faceswap_gui.gui.language import follow, tr

_DELAY = 350
"""Milliseconds that the pointer must rest on a row: on its way past, nothing flickers."""


class TransportSwitches(QObject):
    """A button for each mapped level, and the pointer over its row.

    A row that is worked on shows no map: who drags a slider wants to see the picture.
    """

    wanted_changed = Signal(object)
    """The level whose map is wanted, or None."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.buttons: dict[int, QToolButton] = {}
        self._rows: dict[ControlRow, int] = {}
        self._hovered: int | None = None
        self._wanted: int | None = None
        self._coming: int | None = None
        self._rest = QTimer(self, singleShot=True, interval=_DELAY)
        self._rest.timeout.connect(self._hover)

    @property
    def wanted(self) -> int | None:
        """The level whose map is wanted."""
        return self._wanted

    def watch(self, row: ControlRow, level: int) -> None:
        """Give a level's row its button, and follow the pointer over the row."""
        button = self._button(level)
        self.buttons[level] = button
        self._rows[row] = level
        row.add_under_name(button)
        row.installEventFilter(self)
        row.slider.sliderPressed.connect(self._leave)
        row.edited.connect(lambda *_: self._leave())

    def enable(self, enabled: bool) -> None:
        """Let the buttons be pressed only while there is something to look into."""
        for button in self.buttons.values():
            button.setEnabled(enabled)

    def eventFilter(self, row: QObject, event: QEvent) -> bool:
        """Notice the pointer coming and going."""
        if isinstance(row, ControlRow) and row in self._rows:
            if event.type() is QEvent.Type.Enter:
                self._coming = self._rows[row]
                self._rest.start()
            elif event.type() is QEvent.Type.Leave:
                self._leave()
        return super().eventFilter(row, event)

    def _button(self, level: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"level{level}Transport")
        button.setCheckable(True)
        button.setProperty("small", True)
        button.setIcon(icon("transport"))
        button.clicked.connect(lambda checked: self._clicked(level, checked))
        follow(button, lambda: _tell(button, level))
        return button

    def _clicked(self, level: int, checked: bool) -> None:
        for other, button in self.buttons.items():
            button.setChecked(checked and other == level)
        self._leave()

    def _hover(self) -> None:
        self._hovered = self._coming
        self._tell_wanted()

    def _leave(self) -> None:
        self._rest.stop()
        self._hovered = None
        self._tell_wanted()

    def _tell_wanted(self) -> None:
        pinned = next((level for level, b in self.buttons.items() if b.isChecked()), None)
        wanted = self._hovered if self._hovered is not None else pinned
        if wanted != self._wanted:
            self._wanted = wanted
            self.wanted_changed.emit(wanted)


def _tell(button: QToolButton, level: int) -> None:
    words = tr(
        "Show on the preview how far this level's mapping moves the features of each pixel. "
        "Resting the pointer on the row does it, too."
    )
    button.setToolTip(f"<p style='white-space:normal'>{words}</p>")
    button.setAccessibleName(tr("Transport map of level {level}", level=level))
    button.setAccessibleDescription(words)
