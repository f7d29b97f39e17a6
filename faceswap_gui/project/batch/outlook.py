"""How far a batch is and how long the rest will take."""

from __future__ import annotations

import time

import attrs


@attrs.frozen
class Outlook:
    """How far a batch is."""

    settled: int
    """Jobs of this run that are over."""
    total: int
    """Jobs that this run began with."""
    seconds_left: float
    """What the rest will take if it is like those before."""


class Clock:
    """Estimates the time left from the jobs that are over."""

    def __init__(self, total: int) -> None:
        self._total, self._settled = total, 0
        self._start = time.monotonic()

    def tick(self) -> Outlook:
        """Count one job as over."""
        self._settled += 1
        each = (time.monotonic() - self._start) / self._settled
        return Outlook(self._settled, self._total, each * (self._total - self._settled))
