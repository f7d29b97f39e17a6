"""Layered files for retouching: original, face, matte and result one above the other."""

from __future__ import annotations

import os
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.errors import OutputError
from faceswap_gui.imaging.formats import HOLDS, LAYERED, SUFFIXES, Format, Holds
from faceswap_gui.imaging.photo import Photo
from faceswap_gui.imaging.provenance import Provenance, packet
from faceswap_gui.imaging.writable import Writable, writable
from faceswap_gui.imaging.write import check_sides, replacing


@attrs.frozen(eq=False, kw_only=True)
class Layer:
    """One layer: ``(h, w, 3|4)`` pixels in the photograph's encoding and of its size."""

    name: str
    pixels: NDArray[Any]
    visible: bool = True


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

    Raises:
        OutputError: another suffix, a folder or disk that does not allow it, too many pixels.
    """
    path = Path(path)
    kind = layered_format(path)
    holds = attrs.evolve(HOLDS[kind], grey=False, grey_alpha=False, premultiplied=False)
    check_sides(path, flat.shape, kind)
    with replacing(path) as temporary:
        whole = writable(photo, flat, holds, metadata=metadata)
        if provenance is not None:
            whole = attrs.evolve(whole, xmp=packet(whole.xmp, provenance))
        parts = [
            attrs.evolve(layer, pixels=_fitted(photo, layer.pixels, whole, holds))
            for layer in layers
        ]
        try:
            _encode(whole, parts, temporary, kind)
        except (ValueError, struct.error) as error:  # lengths of 32 bits
            raise OutputError(
                "{path}: the layers are too large for one {kind}; write the result alone, as .png",
                path=path,
                kind=kind.value,
            ) from error


def layered_format(path: Path) -> Format:
    """Return the format that a file name asks for (`OutputError`: it holds no layers)."""
    kind = SUFFIXES.get(path.suffix.lower())
    if kind not in LAYERED:
        raise OutputError("{path}: layers can be written as .psd or .tif", path=path)
    return kind


def _fitted(photo: Photo, pixels: NDArray[Any], whole: Writable, holds: Holds) -> NDArray[Any]:
    """Bring a layer to the depth of the flat picture."""
    if pixels.shape[:2] != whole.pixels.shape[:2]:
        raise OutputError("a layer is not as large as the picture")
    same_depth = attrs.evolve(holds, depths=(whole.pixels.dtype.name,))
    return np.ascontiguousarray(writable(photo, pixels, same_depth, metadata=False).pixels)


def _encode(whole: Writable, layers: Sequence[Layer], path: Path, kind: Format) -> None:
    from faceswap_gui.imaging import encode_psd, encode_tiff

    if kind is Format.PSD:
        encode_psd.encode(whole, layers, path)
    else:
        encode_tiff.encode(whole, path, [(layer.name, layer.pixels) for layer in layers])
