"""Read a photograph: upright, in its own depth and colours, with everything that came with it."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import attrs

from faceswap_gui.errors import InputError
from faceswap_gui.imaging import exif, icc
from faceswap_gui.imaging.decoded import DamagedError, Decoded, RareError, turned
from faceswap_gui.imaging.exif_resolution import plausible, resolution
from faceswap_gui.imaging.formats import HOLDS, Format, recognise
from faceswap_gui.imaging.photo import Photo, expanded
from faceswap_gui.imaging.xmp import upright as upright_xmp

_HEAD = 64


def read_photo(path: str | os.PathLike[str]) -> Photo:
    """Read a picture file.

    Raises:
        InputError: it is missing, no picture, damaged or too large; names the file and what to try.
    """
    path = Path(path)
    kind = recognised(path)
    try:
        decoded = _decode(path, kind)
    except RareError as error:
        raise InputError(
            "{path} is a {kind} of a rare kind: {reason}",
            path=path,
            kind=kind.value,
            reason=error,
        ) from error
    except DamagedError as error:
        raise InputError(
            "{path} is a damaged or incomplete {kind} ({reason}); take another copy of it, "
            "or open it in an image editor and save it again",
            path=path,
            kind=kind.value,
            reason=_line(error),
        ) from error
    except OSError as error:
        raise InputError(
            "{path} could not be read: {reason}", path=path, reason=error.strerror or error
        ) from error
    except MemoryError as error:
        raise InputError(
            "{path} does not fit into memory; scale it down first", path=path
        ) from error
    return _photo(path, decoded)


def _line(error: Exception) -> str:
    """The decoder's words on one line, and not too many."""
    return " ".join(str(error).split())[:200]


def recognised(path: Path) -> Format:
    """Tell a picture file's kind by its first bytes.

    Raises:
        InputError: it is missing, no file, empty or no picture.
    """
    head = _head(path)
    if not head:
        raise InputError("{path} is empty; take another copy of it", path=path)
    kind = recognise(head, path)
    if kind is None:
        names = ", ".join(kind.value for kind in HOLDS)
        raise InputError(
            "{path} is not a picture of a known kind; save it as one of {names}",
            path=path,
            names=names,
        )
    return kind


def _head(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError("{path} is a folder; name a picture file in it", path=path)
        if not stat.S_ISREG(mode):
            raise InputError("{path} is a device or pipe; name a picture file", path=path)
        with path.open("rb") as file:
            return file.read(_HEAD)
    except FileNotFoundError:
        raise InputError(
            "{path} does not exist; check the name and the folder", path=path
        ) from None
    except PermissionError:
        raise InputError(
            "{path} may not be read; change its permissions or copy it", path=path
        ) from None
    except (OSError, ValueError) as error:
        raise InputError(
            "{path!s:.300} cannot be opened: {reason}", path=path, reason=_said(error)
        ) from None


def _said(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return "the link leads back to itself"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _decode(path: Path, kind: Format) -> Decoded:
    from faceswap_gui.imaging import decode_heif, decode_oiio, decode_psd, decode_raw, decode_vips

    others = {
        Format.JXL: decode_oiio.decode_jxl,
        Format.EXR: decode_oiio.decode_exr,
        Format.PSD: decode_psd.decode,
        Format.HEIC: decode_heif.decode,
        Format.RAW: decode_raw.decode,
    }
    return others[kind](path) if kind in others else decode_vips.decode(path, kind)


def _photo(path: Path, decoded: Decoded) -> Photo:
    channels = decoded.pixels.shape[2]
    pixels = expanded(turned(decoded.pixels, decoded.orientation))
    dpi = plausible(decoded.dpi) or plausible(resolution(decoded.exif))
    sideways = decoded.orientation >= 5
    photo = Photo(
        pixels=pixels,
        path=path,
        channels=channels,
        xmp=upright_xmp(decoded.xmp),
        iptc=decoded.iptc,
        dpi=dpi[::-1] if dpi and sideways else dpi,
        linear=decoded.linear,
        premultiplied=decoded.premultiplied,
        notes=tuple(decoded.notes),
    )
    return _with_profile(_with_exif(photo, decoded.exif), decoded.icc)


def _with_exif(photo: Photo, payload: bytes | None) -> Photo:
    if payload is None:
        return photo
    try:
        return attrs.evolve(photo, exif=exif.upright(payload, photo.width, photo.height))
    except exif.BadExifError:
        return _noted(photo, "its EXIF is damaged and was left out")


def _with_profile(photo: Photo, profile: bytes | None) -> Photo:
    if profile is None:
        return photo
    try:
        icc.conversion(profile, photo.is_grey)
    except icc.BadProfileError:
        return _noted(photo, "its colour profile is damaged and was left out, as if it were sRGB")
    return attrs.evolve(photo, icc=profile)


def _noted(photo: Photo, note: str) -> Photo:
    return attrs.evolve(photo, notes=(*photo.notes, note))
