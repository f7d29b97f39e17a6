"""Switching levels off and on, and hearing one alone, as on an audio mixer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton

from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.language import follow, mark, told, tr
from faceswap_gui.gui.studio import Studio
from faceswap_gui.pipeline.settings import MAPPED_LEVELS, Settings
from faceswap_gui.project.document import Document


class LevelSwitches(QObject):
    """A switch for each mapped level. Off is strength 0; on brings the strength of before back."""

    def __init__(self, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._strengths = dict.fromkeys(range(1, MAPPED_LEVELS + 1), 1.0)
        self._before: dict[int, float] = {}
        """The strengths before one level was left alone."""
        self._alone: dict[int, float] = {}
        """The strengths that this made. Once they are others, nothing is alone by a solo."""
        self.buttons = {level: self._button(level) for level in self._strengths}
        studio.document_changed.connect(self._show)
        self._show(studio.document)

    def switch(self, level: int) -> None:
        """Switch a level off, or on again at the strength that it had."""
        on = self._studio.document.settings.value(f"level{level}") > 0
        value = 0.0 if on else self._strengths[level]
        words = mark("Switch level {level} off") if on else mark("Switch level {level} on")
        settings = self._studio.document.settings.with_value(f"level{level}", value)
        self._studio.apply_settings(settings, told(words, level=level))

    def solo(self, level: int) -> None:
        """Map this level alone; if it is alone already, all as they were before that."""
        now = self._levels()
        by_solo = now == self._alone
        if all(strength == 0 for other, strength in now.items() if other != level):
            self._apply(self._before if by_solo else self._strengths, told("Levels as before"))
            return
        self._before = self._before if by_solo else now
        strength = self._before[level] or self._strengths[level]
        self._alone = {other: strength if other == level else 0.0 for other in now}
        self._apply(self._alone, told("Level {level} alone", level=level))

    def _levels(self) -> dict[int, float]:
        settings = self._studio.document.settings
        return {level: settings.value(f"level{level}") for level in self._strengths}

    def _apply(self, strengths: dict[int, float], step: str) -> None:
        settings = self._studio.document.settings
        for level, strength in strengths.items():
            settings = settings.with_value(f"level{level}", strength)
        self._studio.apply_settings(settings, step)

    def _button(self, level: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"level{level}Switch")
        button.setCheckable(True)
        button.setChecked(True)
        button.setProperty("switch", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked: self._clicked(level))
        follow(button, lambda: _tell(button, level))
        return button

    def _clicked(self, level: int) -> None:
        # Many desktops move the window by a click with Alt, which then never arrives here.
        either = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
        if QGuiApplication.keyboardModifiers() & either:
            self.solo(level)
        else:
            self.switch(level)
        # The document decides what is on; a click that changed nothing must not stay pressed.
        self._show(self._studio.document)

    def _show(self, document: Document) -> None:
        settings: Settings = document.settings
        for level, button in self.buttons.items():
            strength = settings.value(f"level{level}")
            button.setChecked(strength > 0)
            button.setIcon(icon("eye" if strength > 0 else "eye_off"))
            if strength > 0:
                self._strengths[level] = strength


def _tell(button: QToolButton, level: int) -> None:
    words = tr("Map this level or not. Alt- or Ctrl-click: this level alone, and all again.")
    button.setToolTip(words)
    button.setAccessibleName(tr("Level {level} on", level=level))
