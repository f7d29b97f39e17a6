"""Layered files for retouching: original, face, matte and result one above the other."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.errors import OutputError
from faceswap_gui.imaging.formats import HOLDS, LAYERED, SUFFIXES, Format, Holds
from faceswap_gui.imaging.layer import Layer, page
from faceswap_gui.imaging.photo import Photo
from faceswap_gui.imaging.provenance import Provenance, packet
from faceswap_gui.imaging.writable import Writable, in_depth, writable
from faceswap_gui.imaging.write import check_sides, replacing


def write_layers(
    photo: Photo,
    layers: Sequence[Layer],
    flat: NDArray[Any],
    path: str | os.PathLike[str],
    *,
    metadata: bool = True,
    provenance: Provenance | None = None,
) -> None:
    """Write a PSD of layers, or a TIFF whose pages are the layers.

    Args:
        photo: what the pixels were made from: profile, resolution and metadata come from it.
        layers: from the lowest to the topmost.
        flat: ``(h, w, 3|4)``, what all of them together look like, for programs without layers.
        path: where to, .psd, .tif or .tiff.
        metadata: False leaves EXIF, XMP and IPTC out.
        provenance: said in XMP only: C2PA knows no PSD, and breaks a TIFF of several pages.

    A mask is the layer's own in PSD; in TIFF it becomes the page's alpha.

    Raises:
        OutputError: another suffix, a folder or disk that does not allow it, too many pixels.
    """
    path = Path(path)
    kind = layered_format(path)
    holds = attrs.evolve(HOLDS[kind], grey=False, grey_alpha=False, premultiplied=False)
    check_sides(path, flat.shape, kind)
    if not all(layer.within(flat.shape) for layer in layers):
        raise OutputError("a layer is not within the picture")
    with replacing(path) as temporary:
        whole = writable(photo, flat, holds, metadata=metadata)
        if provenance is not None:
            whole = attrs.evolve(whole, xmp=packet(whole.xmp, provenance))
        try:
            _encode(whole, layers, temporary, kind, partial(_fitted, photo, whole, holds))
        except MemoryError as error:
            raise OutputError(
                "{path} could not be written: not enough memory", path=path
            ) from error
        except (ValueError, struct.error) as error:  # lengths of 32 bits
            raise OutputError(
                "{path}: the layers are too large for one {kind}; write the result alone, as .png",
                path=path,
                kind=kind.value,
            ) from error


def is_layered(path: Path, asked: bool) -> bool:
    """Whether a picture of that name gets layers: a PSD always, a TIFF if they are `asked` for."""
    kind = SUFFIXES.get(path.suffix.lower())
    return kind is Format.PSD or (asked and kind in LAYERED)


def layered_format(path: Path) -> Format:
    """Return the format that a file name asks for (`OutputError`: it holds no layers)."""
    kind = SUFFIXES.get(path.suffix.lower())
    if kind not in LAYERED:
        raise OutputError("{path}: layers can be written as .psd or .tif", path=path)
    return kind


def _fitted(photo: Photo, whole: Writable, holds: Holds, layer: Layer) -> Layer:
    """Bring a layer to the depth of the flat picture."""
    depth = whole.pixels.dtype
    same_depth = attrs.evolve(holds, depths=(depth.name,))
    pixels = writable(photo, layer.pixels, same_depth, metadata=False).pixels
    mask = layer.mask
    if mask is not None and mask.dtype != depth:
        mask = in_depth(mask[..., None], depth)[..., 0]
    return attrs.evolve(layer, pixels=np.ascontiguousarray(pixels), mask=mask)


def _encode(
    whole: Writable,
    layers: Sequence[Layer],
    path: Path,
    kind: Format,
    fitted: Callable[[Layer], Layer],
) -> None:
    """Write the file; layers are brought to its depth one at a time, which saves memory."""
    from faceswap_gui.imaging import encode_psd, encode_tiff

    if kind is Format.PSD:
        encode_psd.encode(whole, layers, path, fitted)
    else:
        pages = ((layer.name, page(fitted(layer), whole.pixels.shape)) for layer in layers)
        encode_tiff.encode(whole, path, pages)
