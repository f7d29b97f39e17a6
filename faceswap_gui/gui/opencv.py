"""Living beside OpenCV, whose Linux wheel points Qt at plugins and fonts of its own.

Importing ``cv2`` sets two environment variables that make any Qt program started afterwards, this
one included, load OpenCV's Qt plugins, which do not fit PySide6.
"""

from __future__ import annotations

import os

_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")


def forget_opencv_qt() -> None:
    """Remove the variables that importing ``cv2`` set; those a person set stay."""
    for name in _VARIABLES:
        if f"{os.sep}cv2{os.sep}qt{os.sep}" in os.environ.get(name, ""):
            del os.environ[name]
