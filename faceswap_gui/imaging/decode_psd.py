"""PSD and PSB: the flattened picture that Photoshop stores beside the layers, through psd-tools."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.imaging import photoshop
from faceswap_gui.imaging.decoded import DamagedError, Decoded, RareError
from faceswap_gui.imaging.photo import check_size
from faceswap_gui.imaging.vips import cmyk_pixels_to_srgb

_GREY, _INDEXED, _RGB, _CMYK, _DUOTONE = 1, 2, 3, 4, 8
_COLOURS = {_GREY: 1, _DUOTONE: 1, _INDEXED: 1, _RGB: 3, _CMYK: 4}
_TYPES = {8: ">u1", 16: ">u2", 32: ">f4"}


def decode(path: Path) -> Decoded:
    """Decode the flattened picture.

    Raises:
        DamagedError: it is truncated or damaged, or of a rare mode.
        InputError: it is too large.
    """
    from psd_tools.psd import PSD

    # What it finds wrong comes as an error too; without a handler Python prints it to the terminal.
    logging.getLogger("psd_tools").addHandler(logging.NullHandler())
    with path.open("rb") as file:
        _check_header(path, file.read(26))
        file.seek(0)
        try:
            psd = PSD.read(file)
            planes = [bytes(plane) for plane in psd.image_data.get_data(psd.header)]
        except Exception as error:  # psd-tools raises whatever its parsing stumbles on
            raise DamagedError(type(error).__name__) from error
    return _decoded(psd, planes, _found(psd))


def _check_header(path: Path, head: bytes) -> None:
    """Look at the size before anything is unpacked."""
    height, width = (int.from_bytes(head[at : at + 4], "big") for at in (14, 18))
    depth, mode = (int.from_bytes(head[at : at + 2], "big") for at in (22, 24))
    check_size(width, height, path)
    if mode not in _COLOURS or depth not in _TYPES or (mode == _INDEXED and depth != 8):
        raise RareError("its mode is rare; convert it to RGB with 8 or 16 bits")


def _found(psd: Any) -> dict[int, bytes]:
    """The resources as bytes, whatever psd-tools made of them."""
    from io import BytesIO

    buffer = BytesIO()
    psd.image_resources.write(buffer)
    return photoshop.resources(buffer.getvalue()[4:])


def _decoded(psd: Any, planes: list[bytes], found: dict[int, bytes]) -> Decoded:
    header = psd.header
    mode, colours = int(header.color_mode), _COLOURS[int(header.color_mode)]
    shape = (header.height, header.width)
    try:
        stack = [np.frombuffer(plane, _TYPES[header.depth]).reshape(shape) for plane in planes]
    except ValueError as error:
        raise DamagedError("its flattened picture is not whole") from error
    pixels = np.stack(stack[: colours + _has_alpha(psd, len(stack), colours)], axis=-1)
    pixels = pixels.astype(pixels.dtype.newbyteorder("="))
    icc = found.get(photoshop.ICC)
    if mode == _INDEXED:
        palette = np.frombuffer(psd.color_mode_data.value[:768], np.uint8).reshape(3, 256)
        pixels = palette.T[pixels[..., 0]]
    if mode == _CMYK:
        inks = np.iinfo(pixels.dtype).max - pixels[..., :4]
        pixels, icc = cmyk_pixels_to_srgb(inks, icc), None
    if pixels.shape[2] in (2, 4):
        pixels = _without_matte(pixels)
    return Decoded(
        pixels=pixels,
        icc=icc,
        exif=found.get(photoshop.EXIF),
        xmp=found.get(photoshop.XMP),
        iptc=found.get(photoshop.IPTC),
        dpi=photoshop.resolution(found.get(photoshop.RESOLUTION)),
    )


def _has_alpha(psd: Any, planes: int, colours: int) -> int:
    """A negative number of layers says that the first extra channel is transparency."""
    from psd_tools.constants import Tag

    section = psd.layer_and_mask_information
    deep = [Tag.LAYER_16, Tag.LAYER_32] if section.tagged_blocks else []
    infos = [section.layer_info, *(section.tagged_blocks.get_data(tag) for tag in deep)]
    return int(planes > colours and any(info and info.layer_count < 0 for info in infos))


def _without_matte(pixels: NDArray[Any]) -> NDArray[Any]:
    """Take the white out of half-transparent colours, with which Photoshop stores them."""
    white = np.float32(np.iinfo(pixels.dtype).max if pixels.dtype.kind == "u" else 1)
    alpha = pixels[..., -1]
    mixed = (alpha > 0) & (alpha < white)
    if not mixed.any():
        return pixels
    share = alpha[mixed].astype(np.float32)[:, None] / white
    colours = (pixels[mixed][:, :-1].astype(np.float32) - white * (1 - share)) / share
    result = pixels.copy()
    limited = np.clip(colours, 0, white)
    result[mixed, :-1] = np.rint(limited) if pixels.dtype.kind == "u" else limited
    return result
