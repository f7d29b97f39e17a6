"""A bar with the time left, for commands that run for minutes or hours."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from tqdm import tqdm


class ProgressBar:
    """A bar on standard error; lines that are written stay above it."""

    def __init__(self, bar: tqdm[NoReturn]) -> None:
        self._bar = bar

    def share(self, done: float) -> None:
        """Move the bar to a share 0..1 of the work."""
        self._bar.update(100 * done - self._bar.n)

    def write(self, words: str) -> None:
        """Print a line on standard output without tearing the bar."""
        tqdm.write(words, file=sys.stdout)


@contextmanager
def progress_bar() -> Iterator[ProgressBar]:
    """Show a bar while the block runs; nothing moves where standard error is no terminal.

    Of several processes that torchrun started only the first one shows it.
    """
    layout = "{percentage:3.0f}% |{bar}| {elapsed} gone, {remaining} left"
    hidden = not sys.stderr.isatty() or os.environ.get("RANK", "0") != "0"
    with tqdm(total=100.0, bar_format=layout, disable=hidden, file=sys.stderr) as bar:
        yield ProgressBar(bar)
