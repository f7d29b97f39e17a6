"""One good picture of each kind, with a face in it: what the hostile ones are made from."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pillow_heif
import tifffile
from PIL import Image

from faceswap_gui.assets import resource
from faceswap_gui.imaging import Layer, photo_from_array, write_layers, write_photo

WRITTEN = (".png", ".jpg", ".tif", ".webp", ".jxl", ".exr")
SUFFIXES = (*WRITTEN, ".psd", ".heic", ".avif", ".dng")
_FACE = (slice(40, 360), slice(110, 390))
_PATTERN = ((0, 1), (1, 2))
"""Which colour a camera's sensor sees in every two by two pixels."""


def whole_files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of one good picture per suffix, made in `folder`."""
    with Image.open(resource("demo_target.jpg")) as image:
        pixels = np.ascontiguousarray(np.asarray(image.convert("RGB"))[_FACE])
    photo = photo_from_array(pixels)
    for suffix in WRITTEN:
        write_photo(photo, pixels, folder / f"whole{suffix}")
    deep = pixels.astype(np.uint16) * 257
    write_photo(photo_from_array(deep), deep, folder / "whole.png")
    write_layers(photo, [Layer(name="face", pixels=pixels)], pixels, folder / "whole.psd")
    pillow_heif.from_pillow(Image.fromarray(pixels)).save(folder / "whole.heic")
    Image.fromarray(pixels).save(folder / "whole.avif")
    _write_dng(folder / "whole.dng", pixels)
    return {suffix: (folder / f"whole{suffix}").read_bytes() for suffix in SUFFIXES}


def _write_dng(path: Path, pixels: np.ndarray) -> None:
    """Write what a camera's sensor would have seen of the picture."""
    larger = cv2.resize(pixels, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    light = (larger.astype(np.float32) / 255) ** 2.2
    sensor = np.zeros(light.shape[:2], np.uint16)
    for row in (0, 1):
        for column in (0, 1):
            seen = light[row::2, column::2, _PATTERN[row][column]]
            sensor[row::2, column::2] = 200 + seen * 3600
    matrix = (3.13, -1.62, -0.49, -0.98, 1.92, 0.03, 0.07, -0.23, 1.41)
    rationals = tuple(part for value in matrix for part in (round(value * 1000), 1000))
    tags = [
        (50706, "B", 4, bytes((1, 4, 0, 0)), True),
        (50708, "s", 0, "Synthetic", True),
        (33421, "H", 2, (2, 2), True),
        (33422, "B", 4, bytes((0, 1, 1, 2)), True),
        (50717, "I", 1, 4095, True),
        (50721, 10, 9, rationals, True),
        (50728, 5, 3, (1, 1, 1, 1, 1, 1), True),
        (50778, "H", 1, 21, True),
    ]
    tifffile.imwrite(path, sensor, photometric=32803, extratags=tags, metadata=None)
