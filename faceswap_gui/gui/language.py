"""What the window says, in the person's language, switchable while it is open.

    say(button, button.setText, "Export…")

sets the text now and again whenever the language changes. Texts are English in the code;
``tools/translations.py`` collects them into Qt's translation files.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from faceswap_gui.assets import resource

CONTEXT = "faceswap_gui"
LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
"""The languages by their code, each in its own words."""


class _Language(QObject):
    """The language in use; `changed` is emitted when it is another."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.code = "en"
        self.followers: dict[object, Callable[[], Any]] = {}
        self._translators: list[QTranslator] = []

    def use(self, code: str) -> None:
        """Speak that language from now on; English if there is no translation of that name."""
        code = code if code in LANGUAGES else "en"
        if code == self.code:
            return
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators = _translators(code)
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)
        self.code = code
        for retell in list(self.followers.values()):
            retell()
        self.changed.emit()


language = _Language()
"""The one language that the whole window speaks."""


def tr(text: str, **values: Any) -> str:
    """Return `text` in the language in use, with ``{name}`` filled in from `values`."""
    translated = QCoreApplication.translate(CONTEXT, text)
    return translated.format(**values) if values else translated


class Told(str):
    """Words in the language that was in use, which know how to be said again in another."""

    template: str
    values: dict[str, Any]

    def again(self) -> str:
        """Return them in the language in use now."""
        values = {
            name: value.again() if isinstance(value, Told) else value
            for name, value in self.values.items()
        }
        return tr(self.template, **values)


def told(text: str, **values: Any) -> Told:
    """Return what `tr` returns, for words that stay when the language changes: a step's name."""
    words = Told(tr(text, **values))
    words.template, words.values = text, values
    return words


def mark(text: str) -> str:
    """Return `text` as it is; marks it for translation where it is only later passed to `tr`."""
    return text


def say(owner: QObject, put: Callable[[str], Any], text: str, **values: Any) -> None:
    """Call `put` with the translated text now and at every change of language.

    `owner` is the object that `put` belongs to; with its end the connection ends.
    """
    follow(owner, lambda: put(tr(text, **values)))


def follow(owner: QObject, retell: Callable[[], Any]) -> None:
    """Call `retell` now and at every change of language, as long as `owner` lives."""
    retell()
    token = object()
    language.followers[token] = retell
    owner.destroyed.connect(lambda: language.followers.pop(token, None))


def system_language() -> str:
    """Return the code of the desktop's language, English if it is not among ours."""
    is_chinese = QLocale.system().language() == QLocale.Language.Chinese
    return "zh_CN" if is_chinese else "en"


def _translators(code: str) -> list[QTranslator]:
    """Return what speaks that language: Qt's own words (file dialogs, text menus), then ours."""
    if code == "en":
        return []
    qt, own = QTranslator(), QTranslator()
    qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    own.load(str(resource(f"faceswap_{code}.qm")))
    return [qt, own]
