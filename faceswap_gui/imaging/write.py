"""Write a photograph: to a temporary file beside, then renamed, so that nothing is half there."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.errors import OutputError, Words
from faceswap_gui.imaging.formats import HOLDS, MIMES, SUFFIXES, Format
from faceswap_gui.imaging.options import WriteOptions
from faceswap_gui.imaging.photo import Photo
from faceswap_gui.imaging.provenance import Provenance, packet, sign
from faceswap_gui.imaging.writable import Writable, writable

_NEXT_TO_NOTHING = 1_000_000
_REMEDIES = {
    errno.ENOSPC: "the disk is full: free some space or choose another folder",
    errno.EDQUOT: "your share of the disk is used up: free some space or choose another folder",
    errno.EFBIG: "the file would be larger than allowed here: choose another folder",
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
    provenance: Provenance | None = None,
) -> tuple[str, ...]:
    """Write `pixels`, in `photo`'s encoding, with its profile, resolution and metadata.

    The suffix names the format; a PSD has the one layer *Result*. Depth and alpha are kept where
    the format can hold them; a picture with alpha is laid on white for JPEG.

    Args:
        photo: what the pixels were made from, usually the target.
        pixels: ``(h, w, 3|4)``, uint8, uint16 or float32.
        path: where to; an existing file is replaced when the new one is whole.
        quality: 1 to 100, of JPEG, lossy WebP and JPEG XL.
        subsampling: JPEG's colour resolution: 4:4:4, 4:2:2 or 4:2:0.
        lossless: keep every pixel in WebP and JPEG XL.
        metadata: False leaves EXIF, XMP and IPTC out (privacy).
        provenance: what to say of the picture, in a signed C2PA manifest (all formats but OpenEXR)
            and in XMP; None says nothing.

    Returns:
        What had to be left out, and whether the signature's key could not be kept, in words for
        the person; mostly nothing.

    Raises:
        OutputError: an unknown suffix, no such folder, no permission, a full disk, too many
            pixels for the format.
        UsageError: an option outside its range.
    """
    path = Path(path)
    kind = output_format(path)
    options = WriteOptions(
        quality=quality, subsampling=subsampling, lossless=lossless, metadata=metadata
    )
    holds = HOLDS[kind]
    check_sides(path, np.shape(pixels), kind)
    try:
        with replacing(path) as temporary:
            picture = writable(photo, np.asarray(pixels), holds, metadata=metadata)
            picture, notes = picture.without_long_packets(holds.packet)
            if provenance is not None:
                picture = attrs.evolve(picture, xmp=packet(picture.xmp, provenance))
            _encode(picture, temporary, kind, options)
            if lossless and kind is Format.JPEG:
                notes += (Words("JPEG always loses something; WebP and JPEG XL need not"),)
            if provenance is not None and kind in MIMES:
                target = photo.path if metadata else None
                notes += sign(temporary, MIMES[kind], provenance, target)
    except MemoryError as error:
        raise OutputError("{path} could not be written: not enough memory", path=path) from error
    return notes


def check_sides(path: Path, shape: tuple[int, ...], kind: Format) -> None:
    """Refuse more pixels a side than a format holds (`OutputError`)."""
    longest = HOLDS[kind].longest
    if longest is not None and max(shape[:2]) > longest:
        raise OutputError(
            "{path}: {kind} holds at most {longest} pixels a side, the picture has {side}; "
            "write PNG or TIFF",
            path=path,
            kind=kind.value,
            longest=longest,
            side=max(shape[:2]),
        )


def output_format(path: Path) -> Format:
    """Return the format that a file name asks for.

    Raises:
        OutputError: it has no suffix that can be written.
    """
    kind = SUFFIXES.get(path.suffix.lower())
    if kind is None:
        raise OutputError(
            "{path}: cannot write {suffix}; use one of {suffixes}",
            path=path,
            suffix=path.suffix or "a name without suffix",
            suffixes=", ".join(SUFFIXES),
        )
    return kind


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary file in the folder of `path`; rename it to `path` when all went well.

    Raises:
        OutputError: the folder or the disk does not allow it. An existing `path` is then untouched.
    """
    goal = Path(os.path.realpath(path))
    temporary: Path | None = None
    try:
        _check_place(path, goal)
        handle, name = tempfile.mkstemp(prefix=".faceswap-", suffix=goal.suffix, dir=goal.parent)
        os.close(handle)
        temporary = Path(name)
        yield temporary
        _settle(temporary, _mode(goal))
        temporary.replace(goal)
        temporary = None
    except OSError as error:
        raise OutputError(
            "{path} could not be written: {remedy}", path=path, remedy=_remedy(error, goal.parent)
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _settle(temporary: Path, mode: int) -> None:
    """Have the bytes on the disk before the name: a power cut leaves the old file or the new."""
    with temporary.open("r+b") as file:
        os.fsync(file.fileno())
    temporary.chmod(mode)


def _remedy(error: OSError, folder: Path) -> str:
    """Say what to do; libraries in C do not always say that the disk is full."""
    if error.errno in _REMEDIES:
        return _REMEDIES[error.errno]
    if shutil.disk_usage(folder).free < _NEXT_TO_NOTHING:
        return _REMEDIES[errno.ENOSPC]
    return error.strerror or str(error)


def _check_place(path: Path, goal: Path) -> None:
    if goal.is_dir():
        raise OutputError("{path} is a folder; add a file name", path=path)
    if not goal.parent.is_dir():
        raise OutputError(
            "the folder {parent} does not exist; create it or choose another one",
            parent=goal.parent,
        )
    if goal.exists() and not os.access(goal, os.W_OK):
        raise OutputError("{path} is write-protected; choose another name", path=path)


def _mode(goal: Path) -> int:
    """The permissions of the file to be replaced, or those that a new file gets."""
    if goal.exists():
        return goal.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _encode(picture: Writable, path: Path, kind: Format, options: WriteOptions) -> None:
    from faceswap_gui.imaging import encode_oiio, encode_pillow, encode_png, encode_psd, encode_tiff
    from faceswap_gui.imaging.layer import Layer

    if kind is Format.JPEG:
        encode_pillow.encode_jpeg(picture, path, options)
    elif kind is Format.WEBP:
        encode_pillow.encode_webp(picture, path, options)
    elif kind is Format.JXL:
        encode_oiio.encode_jxl(picture, path, options)
    elif kind is Format.EXR:
        encode_oiio.encode_exr(picture, path)
    elif kind is Format.PNG:
        encode_png.encode(picture, path)
    elif kind is Format.PSD:
        encode_psd.encode(picture, [Layer(name="Result", pixels=picture.pixels)], path)
    else:
        encode_tiff.encode(picture, path)
