"""The commands and Python in the documents, one after the other."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import attrs

_FENCE = re.compile(
    r"(?:^<!-- not run: (?P<reason>.+?) -->\n)?^```(?P<kind>[^\n]*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_COMMANDS = ("", "sh", "bash", "console")


@attrs.frozen
class Snippet:
    """One fenced block of a document."""

    document: Path
    line: int
    kind: str
    """``python``, or empty for commands."""
    text: str

    @property
    def place(self) -> str:
        """Where it stands."""
        return f"{self.document.name}:{self.line}"

    def commands(self) -> Iterator[list[str]]:
        """Return each command's words, with comments and continued lines resolved."""
        for line in self.text.replace("\\\n", " ").splitlines():
            if words := shlex.split(line, comments=True):
                yield words


def snippets(document: Path) -> Iterator[Snippet]:
    """Return the blocks of a document that are commands or Python and not marked as not run."""
    text = document.read_text(encoding="utf-8")
    for found in _FENCE.finditer(text):
        kind = found["kind"].strip()
        if found["reason"] or kind not in (*_COMMANDS, "python"):
            continue
        line = text.count("\n", 0, found.start("text"))
        yield Snippet(document, line, kind, found["text"])
