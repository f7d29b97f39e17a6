"""The window: the only room that imports Qt.

>>> from faceswap_gui.gui import create_window
>>> window = create_window()
>>> window.show()
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__all__ = ["create_window", "run"]

if TYPE_CHECKING:
    from faceswap_gui.gui.application import create_window, run


def __getattr__(name: str) -> Any:
    # `faceswap-gui --help` must not wait for Qt.
    if name in __all__:
        return getattr(import_module("faceswap_gui.gui.application"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
