"""The log: a few short files that replace each other."""

from __future__ import annotations

import logging
import platform
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from faceswap_gui.installation import is_built

LOGGER = "faceswap_gui"
FILE = "faceswap-gui.log"
_LARGEST = 500_000
"""Bytes of one file."""
_OLDER = 3
"""Files kept beside the present one."""
_LINE = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"


def log_folder() -> Path:
    """Return where this system keeps programs' logs, such as ``~/.local/state/…/log``."""
    from platformdirs import user_log_path

    return user_log_path("faceswap-gui", appauthor=False)


def start_log(folder: Path, version: str) -> None:
    """Write the program's log into a folder from now on.

    A folder that cannot be written is said on stderr; the program works without a log.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / FILE, maxBytes=_LARGEST, backupCount=_OLDER, encoding="utf-8"
        )
    except OSError as error:
        if sys.stderr is not None:  # a windowed program on Windows has none
            print(f"note: no log is kept; {folder} cannot be written ({error})", file=sys.stderr)
        return
    handler.setFormatter(logging.Formatter(_LINE))
    logger = logging.getLogger(LOGGER)
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    logger.info("start: %s", " · ".join(about_this_machine(version)))


def stop_log() -> None:
    """Close the log's files."""
    logger = logging.getLogger(LOGGER)
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()


def about_this_machine(version: str) -> list[str]:
    """Return what a bug report needs to know first."""
    kind = "built application" if is_built() else "Python package"
    return [
        f"faceswap-gui {version} ({kind})",
        f"Python {platform.python_version()}",
        platform.platform(),
        platform.machine(),
    ]
