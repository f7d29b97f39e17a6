"""Put one portrait's face on another photograph, in its pose, expression, light and skin tone.

>>> from faceswap_gui import Swapper, Settings
>>> swapper = Swapper(device="auto")
>>> swapper.set_source("portrait.jpg")
>>> swapper.set_target("photograph.jpg")
>>> image = swapper.render(Settings(blend=0.9))
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Settings", "Swapper", "__version__"]

if TYPE_CHECKING:
    from faceswap_gui.pipeline.settings import Settings
    from faceswap_gui.pipeline.swapper import Swapper

# Torch and OpenCV take seconds to import; `faceswap-gui --help` must not wait for them.
_LAZY = {"Swapper": "faceswap_gui.pipeline.swapper", "Settings": "faceswap_gui.pipeline.settings"}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
