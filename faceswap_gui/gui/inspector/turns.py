"""Runs of keys or of the wheel: one step of history each, however often they turn."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import uuid4

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

_PAUSE = 0.8
"""Seconds without a turn of the wheel or a key after which the next one is a new step."""


class Turns:
    """Names the run that a turn belongs to."""

    def __init__(self) -> None:
        self.run: str | None = None
        """While a turn goes on: the run's name."""
        self._latest = ""
        self._last = 0.0

    @contextmanager
    def turn(self) -> Iterator[str]:
        """Count what changes meanwhile to the run, or to a new one after a pause."""
        now = time.monotonic()
        if now - self._last > _PAUSE:
            self._latest = uuid4().hex
        self._last = now
        self.run = self._latest
        try:
            yield self._latest
        finally:
            self.run = None

    def wheel(
        self, widget: QWidget, event: QWheelEvent, fine_tune: Callable[[QWheelEvent], None]
    ) -> None:
        """Fine-tune by the wheel if the widget has the focus; else let the inspector scroll."""
        if not widget.hasFocus():
            event.ignore()
            return
        with self.turn():
            fine_tune(event)
