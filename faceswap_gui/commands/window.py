"""``faceswap-gui`` by itself: the window, with the pictures or the project that were named."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from faceswap_gui.commands.display import LIBRARIES, has_display
from faceswap_gui.errors import InputError, OutputError, UsageError


def open_window(paths: Sequence[Path]) -> int:
    """Show the window until it is closed.

    Args:
        paths: nothing, one project file, or a source and a target.

    Raises:
        UsageError: there are more, or one that is no project.
        InputError: one of them does not exist.
        OutputError: there is no screen, or Qt cannot be loaded.
    """
    _check(paths)
    if not has_display():
        raise OutputError(
            "there is no screen to show the window on; start it in a desktop session, or use "
            "'faceswap-gui swap SOURCE TARGET -o OUT'"
        )
    try:
        from faceswap_gui.gui.application import run
    except ImportError as error:
        raise OutputError(
            f"Qt cannot be loaded ({error}); on Debian: apt install {LIBRARIES}"
        ) from error
    return run(paths)


def _check(paths: Sequence[Path]) -> None:
    from faceswap_gui.project.project_file import SUFFIX

    if len(paths) > 2:
        raise UsageError(f"the window takes SOURCE and TARGET or one project, not {len(paths)}")
    if len(paths) == 1 and paths[0].suffix.lower() != SUFFIX:
        raise UsageError(
            f"{paths[0]} is neither a command nor a project (*{SUFFIX}); give two pictures, "
            "SOURCE and TARGET, or see 'faceswap-gui --help'"
        )
    for path in paths:
        if not path.is_file():
            raise InputError(f"{path} does not exist or is no file; check its name")
