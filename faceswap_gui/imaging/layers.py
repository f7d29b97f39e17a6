"""Layered files for retouching: original, face, matte and result one above the other."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.errors import OutputError
from faceswap_gui.imaging.formats import HOLDS, Format, Holds
from faceswap_gui.imaging.photo import Photo
from faceswap_gui.imaging.provenance import Provenance, packet
from faceswap_gui.imaging.writable import Writable, writable
from faceswap_gui.imaging.write import replacing

LAYERED_SUFFIXES: dict[str, Format] = {
    ".tif": Format.TIFF,
    ".tiff": Format.TIFF,
    ".psd": Format.PSD,
}
_PSD = Holds(("uint8", "uint16"), longest=30_000)


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
    kind = LAYERED_SUFFIXES.get(path.suffix.lower())
    if kind is None:
        raise OutputError("{path}: layers can be written as .psd or .tif", path=path)
    holds = _PSD if kind is Format.PSD else HOLDS[kind]
    if holds.longest is not None and max(flat.shape[:2]) > holds.longest:
        raise OutputError(
            "{path}: PSD holds at most {longest} pixels a side; write .tif",
            path=path,
            longest=holds.longest,
        )
    colour = attrs.evolve(photo, channels=3, icc=None if photo.is_grey else photo.icc)
    with replacing(path) as temporary:
        whole = writable(colour, flat, holds, metadata=metadata)
        if provenance is not None:
            whole = attrs.evolve(whole, xmp=packet(whole.xmp, provenance))
        parts = [
            attrs.evolve(layer, pixels=_fitted(colour, layer.pixels, whole, holds))
            for layer in layers
        ]
        _encode(whole, parts, temporary, kind)


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
