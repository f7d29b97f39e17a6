"""JPEG XL and OpenEXR through OpenImageIO."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from faceswap_gui.imaging import boxes
from faceswap_gui.imaging.decoded import DamagedError, Decoded, RareError
from faceswap_gui.imaging.icc import is_srgb
from faceswap_gui.imaging.photo import check_size

_DEPTHS = {"uint8": "uint8", "uint16": "uint16", "half": "float", "float": "float"}
_MADE_BY_THE_DECODER = b"jxl "
_REC709 = (0.64, 0.33, 0.30, 0.60, 0.15, 0.06, 0.3127, 0.3290)


def decode_jxl(path: Path) -> Decoded:
    """Decode JPEG XL. The decoder itself turns the picture upright.

    Raises:
        DamagedError: it is truncated or damaged.
        InputError: it is too large.
    """
    pixels, spec = _read(path, lambda names: range(min(len(names), 4)))
    facts = boxes.read_metadata(path)
    icc = spec.getattribute("ICCProfile")
    profile = None if icc is None else np.asarray(icc, np.uint8).tobytes()
    if profile and profile[4:8] == _MADE_BY_THE_DECODER and is_srgb(profile, pixels.shape[2] <= 2):
        profile = None
    return Decoded(pixels=pixels, icc=profile, exif=facts.get("exif"), xmp=facts.get("xmp"))


def decode_exr(path: Path) -> Decoded:
    """Decode the colours of an OpenEXR picture; other channels (depth, masks) are left out.

    Raises:
        DamagedError: it is truncated or damaged, or has no colours.
        InputError: it is too large.
    """
    pixels, spec = _read(path, _colours)
    made = Decoded(pixels=pixels, linear=True, premultiplied=True)
    if len(spec.channelnames) > pixels.shape[2]:
        made.notes.append("its channels beside colour and alpha were left out")
    primaries = spec.getattribute("chromaticities")
    if primaries is not None and not np.allclose(primaries, _REC709, atol=2e-3):
        made.notes.append("its colour primaries were taken as those of Rec. 709")
    across, down = (spec.get_float_attribute(f"{axis}Resolution") for axis in "XY")
    made.dpi = (across, down) if across > 0 and down > 0 else None
    xmp = spec.getattribute("xmp")
    made.xmp = xmp.encode() if isinstance(xmp, str) else None
    return made


def _colours(names: Sequence[str]) -> list[int]:
    places = {name.upper(): index for index, name in enumerate(names)}
    for wanted in ("RGB", "Y"):
        if all(name in places for name in wanted):
            return [places[name] for name in (*wanted, "A") if name in places]
    raise RareError("it has no channels R, G, B or Y; export the finished picture")


def _read(path: Path, choose: Any) -> tuple[Any, Any]:
    try:
        return _read_chosen(path, choose)
    except UnicodeDecodeError as error:  # names and reports made of a damaged file's bytes
        raise DamagedError("unreadable") from error


def _read_chosen(path: Path, choose: Any) -> tuple[Any, Any]:
    import OpenImageIO

    hints = OpenImageIO.ImageSpec()
    hints.attribute("oiio:UnassociatedAlpha", 1)
    image = OpenImageIO.ImageInput.open(str(path), hints)
    if image is None:
        raise DamagedError(_last_line(OpenImageIO.geterror()))
    try:
        spec = image.spec()
        check_size(spec.width, spec.height, path)
        depth = _DEPTHS.get(str(spec.format))
        if spec.deep or spec.depth != 1 or depth is None:
            raise RareError("it is not for viewing; export the finished picture")
        wanted = list(choose(spec.channelnames))
        pixels = image.read_image(0, 0, 0, spec.nchannels, depth)
        trouble = image.geterror()
        if pixels is None or trouble:
            raise DamagedError(_last_line(trouble))
    finally:
        image.close()
    whole = np.asarray(pixels).reshape(spec.height, spec.width, spec.nchannels)
    return whole if wanted == list(range(spec.nchannels)) else whole[..., wanted], spec


def _last_line(message: str) -> str:
    lines = message.strip().splitlines()
    return lines[-1].rpartition(": ")[2] if lines else "unreadable"
