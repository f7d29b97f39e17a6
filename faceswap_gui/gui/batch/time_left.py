"""A time in words, as coarse as an estimate may be."""

from __future__ import annotations

from faceswap_gui.gui.language import tr


def time_left(seconds: float) -> str:
    """Return ``2 h 05 min``, ``7 min`` or ``40 s``."""
    minutes = round(seconds / 60)
    if minutes >= 60:
        return tr("{hours} h {minutes:02d} min", hours=minutes // 60, minutes=minutes % 60)
    if minutes:
        return tr("{minutes} min", minutes=minutes)
    return tr("{seconds} s", seconds=max(1, round(seconds)))
