"""How the window looks: QDarkStyle in neutral greys, dark or light.

The surroundings of a picture that is judged by eye must have no colour of their own, so
QDarkStyle's blue greys are exchanged for neutral ones of the same lightness.
"""

from __future__ import annotations

from functools import cache, partial

import attrs
import qdarkstyle
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from qdarkstyle.colorsystem import Blue, Gray
from qdarkstyle.dark.palette import DarkPalette
from qdarkstyle.light.palette import LightPalette

from faceswap_gui.gui.dressing import Dressing
from faceswap_gui.gui.stylesheet import STYLESHEET

_NEUTRAL = {
    Gray.B10: "#1f1f1f",
    Gray.B20: "#2a2a2a",
    Gray.B30: "#353535",
    Gray.B40: "#404040",
    Gray.B50: "#505050",
    Gray.B60: "#606060",
    Gray.B70: "#8a8a8a",
    Gray.B80: "#a2a2a2",
    Gray.B90: "#b0b0b0",
    Gray.B100: "#b8b8b8",
    Gray.B110: "#c4c4c4",
    Gray.B120: "#d4d4d4",
    Gray.B130: "#e4e4e4",
    Gray.B140: "#f7f7f7",
    Blue.B20: "#2c4a70",
    Blue.B30: "#34598a",
    Blue.B40: "#3b6aa8",
    Blue.B50: "#3f7fd0",
}


@attrs.frozen
class Colours:
    """The colours that the program's own widgets paint with."""

    canvas: str
    panel: str
    raised: str
    line: str
    text: str
    quiet: str
    disabled: str
    accent: str
    button: str
    on_button: str
    good: str
    middling: str
    bad: str
    bad_panel: str


DARK = Colours(
    canvas="#161616",
    panel="#1f1f1f",
    raised="#2a2a2a",
    line="#3a3a3a",
    text="#e4e4e4",
    quiet="#b0b0b0",
    disabled="#949494",
    accent="#6ea8f5",
    button="#3773c2",
    on_button="#ffffff",
    good="#6cc08b",
    middling="#d9a94e",
    bad="#ff9b85",
    bad_panel="#4a2620",
)
LIGHT = Colours(
    canvas="#c9c9c9",
    panel="#f7f7f7",
    raised="#e6e6e6",
    line="#c4c4c4",
    text="#1c1c1c",
    quiet="#484848",
    disabled="#656565",
    accent="#1f5fb0",
    button="#1f5fb0",
    on_button="#ffffff",
    good="#1d7a43",
    middling="#7a5200",
    bad="#a3260c",
    bad_panel="#fbe0da",
)
THEMES = {"dark": DARK, "light": LIGHT}


class _Theme(QObject):
    """The theme in use; `changed` is emitted when it is another."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = "dark"
        self._worn = ""
        self._dressing = Dressing()

    @property
    def colours(self) -> Colours:
        """The colours of the theme in use."""
        return THEMES[self.name]

    @property
    def settled(self) -> bool:
        """Whether everything on the screen wears the theme in use already."""
        return self._dressing.over

    def use(self, name: str) -> None:
        """Dress the whole application in that theme: ``dark`` or ``light``.

        What is on the screen follows step by step, so that the window goes on answering.
        """
        self.name = name if name in THEMES else "dark"
        application = QApplication.instance()
        if isinstance(application, QApplication) and self._worn != self.name:
            self._worn = self.name
            self._dressing.change(application, partial(self._put_on, application))

    def _put_on(self, application: QApplication) -> None:
        application.setPalette(_palette(self.colours))
        application.setStyleSheet(_stylesheet(self.name))
        self.changed.emit()


theme = _Theme()
"""The one theme of the whole application."""


@cache
def _stylesheet(name: str) -> str:
    palette = DarkPalette if name == "dark" else LightPalette
    sheet: str = qdarkstyle.load_stylesheet(qt_api="pyside6", palette=palette)
    for tinted, neutral in _NEUTRAL.items():
        sheet = sheet.replace(tinted, neutral)
    return sheet + STYLESHEET.substitute(attrs.asdict(THEMES[name]), theme=name)


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, colours.panel),
        (QPalette.ColorRole.Base, colours.panel),
        (QPalette.ColorRole.Button, colours.raised),
        (QPalette.ColorRole.WindowText, colours.text),
        (QPalette.ColorRole.Text, colours.text),
        (QPalette.ColorRole.ButtonText, colours.text),
        (QPalette.ColorRole.PlaceholderText, colours.quiet),
        (QPalette.ColorRole.Highlight, colours.button),
        (QPalette.ColorRole.HighlightedText, colours.on_button),
        (QPalette.ColorRole.Link, colours.accent),
    ):
        palette.setColor(role, QColor(colour))
    return palette
