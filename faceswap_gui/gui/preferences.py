"""What the person prefers, remembered from one start to the next: language and theme."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu
from shiboken6 import isValid

from faceswap_gui.gui.language import LANGUAGES, language, mark, say, system_language
from faceswap_gui.gui.theme import theme

_THEMES = {"dark": mark("&Dark"), "light": mark("&Light")}


def apply_preferences() -> None:
    """Dress the application and speak as the person last chose."""
    settings = QSettings()
    language.use(str(settings.value("language", system_language())))
    theme.use(str(settings.value("theme", "dark")))


def add_preference_menus(menu: QMenu, owner: QObject) -> None:
    """Add the choice of theme and of language to a menu."""
    themes = menu.addMenu("")
    say(themes, themes.setTitle, "&Theme")
    group = QActionGroup(owner)
    for name, words in _THEMES.items():
        action = _choice(group, f"actionTheme{name.title()}", name == theme.name)
        say(action, action.setText, words)
        action.triggered.connect(lambda _checked, chosen=name: use_theme(chosen))
        themes.addAction(action)
    languages = menu.addMenu("")
    # The way back must be readable for somebody who chose a language by mistake.
    say(languages, languages.setTitle, "&Language · 语言")
    group = QActionGroup(owner)
    for code, own_name in LANGUAGES.items():
        action = _choice(group, f"actionLanguage_{code}", code == language.code)
        action.setText(own_name)
        action.triggered.connect(lambda _checked, chosen=code: use_language(chosen))
        languages.addAction(action)


def use_theme(name: str) -> None:
    """Dress the application differently, and remember it."""
    QSettings().setValue("theme", name)
    theme.use(name)


def use_language(code: str) -> None:
    """Speak another language, and remember it."""
    QSettings().setValue("language", code)
    _paint_later()
    language.use(code)


def _paint_later() -> None:
    """Let the windows be painted only in the event loop's next turn, once all is laid out."""
    still = [window for window in QApplication.topLevelWidgets() if window.updatesEnabled()]

    def go_on() -> None:
        for window in filter(isValid, still):
            window.setUpdatesEnabled(True)

    for window in still:
        window.setUpdatesEnabled(False)
    QTimer.singleShot(0, go_on)


def _choice(group: QActionGroup, name: str, chosen: bool) -> QAction:
    action = QAction(group)
    action.setObjectName(name)
    action.setCheckable(True)
    action.setChecked(chosen)
    return action
