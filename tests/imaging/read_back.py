"""Read written pictures with a library that did not write them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import numpy as np
import OpenImageIO
from PIL import Image


@attrs.frozen(eq=False)
class ReadBack:
    """What another program sees in a file."""

    pixels: Any
    icc: bytes | None
    artist: str | None
    taken: str | None
    dpi: float | None
    orientation: int


def read_back(path: Path) -> ReadBack:
    """Read JPEG XL with libjxl's Pillow plugin and everything else with OpenImageIO."""
    return _with_pillow(path) if path.suffix == ".jxl" else _with_openimageio(path)


def _with_openimageio(path: Path) -> ReadBack:
    hints = OpenImageIO.ImageSpec()
    hints.attribute("oiio:UnassociatedAlpha", 1)
    image = OpenImageIO.ImageInput.open(str(path), hints)
    assert image is not None, OpenImageIO.geterror()
    spec = image.spec()
    pixels = np.asarray(image.read_image(spec.format))
    assert not image.geterror()
    icc = spec.getattribute("ICCProfile")
    return ReadBack(
        pixels=pixels.reshape(spec.height, spec.width, spec.nchannels),
        icc=None if icc is None else np.asarray(icc, np.uint8).tobytes(),
        artist=spec.getattribute("Artist"),
        taken=spec.getattribute("Exif:DateTimeOriginal"),
        dpi=spec.getattribute("XResolution"),
        orientation=spec.get_int_attribute("Orientation", 1),
    )


def _with_pillow(path: Path) -> ReadBack:
    import pillow_jxl  # noqa: F401 - registers itself with Pillow

    with Image.open(path) as image:
        pixels = np.asarray(image)
        exif = image.getexif()
        return ReadBack(
            pixels=pixels if pixels.ndim == 3 else pixels[..., None],
            icc=image.info.get("icc_profile"),
            artist=exif.get(0x013B),
            taken=exif.get_ifd(0x8769).get(0x9003),
            dpi=None if 0x011A not in exif else float(exif[0x011A]),
            orientation=exif.get(0x0112, 1),
        )
