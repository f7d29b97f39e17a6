"""Camera RAW, developed by LibRaw as the camera would: its white balance, sRGB, 16 bits."""

from __future__ import annotations

import mmap
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from faceswap_gui.imaging import exif
from faceswap_gui.imaging.decoded import DamagedError, Decoded
from faceswap_gui.imaging.photo import check_size

_STANDARD_ERROR = 2
_SRGB_CURVE = (2.4, 12.92)


def decode(path: Path) -> Decoded:
    """Develop a RAW file. LibRaw itself turns the picture upright.

    Raises:
        DamagedError: it is truncated or damaged, or of an unknown camera.
        InputError: it is too large.
    """
    import rawpy

    try:
        with path.open("rb") as file, _quiet(), rawpy.imread(file) as raw:
            check_size(raw.sizes.width, raw.sizes.height, path)
            pixels = raw.postprocess(output_bps=16, use_camera_wb=True, gamma=_SRGB_CURVE)
    except (rawpy.LibRawError, ValueError, RuntimeError) as error:
        raise DamagedError(_said(error)) from error
    return Decoded(pixels=pixels, exif=_exif(path), notes=["developed with the camera's settings"])


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep LibRaw, which writes on the standard error itself, from the person's terminal."""
    try:
        kept = os.dup(_STANDARD_ERROR)
    except OSError:  # a program without a terminal
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _STANDARD_ERROR)
        yield
    finally:
        os.dup2(kept, _STANDARD_ERROR)
        os.close(nowhere)
        os.close(kept)


def _said(error: Exception) -> str:
    first = error.args[0] if error.args else "unreadable"
    return first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)


def _exif(path: Path) -> bytes | None:
    """Most RAW formats are TIFF at heart; of the others LibRaw keeps the EXIF to itself."""
    with (
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
        memoryview(data) as view,
    ):
        try:
            return exif.from_tiff(view)
        except exif.BadExifError:
            return None
