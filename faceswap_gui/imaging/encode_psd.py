"""PSD with 8 or 16 bits and layers, put together from psd-tools' parts of the format."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.imaging import photoshop
from faceswap_gui.imaging.writable import Writable

if TYPE_CHECKING:
    from faceswap_gui.imaging.layer import Layer

_TRANSPARENCY, _MASK = -1, -2
_INCH = 1


def encode(picture: Writable, layers: Iterable[Layer], path: Path) -> None:
    """Write the flat `picture` (RGB or RGBA) and its layers, the lowest first.

    Raises:
        OSError: the file could not be written.
    """
    from psd_tools.constants import ColorMode, Compression
    from psd_tools.psd import PSD
    from psd_tools.psd.header import FileHeader
    from psd_tools.psd.image_data import ImageData

    height, width, bands = picture.pixels.shape
    depth = picture.pixels.dtype.itemsize * 8
    header = FileHeader(
        channels=bands, height=height, width=width, depth=depth, color_mode=ColorMode.RGB
    )
    flat = ImageData(compression=Compression.RLE)
    seen = _on_white(picture.pixels)
    flat.set_data([_bytes(seen[..., band]) for band in range(bands)], header)
    psd = PSD(
        header=header,
        image_resources=_resources(picture),
        layer_and_mask_information=_layers(layers, depth, transparent=bands == 4),
        image_data=flat,
    )
    with path.open("wb") as file:
        psd.write(file)


def _on_white(pixels: NDArray[Any]) -> NDArray[Any]:
    """Mix white into half-transparent colours, as Photoshop does in the flattened picture."""
    if pixels.shape[2] < 4:
        return pixels
    white = np.iinfo(pixels.dtype).max
    alpha = pixels[..., 3]
    mixed = (alpha > 0) & (alpha < white)
    share = alpha[mixed].astype(np.float32)[:, None] / np.float32(white)
    result = pixels.copy()
    result[mixed, :3] = np.rint(pixels[mixed, :3] * share + white * (1 - share))
    return result


def _bytes(plane: NDArray[Any]) -> bytes:
    return plane.astype(plane.dtype.newbyteorder(">")).tobytes()


def _resources(picture: Writable) -> Any:
    from psd_tools.psd.image_resources import ImageResource, ImageResources

    found = {
        photoshop.ICC: picture.icc,
        photoshop.EXIF: picture.exif,
        photoshop.XMP: picture.xmp,
        photoshop.IPTC: picture.iptc,
        photoshop.RESOLUTION: _resolution(picture.dpi),
    }
    present: Any = {n: ImageResource(key=n, data=data) for n, data in found.items() if data}
    return ImageResources(present)


def _resolution(dpi: tuple[float, float] | None) -> bytes | None:
    if dpi is None:
        return None
    across, down = (round(dots * 65536) for dots in dpi)
    return struct.pack(">IHHIHH", across, _INCH, _INCH, down, _INCH, _INCH)


def _layers(layers: Iterable[Layer], depth: int, transparent: bool) -> Any:
    """Put layers where their depth belongs: those of 16 bits have a block of their own."""
    from psd_tools.constants import Tag
    from psd_tools.psd.layer_and_mask import (
        ChannelImageData,
        GlobalLayerMaskInfo,
        LayerAndMaskInformation,
        LayerInfo,
        LayerInfoBlock,
        LayerRecords,
    )
    from psd_tools.psd.tagged_blocks import TaggedBlock, TaggedBlocks

    made = [_layer(layer, depth) for layer in layers]
    info: Any = (LayerInfo if depth == 8 else LayerInfoBlock)(
        layer_count=-len(made) if transparent else len(made),
        layer_records=LayerRecords([record for record, _ in made]),
        channel_image_data=ChannelImageData([channels for _, channels in made]),
    )
    deep: Any = {} if depth == 8 else {Tag.LAYER_16: TaggedBlock(key=Tag.LAYER_16, data=info)}
    return LayerAndMaskInformation(
        layer_info=info if depth == 8 else LayerInfo(),
        global_layer_mask_info=GlobalLayerMaskInfo(),
        tagged_blocks=TaggedBlocks(deep),
    )


def _layer(layer: Layer, depth: int) -> tuple[Any, Any]:
    from psd_tools.constants import BlendMode, Tag
    from psd_tools.psd.layer_and_mask import ChannelDataList, LayerFlags, LayerRecord
    from psd_tools.psd.tagged_blocks import TaggedBlocks

    channels = [_channel(number, plane, depth) for number, plane in _planes(layer)]
    named = TaggedBlocks()
    named.set_data(Tag.UNICODE_LAYER_NAME, layer.name)
    record = LayerRecord(
        channel_info=[info for info, _ in channels],
        blend_mode=BlendMode.NORMAL,
        opacity=255,
        flags=LayerFlags(visible=layer.visible),
        mask_data=_mask(layer),
        name=layer.name.encode("ascii", "replace").decode()[:60],
        tagged_blocks=named,
        **_edges(layer),
    )
    stored: Any = [data for _, data in channels]
    return record, ChannelDataList(stored)


def _planes(layer: Layer) -> Iterator[tuple[int, NDArray[Any]]]:
    """Yield the layer's channels, each with its number in the file."""
    for band in range(layer.pixels.shape[2]):
        yield _TRANSPARENCY if band == 3 else band, layer.pixels[..., band]
    if layer.mask is not None:
        yield _MASK, layer.mask


def _channel(number: int, plane: NDArray[Any], depth: int) -> tuple[Any, Any]:
    from psd_tools.constants import Compression
    from psd_tools.psd.layer_and_mask import ChannelData, ChannelInfo

    height, width = plane.shape
    data = ChannelData(compression=Compression.ZIP_WITH_PREDICTION)
    data.set_data(_bytes(plane), width, height, depth)
    id_: Any = number
    return ChannelInfo(id=id_, length=len(data.data) + 2), data


def _mask(layer: Layer) -> Any:
    """Return what says that the mask covers the layer, and that the layer ends there."""
    from psd_tools.psd.layer_and_mask import MaskData

    return None if layer.mask is None else MaskData(background_color=0, **_edges(layer))


def _edges(layer: Layer) -> dict[str, Any]:
    (top, left), (height, width) = layer.place, layer.pixels.shape[:2]
    return {"top": top, "left": left, "bottom": top + height, "right": left + width}
