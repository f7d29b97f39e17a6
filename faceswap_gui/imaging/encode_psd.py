"""PSD with 8 or 16 bits and layers, written channel by channel: never is all of it in memory."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.imaging.psd_records import header, layer_record, resources
from faceswap_gui.imaging.writable import Writable

if TYPE_CHECKING:
    from faceswap_gui.imaging.layer import Layer

_RAW, _ZIP_WITH_PREDICTION = 0, 3
_LEVEL = 1
"""Of compression: higher ones take three times as long for 2 %."""
_ROWS = 256
"""Written at once."""
LONGEST = 2**31
"""Bytes that a PSD may have."""


def encode(
    picture: Writable,
    layers: Sequence[Layer],
    path: Path,
    fitted: Callable[[Layer], Layer] = lambda layer: layer,
) -> None:
    """Write the flat `picture` (RGB or RGBA) and its layers, the lowest first.

    Args:
        picture: what programs see that know no layers.
        layers: of any depth.
        path: where to.
        fitted: brings a layer to the picture's depth when its turn comes.

    Raises:
        OSError: the file could not be written.
        ValueError: it would be larger than a PSD may be.
    """
    with path.open("wb") as file:
        file.write(header(picture))
        file.write(resources(picture))
        with _length(file):
            _write_layers(file, picture, layers, fitted)
        _write_flat(file, picture.pixels)
        if file.tell() > LONGEST:
            raise ValueError("a PSD has at most 2 GB")


def _write_layers(
    file: IO[bytes],
    picture: Writable,
    layers: Sequence[Layer],
    fitted: Callable[[Layer], Layer],
) -> None:
    """Put layers where their depth belongs: those of 16 bits have a block of their own."""
    nothing = struct.pack(">I", 0)
    deep = picture.pixels.dtype.itemsize == 2
    if deep:
        file.write(nothing + nothing + b"8BIMLr16")
    with _length(file):
        places = _write_records(file, picture.pixels.shape, layers)
        lengths = [
            _write_channel(file, strips)
            for layer in layers
            for strips in _channels(fitted(layer), layer.box(picture.pixels.shape))
        ]
        end = file.tell()
        for place, length in zip(places, lengths, strict=True):
            file.seek(place)
            file.write(struct.pack(">I", length))
        file.seek(end)
    if not deep:
        file.write(nothing)


def _write_records(file: IO[bytes], shape: tuple[int, ...], layers: Sequence[Layer]) -> list[int]:
    """Write what is said of the layers; return where the lengths of all channels belong."""
    transparent = shape[2] == 4
    file.write(struct.pack(">h", -len(layers) if transparent else len(layers)))
    found = []
    for layer in layers:
        record, places = layer_record(layer, shape)
        found += [file.tell() + place for place in places]
        file.write(record)
    return found


def _channels(layer: Layer, box: tuple[int, int, int, int]) -> Iterator[Iterator[NDArray[Any]]]:
    """Yield the layer's channels, each as strips of rows, black around its pixels."""
    planes = [layer.pixels[..., band] for band in range(layer.pixels.shape[2])]
    for plane in planes if layer.mask is None else [*planes, layer.mask]:
        yield _strips(plane, layer.place, box)


def _strips(
    plane: NDArray[Any], place: tuple[int, int], box: tuple[int, int, int, int]
) -> Iterator[NDArray[Any]]:
    top, left, bottom, right = box
    above, before = place[0] - top, place[1] - left
    for start in range(0, bottom - top, _ROWS):
        rows = range(start, min(start + _ROWS, bottom - top))
        strip = np.zeros((len(rows), right - left), plane.dtype)
        inner = plane[max(0, rows.start - above) : max(0, rows.stop - above)]
        first = max(0, above - rows.start)
        strip[first : first + len(inner), before : before + plane.shape[1]] = inner
        yield strip


def _write_channel(file: IO[bytes], strips: Iterator[NDArray[Any]]) -> int:
    """Write one channel; return its bytes."""
    written = file.write(struct.pack(">H", _ZIP_WITH_PREDICTION))
    packer = zlib.compressobj(_LEVEL)
    for strip in strips:
        strip[:, 1:] -= strip[:, :-1].copy()
        written += file.write(packer.compress(_bytes(strip)))
    return written + file.write(packer.flush())


def _write_flat(file: IO[bytes], pixels: NDArray[Any]) -> None:
    file.write(struct.pack(">H", _RAW))  # the other ways that readers know save nothing of photos
    for band in range(pixels.shape[2]):
        for top in range(0, pixels.shape[0], _ROWS):
            file.write(_bytes(_on_white(pixels[top : top + _ROWS])[..., band]))


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


@contextmanager
def _length(file: IO[bytes]) -> Iterator[None]:
    """Put before what is written its length, a multiple of four."""
    start = file.tell()
    file.write(bytes(4))
    yield
    file.write(bytes((start - file.tell()) % 4))
    end = file.tell()
    file.seek(start)
    file.write(struct.pack(">I", end - start - 4))
    file.seek(end)
