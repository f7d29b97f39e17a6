"""What was put right by hand, in a project file: lines of its JSON and pictures beside it."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from faceswap_gui.errors import FaceSwapError, InputError
from faceswap_gui.faces.edits import Box, Mask, Move, checked_moves
from faceswap_gui.project.document import FaceEdits, Picture

_FOLDER = "masks"
_MOST_BYTES = 64 << 20
"""A mask's packed picture is a few hundred kilobytes; a file of this size is no mask."""


def edits_entry(picture: Picture) -> dict[str, Any]:
    """Return the JSON of a picture's boxes, moved landmarks and masks; empty if it has none."""
    entry: dict[str, Any] = {}
    if picture.boxes:
        entry["boxes"] = [_numbers(box) for box in picture.boxes]
    if picture.edits:
        entry["edits"] = [_face_entry(edits) for edits in picture.edits]
    return entry


def edit_files(picture: Picture) -> Iterator[tuple[str, bytes]]:
    """Yield the names in the archive and the bytes of a picture's masks."""
    for edits in picture.edits:
        if edits.mask is not None:
            yield _name(edits.mask.show), edits.mask.show
        if edits.mask is not None and edits.mask.soften is not None:
            yield _name(edits.mask.soften), edits.mask.soften


def edits_from(
    project: Path, entry: dict[str, Any], archive: zipfile.ZipFile
) -> tuple[tuple[Box, ...], tuple[FaceEdits, ...]]:
    """Return the boxes and edits that a picture's entry holds.

    Raises:
        InputError: a box, a landmark or a mask is none.
    """
    try:
        boxes = tuple(Box(*map(float, box)) for box in entry.get("boxes", ()))
        return boxes, tuple(_face_edits(face, archive) for face in entry.get("edits", ()))
    except FaceSwapError as error:
        raise InputError(
            "{project} holds an edit that cannot be: {error}", project=project, error=error
        ) from error


def _face_entry(edits: FaceEdits) -> dict[str, Any]:
    entry: dict[str, Any] = {"face": edits.face}
    if edits.moves:
        entry["moves"] = [[move.landmark, move.dx, move.dy] for move in edits.moves]
    if edits.mask is not None:
        mask = edits.mask
        entry["mask"] = {"place": _numbers(mask.place), "show": _name(mask.show)}
        if mask.soften is not None:
            entry["mask"]["soften"] = _name(mask.soften)
    return entry


def _face_edits(entry: dict[str, Any], archive: zipfile.ZipFile) -> FaceEdits:
    moves = checked_moves(
        Move(int(i), float(dx), float(dy)) for i, dx, dy in entry.get("moves", ())
    )
    mask = _mask(entry["mask"], archive) if "mask" in entry else None
    return FaceEdits(int(entry["face"]), moves, mask)


def _mask(entry: dict[str, Any], archive: zipfile.ZipFile) -> Mask:
    from faceswap_gui.compositing import planes_of

    soften = _bytes(archive, entry["soften"]) if "soften" in entry else None
    mask = Mask(Box(*map(float, entry["place"])), _bytes(archive, entry["show"]), soften)
    planes_of(mask)  # a damaged one is refused now, not at every render
    return mask


def _bytes(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > _MOST_BYTES:
        raise InputError("{name} is far too large for a mask; paint it again", name=name)
    return archive.read(name)


def _numbers(box: Box) -> list[float]:
    return [box.left, box.top, box.right, box.bottom]


def _name(data: bytes) -> str:
    """Return a mask's name by its content, so that snapshots which share one keep it once."""
    return f"{_FOLDER}/{hashlib.sha256(data).hexdigest()[:16]}.png"
