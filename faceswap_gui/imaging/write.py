"""Write a photograph: to a temporary file beside, then renamed, so that nothing is half there."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.errors import OutputError
from faceswap_gui.imaging.formats import SUFFIXES, Format
from faceswap_gui.imaging.options import WriteOptions
from faceswap_gui.imaging.photo import Photo
from faceswap_gui.imaging.writable import writable

_REMEDIES = {
    errno.ENOSPC: "the disk is full: free some space or choose another folder",
    errno.EDQUOT: "your share of the disk is used up: free some space or choose another folder",
    errno.EACCES: "the folder may not be written to: choose another one",
    errno.EPERM: "the folder may not be written to: choose another one",
    errno.EROFS: "the disk is read-only: choose another folder",
    errno.ENAMETOOLONG: "the name is too long: choose a shorter one",
}


def write_photo(
    photo: Photo,
    pixels: NDArray[Any],
    path: str | os.PathLike[str],
    *,
    quality: int = 95,
    subsampling: str = "4:4:4",
    lossless: bool = False,
    metadata: bool = True,
) -> None:
    """Write `pixels`, in `photo`'s encoding, with its profile, resolution and metadata.

    The suffix names the format. Depth and alpha are kept where the format can hold them; a picture
    with alpha is laid on white for JPEG.

    Args:
        photo: what the pixels were made from, usually the target.
        pixels: ``(h, w, 3|4)``, uint8, uint16 or float32.
        path: where to; an existing file is replaced when the new one is whole.
        quality: 1 to 100, of JPEG and lossy WebP.
        subsampling: JPEG's colour resolution: 4:4:4, 4:2:2 or 4:2:0.
        lossless: keep every pixel in WebP.
        metadata: False leaves EXIF, XMP and IPTC out (privacy).

    Raises:
        OutputError: an unknown suffix, no such folder, no permission, a full disk.
        UsageError: an option outside its range.
    """
    path = Path(path)
    kind = output_format(path)
    options = WriteOptions(
        quality=quality, subsampling=subsampling, lossless=lossless, metadata=metadata
    )
    try:
        with replacing(path) as file:
            _encode(photo, np.asarray(pixels), file, kind, options)
    except MemoryError as error:
        raise OutputError(f"{path} could not be written: not enough memory") from error


def output_format(path: Path) -> Format:
    """Return the format that a file name asks for.

    Raises:
        OutputError: it has no suffix that can be written.
    """
    kind = SUFFIXES.get(path.suffix.lower())
    if kind is None:
        raise OutputError(
            f"{path}: cannot write {path.suffix or 'a name without suffix'}; "
            f"use one of {', '.join(SUFFIXES)}"
        )
    return kind


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Give a temporary file in the folder of `path`; rename it to `path` when all went well.

    Raises:
        OutputError: the folder or the disk does not allow it. An existing `path` is then untouched.
    """
    goal = Path(os.path.realpath(path))
    _check_place(path, goal)
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".faceswap-", suffix=goal.suffix, dir=goal.parent)
        os.close(handle)
        temporary = Path(name)
        with temporary.open("w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(goal))
        temporary.replace(goal)
        temporary = None
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, error.strerror or str(error))
        raise OutputError(f"{path} could not be written: {remedy}") from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _check_place(path: Path, goal: Path) -> None:
    if goal.is_dir():
        raise OutputError(f"{path} is a folder; add a file name")
    if not goal.parent.is_dir():
        raise OutputError(
            f"the folder {goal.parent} does not exist; create it or choose another one"
        )
    if goal.exists() and not os.access(goal, os.W_OK):
        raise OutputError(f"{path} is write-protected; choose another name")


def _mode(goal: Path) -> int:
    """The permissions of the file to be replaced, or those that a new file gets."""
    if goal.exists():
        return goal.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _encode(
    photo: Photo, pixels: NDArray[Any], file: IO[bytes], kind: Format, options: WriteOptions
) -> None:
    from faceswap_gui.imaging import encode_pillow, encode_png, encode_tiff

    keep = options.metadata
    if kind is Format.JPEG:
        eight = writable(photo, pixels, depths=("uint8",), alpha=False, metadata=keep)
        encode_pillow.encode_jpeg(eight, file, options)
    elif kind is Format.WEBP:
        eight = writable(photo, pixels, depths=("uint8",), alpha=True, metadata=keep)
        encode_pillow.encode_webp(eight, file, options)
    elif kind is Format.PNG:
        deep = writable(photo, pixels, depths=("uint8", "uint16"), alpha=True, metadata=keep)
        encode_png.encode(deep, file)
    else:
        depths = ("uint8", "uint16", "float32")
        encode_tiff.encode(writable(photo, pixels, depths=depths, alpha=True, metadata=keep), file)
