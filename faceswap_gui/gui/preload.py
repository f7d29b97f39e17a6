"""Loading the big native libraries without stopping the window.

``import torch`` maps a few hundred megabytes of machine code while it holds Python's global lock,
so no other thread, the window's included, can run for a fifth of a second. Loaded beforehand
through a foreign call, which gives the lock away, the import finds them in place.
"""

from __future__ import annotations

import ctypes
import os
import sys
from importlib.util import find_spec
from pathlib import Path

_LIBRARIES = (
    ("torch", "lib/libtorch_python.so"),
    ("torch", "lib/libtorch_python.dylib"),
    ("torch", "lib/torch_python.dll"),
    ("ai_edge_litert", "libpywrap_litert_common.so"),
    ("ai_edge_litert", "libpywrap_litert_common.dylib"),
)
_ALTERED_SEARCH_PATH = 0x8
"""Windows: look for a library's own dependencies in its folder."""


def preload_libraries() -> None:
    """Load those of the libraries that are there; a failure shows at the import itself."""
    for package, name in _LIBRARIES:
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            path = Path(folder) / name
            if path.is_file():
                _load(path)


def _load(path: Path) -> None:
    if sys.platform == "win32":
        load = ctypes.windll.kernel32.LoadLibraryExW
        load.argtypes = [ctypes.c_wchar_p, ctypes.c_void_p, ctypes.c_uint32]
        load(str(path), None, _ALTERED_SEARCH_PATH)
    else:
        load = ctypes.CDLL(None).dlopen
        load.argtypes = [ctypes.c_char_p, ctypes.c_int]
        load(os.fsencode(path), os.RTLD_NOW)
