"""The one door to libvips: numpy arrays in and out, without its cache of file names."""

from __future__ import annotations

import atexit
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_ALL_LEVELS = 0xFF
_FORMATS = {"uint8": "uchar", "uint16": "ushort", "float32": "float"}
_INTERPRETATIONS = {
    ("uint8", False): "srgb",
    ("uint8", True): "b-w",
    ("uint16", False): "rgb16",
    ("uint16", True): "grey16",
    ("float32", False): "scrgb",
    ("float32", True): "b-w",
}


@cache
def libvips() -> Any:
    """Import pyvips, once.

    Its reports on damaged files, which quote their bytes, would end on the person's terminal;
    what matters of them comes as an error too.
    """
    import pyvips

    def ignore(*_: object) -> None:
        """Take a report from any of libvips' threads."""

    callback = pyvips.ffi.callback("GLogFunc", ignore)
    for domain in (b"VIPS", b"GLib-GObject"):
        handler = pyvips.glib_lib.g_log_set_handler(domain, _ALL_LEVELS, callback, pyvips.ffi.NULL)
        atexit.register(pyvips.glib_lib.g_log_remove_handler, domain, handler)
    pyvips.cache_set_max(0)  # every picture is decoded once, and files change under their names
    atexit.register(lambda: callback)  # it must outlive the handlers
    return pyvips


def to_vips(pixels: NDArray[Any]) -> Any:
    """Wrap ``(h, w, 1..4)`` pixels as a vips image. Without a copy where they are contiguous."""
    pyvips = libvips()

    pixels = np.ascontiguousarray(pixels)
    height, width, bands = pixels.shape
    image = pyvips.Image.new_from_memory(
        pixels.data, width, height, bands, _FORMATS[pixels.dtype.name]
    )
    return image.copy(interpretation=_INTERPRETATIONS[pixels.dtype.name, bands <= 2])


def from_vips(image: Any) -> NDArray[Any]:
    """Compute a vips image and return it as ``(h, w, bands)``."""
    pixels = np.asarray(image.numpy())
    return pixels if pixels.ndim == 3 else pixels[..., None]


def cmyk_to_srgb(image: Any) -> Any:
    """Convert a vips image of inks by its embedded profile; without one as common offset print."""
    return image.icc_transform(
        "srgb",
        embedded=True,
        intent="relative",
        black_point_compensation=True,
        depth=16 if image.format == "ushort" else 8,
    )


def cmyk_pixels_to_srgb(pixels: NDArray[Any], icc: bytes | None) -> NDArray[Any]:
    """Convert inks ``(h, w, 4)``, 0 none, as `cmyk_to_srgb` does."""
    pyvips = libvips()

    image = to_vips(pixels).copy(interpretation="cmyk")
    if icc:
        image.set_type(pyvips.GValue.blob_type, "icc-profile-data", icc)
    return from_vips(cmyk_to_srgb(image))


@contextmanager
def profile_file(profile: bytes | str) -> Iterator[str]:
    """Give vips, which takes profiles by file only, a profile by its bytes or its own name."""
    if isinstance(profile, str):
        yield profile
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "profile.icc")
        path.write_bytes(profile)
        yield str(path)
