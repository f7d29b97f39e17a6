"""Switching levels off and on, and hearing one alone, as on an audio mixer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton

from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.language import follow, tr
from faceswap_gui.gui.studio import Studio
from faceswap_gui.pipeline.settings import MAPPED_LEVELS, Settings
from faceswap_gui.project.document import Document


class LevelSwitches(QObject):
    """A switch for each mapped level. Off is strength 0; on brings the strength of before back."""

    def __init__(self, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._strengths = dict.fromkeys(range(1, MAPPED_LEVELS + 1), 1.0)
        self.buttons = {level: self._button(level) for level in self._strengths}
        studio.document_changed.connect(self._show)
        self._show(studio.document)

    def switch(self, level: int) -> None:
        """Switch a level off, or on again at the strength that it had."""
        on = self._studio.document.settings.value(f"level{level}") > 0
        value = 0.0 if on else self._strengths[level]
        step = tr("Switch level {level} off") if on else tr("Switch level {level} on")
        settings = self._studio.document.settings.with_value(f"level{level}", value)
        self._studio.apply_settings(settings, step.format(level=level))

    def solo(self, level: int) -> None:
        """Map this level alone; all of them again if it is alone already."""
        settings = self._studio.document.settings
        others = [other for other in self._strengths if other != level]
        alone = all(settings.value(f"level{other}") == 0 for other in others)
        for other in others:
            settings = settings.with_value(f"level{other}", self._strengths[other] if alone else 0)
        if settings.value(f"level{level}") == 0:
            settings = settings.with_value(f"level{level}", self._strengths[level])
        step = tr("All levels") if alone else tr("Level {level} alone", level=level)
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
        alt = Qt.KeyboardModifier.AltModifier
        if QGuiApplication.keyboardModifiers() & alt:
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
    button.setToolTip(tr("Map this level or not. Alt-click: this level alone, and all again."))
    button.setAccessibleName(tr("Level {level} on", level=level))
