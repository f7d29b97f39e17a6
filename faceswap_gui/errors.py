"""The errors a person can do something about, each with the exit code of its kind.

The message names the thing that was wrong and the remedy; the command line prints it as one
``error: …`` line, the window shows the same in the person's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Words(str):
    """A sentence in English that remembers its template and the values that fill it in.

        Words("its {kind} was left out", kind="XMP")

    It is a `str` like any other; the window finds the translation by `template` and fills in the
    values afterwards.
    """

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, /, **values: object) -> Words:
        """Fill in the values; errors among them become words themselves."""
        kept = {name: _as_words(value) for name, value in values.items()}
        self = super().__new__(cls, template.format(**kept) if kept else template)
        self.template, self.values = template, kept
        return self

    @classmethod
    def of(cls, error: WordedError) -> Words:
        """Return what an error says."""
        return cls(error.template, **error.values)

    def as_dict(self) -> dict[str, Any]:
        """Return the words ready for JSON."""
        return {"template": self.template, "values": _plain(self.values)}

    @classmethod
    def from_dict(cls, content: Mapping[str, Any]) -> Words:
        """Build words from what `as_dict` gave (`KeyError`, `TypeError`, `ValueError` if not)."""
        given = content["values"].items()
        values = {k: cls.from_dict(v) if isinstance(v, dict) else v for k, v in given}
        return cls(content["template"], **values)


def _as_words(value: object) -> object:
    if isinstance(value, WordedError):
        return Words.of(value)
    return str(value) if isinstance(value, BaseException) else value


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    return {name: _plain_value(value) for name, value in values.items()}


def _plain_value(value: object) -> object:
    if isinstance(value, Words):
        return value.as_dict()
    return value if isinstance(value, int | float | str) else str(value)


class WordedError(Exception):
    """An error whose words are a template and the values that fill it in.

        raise InputError("{path} is empty; take another copy of it", path=path)

    ``str()`` gives the English sentence. The window translates `template`, and those values that
    are words themselves or such errors, and fills them in afterwards.
    """

    def __init__(self, template: str, /, **values: object) -> None:
        super().__init__(template.format(**values) if values else template)
        self.template = template
        # Of other libraries' errors only the words: not all of those can be sent elsewhere.
        self.values = {name: _kept(value) for name, value in values.items()}

    def __reduce__(self) -> tuple[object, ...]:
        """Let it travel between processes with its values."""
        return _worded, (type(self), self.template, self.values)


def _kept(value: object) -> object:
    foreign = isinstance(value, BaseException) and not isinstance(value, WordedError)
    return str(value) if foreign else value


def _worded(kind: type[WordedError], template: str, values: dict[str, object]) -> WordedError:
    return kind(template, **values)


class FaceSwapError(WordedError):
    """Base of every error that is shown to the person instead of a traceback."""

    exit_code = 1


class UsageError(FaceSwapError):
    """A wrong option, an unknown control or a value outside its range."""

    exit_code = 2


class InputError(FaceSwapError):
    """A picture that is missing, unreadable, too large or without a face."""

    exit_code = 3


class NoFaceError(InputError):
    """A picture that can be read, but in which no face was found."""


class WeightsError(FaceSwapError):
    """A weights or model file that is missing, damaged or of another architecture."""

    exit_code = 4


class OutputError(FaceSwapError):
    """A picture that could not be written, or memory and disk that ran out."""

    exit_code = 5


class Cancelled(FaceSwapError):  # noqa: N818 - it is no error of anybody's
    """The person cancelled the work, or a newer request replaced it."""
