"""Words for a person where there is no terminal to print them on."""

from __future__ import annotations

import sys

_TITLE = "Face Swap"
_ERROR_SIGN = 0x10


def has_terminal() -> bool:
    """Whether words on stderr go anywhere; Windows gives a windowed program none at all."""
    return sys.stderr is not None


def show_error(message: str) -> None:
    """Show an error in a box of the system's own, which needs no library of ours."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, message, _TITLE, _ERROR_SIGN)
