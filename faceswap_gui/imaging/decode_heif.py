"""HEIC, the format of phones, through pi-heif: it decodes only, so it holds no GPL encoder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from faceswap_gui.errors import InputError
from faceswap_gui.imaging.decoded import DamagedError, Decoded, widened
from faceswap_gui.imaging.photo import check_size

_HDR_TRANSFERS = (16, 18)


def decode(path: Path) -> Decoded:
    """Decode HEIC. libheif itself turns the picture upright.

    Raises:
        DamagedError: it is truncated or damaged.
        InputError: it is too large.
    """
    import pi_heif

    try:
        image = pi_heif.open_heif(path, convert_hdr_to_8bit=False)
        width, height = image.size
        check_size(width, height, path)
        pixels = np.array(image)  # a copy: the decoder's memory goes with `image`
    except InputError:
        raise
    except Exception as error:  # pi-heif raises whatever its parsing stumbles on
        raise DamagedError(str(error) or "unreadable") from error
    return _decoded(pixels, image.info)


def _decoded(pixels: Any, info: dict[str, Any]) -> Decoded:
    pixels = pixels if pixels.ndim == 3 else pixels[..., None]
    exif = info.get("exif") or b""
    made = Decoded(
        pixels=widened(pixels, info.get("bit_depth", 8)),
        icc=info.get("icc_profile") or None,
        exif=exif.removeprefix(b"Exif\0\0") or None,
        xmp=info.get("xmp") or None,
    )
    transfer = (info.get("nclx_profile") or {}).get("transfer_characteristics")
    if made.icc is None and transfer in _HDR_TRANSFERS:
        made.notes.append("its high dynamic range was taken as sRGB")
    return made
