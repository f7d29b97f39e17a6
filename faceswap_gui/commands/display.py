"""Find out whether a window can be opened, without risking the process."""

from __future__ import annotations

import os
import subprocess
import sys

from faceswap_gui.installation import is_built

_SCREENLESS = ("offscreen", "minimal", "vnc", "linuxfb")
_PROBE = "from PySide6.QtWidgets import QApplication\nprint(QApplication([]).platformName())"
PROBE_OPTION = "--probe-qt"
"""What the built application, which is no Python that takes code, is told instead."""
_CAUSE = ("cannot", "could not", "Could not", "is needed", "Error: ")
LIBRARIES = "libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libdbus-1-3 libfontconfig1"
"""Debian's names of what PySide6's wheel expects the system to have."""


def has_display() -> bool:
    """Whether there is a screen that a person looks at."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in _SCREENLESS:
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def qt_platform(platform: str = "") -> tuple[str, str]:
    """Start Qt in a process of its own, for without a screen or a library it aborts the whole.

    Args:
        platform: the plugin to try; what Qt chooses by itself if empty.

    Returns:
        The platform's name (``xcb``, ``windows`` …) and no trouble, or no name and the trouble.
    """
    environment = {**os.environ, **({"QT_QPA_PLATFORM": platform} if platform else {})}
    found = subprocess.run(
        _probe_command(),
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if found.returncode == 0:
        return found.stdout.split()[-1], ""
    said = [line.strip() for line in found.stderr.splitlines() if line.strip()]
    # Qt and Python both name the cause in one line among many.
    causes = [line for line in said if any(word in line for word in _CAUSE)]
    return "", (causes or [f"Qt ended with code {found.returncode}"])[0]


def probe_qt() -> None:
    """Start Qt in this process and print its platform; abort where that fails."""
    from PySide6.QtWidgets import QApplication

    print(QApplication([]).platformName())


def _probe_command() -> list[str]:
    if is_built():
        return [sys.executable, "doctor", PROBE_OPTION]
    return [sys.executable, "-c", _PROBE]
