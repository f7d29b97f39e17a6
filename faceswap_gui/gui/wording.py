"""What the core says, in the person's language: templates are translated, then filled in."""

from __future__ import annotations

from collections.abc import Mapping

from faceswap_gui.errors import WordedError, Words
from faceswap_gui.gui.language import tr
from faceswap_gui.gui.messages import Failure


def words_of(failure: Failure) -> str:
    """Return a failure's message in the language in use."""
    return _filled(failure.template or failure.message, failure.values)


def said(words: str) -> str:
    """Return a sentence of the core, a note or a reason, in the language in use."""
    return _filled(words.template, words.values) if isinstance(words, Words) else tr(words)


def _filled(template: str, values: Mapping[str, object]) -> str:
    text = tr(template)
    return text.format(**{name: _said(value) for name, value in values.items()}) if values else text


def _said(value: object) -> object:
    """Return a value that is words in the language in use, any other as it is."""
    if isinstance(value, WordedError):
        return _filled(value.template, value.values)
    return said(value) if isinstance(value, str) and value else value
