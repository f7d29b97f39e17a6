"""What a batch tells while it goes on."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from faceswap_gui.commands.export import say_notes

if TYPE_CHECKING:
    from faceswap_gui.project.batch.jobs import Entry
    from faceswap_gui.project.batch.outlook import Outlook


def tell(entry: Entry, outlook: Outlook, notes: Sequence[str]) -> None:
    """Name what is done or why it failed, and the time that is left."""
    output = short(entry.job.output)
    if entry.why:
        print(f"failed {short(entry.job.target)}: {entry.why}", file=sys.stderr)
    else:
        print(output, flush=True)
    say_notes(output, notes)
    left = outlook.total - outlook.settled
    if left:
        print(
            f"{outlook.settled} of {outlook.total}, about {_time(outlook.seconds_left)} left",
            file=sys.stderr,
        )


def short(path: Path) -> Path:
    """Return the path as seen from here, if it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _time(seconds: float) -> str:
    """Return ``2 h 05 min``, ``7 min`` or ``40 s``."""
    minutes = round(seconds / 60)
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60:02d} min"
    return f"{minutes} min" if minutes else f"{round(seconds)} s"
