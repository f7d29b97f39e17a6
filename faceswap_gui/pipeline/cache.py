"""Remember each stage's last result, and for how long it took."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from faceswap_gui.errors import Cancelled

Result = TypeVar("Result")


class StageCache:
    """The last result of every stage, with the key of the inputs that it was made from."""

    def __init__(self, *, keep: bool = True) -> None:
        """Begin with nothing; with ``keep=False`` only the times are remembered, never a result."""
        self._keep = keep
        self._results: dict[str, tuple[Hashable, object]] = {}
        self.milliseconds: dict[str, float] = {}
        """How long each stage took when it last ran."""

    def get(self, stage: str, key: Hashable, make: Callable[[], Result]) -> Result:
        """Return the stage's result for these inputs; run it only when they changed."""
        known = self._results.get(stage)
        if known is not None and known[0] == key:
            return cast(Result, known[1])
        start = time.perf_counter()
        result = make()
        self.milliseconds[stage] = (time.perf_counter() - start) * 1e3
        if self._keep:
            self._results[stage] = (key, result)
        return result


class Watch:
    """Tells how far a render is and ends it when it was cancelled."""

    def __init__(
        self,
        progress: Callable[[str, float], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._progress = progress
        self._cancelled = cancelled

    def step(self, stage: str, share: float) -> None:
        """Report that `stage` begins when `share` (0..1) of the work is done.

        Raises:
            Cancelled: the person, or a newer request, ended the work.
        """
        if self._cancelled and self._cancelled():
            raise Cancelled("the work was cancelled")
        if self._progress:
            self._progress(stage, share)

    def part(self, index: int, count: int) -> Watch:
        """Return the watch over one of `count` equal parts of the work, counted from 0."""
        tell = self._progress
        if tell is None:
            return self
        return Watch(lambda stage, share: tell(stage, (index + share) / count), self._cancelled)
