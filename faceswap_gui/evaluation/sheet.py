"""Contact sheets: rows of labelled tiles, each a face with what is around it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import attrs
import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.evaluation.arrays import FloatArray, Picture, as_bytes
from faceswap_gui.imaging import photo_from_array, write_photo

Tile = NDArray[np.uint8]

_BAR = 22  # px of the label under a tile
_FACE_SHARE = 0.62  # of a tile that the face takes, so that its surroundings show
_PAPER, _INK = 24, 230


@attrs.frozen(eq=False)
class Cell:
    """One square tile (S, S, 3) and the label below it."""

    tile: Tile
    label: str


def cut(picture: Picture, landmarks: FloatArray, side: int) -> Tile:
    """Return (side, side, 3): the face and what is around it, as upright as the picture is."""
    low, high = landmarks[:, :2].min(axis=0), landmarks[:, :2].max(axis=0)
    scale = side * _FACE_SHARE / float((high - low).max())
    offset = np.full(2, side / 2) - (low + high) / 2 * scale
    matrix = np.array([[scale, 0, offset[0]], [0, scale, offset[1]]], np.float32)
    pixels = as_bytes(picture[..., :3])
    if scale < 1:  # warpAffine has no area filter of its own
        pixels = cv2.GaussianBlur(pixels, (0, 0), 0.4 / scale).astype(np.uint8)
    paper = (_PAPER, _PAPER, _PAPER)
    tile = cv2.warpAffine(pixels, matrix, (side, side), flags=cv2.INTER_CUBIC, borderValue=paper)
    return tile.astype(np.uint8)


def contact_sheet(rows: Sequence[Sequence[Cell]], side: int) -> Tile:
    """Return all rows of cells as one picture, every tile shrunk to `side` px, labels below."""
    width = max(len(row) for row in rows) * side
    sheet = np.full((len(rows) * (side + _BAR), width, 3), _PAPER, np.uint8)
    for line, row in enumerate(rows):
        for place, cell in enumerate(row):
            top, left = line * (side + _BAR), place * side
            small = cv2.resize(cell.tile, (side, side), interpolation=cv2.INTER_AREA)
            sheet[top : top + side, left : left + side] = small
            _write(sheet, cell.label, left + 4, top + side + _BAR - 7)
    return sheet


def write_sheet(rows: Sequence[Sequence[Cell]], path: Path, side: int) -> None:
    """Write `contact_sheet` to a PNG file.

    Raises:
        OutputError: the file cannot be written.
    """
    photo = photo_from_array(contact_sheet(rows, side))
    write_photo(photo, photo.pixels, path)


def _write(sheet: Tile, text: str, x: int, y: int) -> None:
    plain = text.encode("ascii", "replace").decode()  # OpenCV's own letters are ASCII only
    ink = (_INK, _INK, _INK)
    cv2.putText(sheet, plain, (x, y), cv2.FONT_HERSHEY_SIMPLEX, 0.38, ink, 1, cv2.LINE_AA)
