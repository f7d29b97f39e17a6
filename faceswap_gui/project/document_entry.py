"""A document in a project file: an entry of its JSON, and files beside that in the archive.

Pictures that lie on the disk are linked, by a path relative to the project file and by their full
path. Only pasted pictures, which have no file of their own, travel inside.
"""

from __future__ import annotations

import os
import tempfile
import zipfile
from pathlib import Path, PurePosixPath
from typing import Any

import attrs

from faceswap_gui.errors import FaceSwapError, InputError
from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project.digest import sha256_of
from faceswap_gui.project.document import Document, Picture, Role
from faceswap_gui.project.edits_file import edits_entry, edits_from
from faceswap_gui.project.files import write_whole

_PICTURES = "pictures"


def document_entry(document: Document, project: Path) -> dict[str, Any]:
    """Return the JSON of a document's pictures and settings in a project file at `project`.

    Raises:
        InputError: a pasted picture is no longer there.
    """
    pictures = {role: document.picture(role) for role in Role}
    entries = {role.value: _entry(picture, project) for role, picture in pictures.items()}
    return entries | {"settings": document.settings.values()}


def embedded_files(document: Document) -> dict[str, Path]:
    """Return the pasted pictures, which the archive must hold, by their names in it."""
    pictures = (document.picture(role) for role in Role)
    return {_name(one.path): one.path for one in pictures if one and one.embedded}


@attrs.frozen
class DocumentReader:
    """Makes documents of the entries of one open project file."""

    project: Path
    archive: zipfile.ZipFile
    unpack_to: Path | None
    """Where pasted pictures go; None: to a temporary folder."""
    _unpacked: dict[str, Path] = attrs.field(factory=dict, init=False)

    def document(self, entry: dict[str, Any]) -> Document:
        """Return the document of an entry, whether its linked pictures are there or not.

        Raises:
            InputError: a setting or an edit cannot be.
            KeyError, TypeError, ValueError: it is no document's entry.
        """
        document = Document(settings=self._settings(entry["settings"]))
        for role in Role:
            if (of_picture := entry[role.value]) is not None:
                document = document.with_picture(role, self._picture(of_picture))
        return document

    def _settings(self, values: dict[str, float]) -> Settings:
        try:
            return Settings.from_values(values)
        except FaceSwapError as error:
            raise InputError(
                "{path} holds a setting that cannot be: {error}", path=self.project, error=error
            ) from error

    def _picture(self, entry: dict[str, Any]) -> Picture:
        face = int(entry["face"])
        boxes, edits = edits_from(self.project, entry, self.archive)
        if "embedded" in entry:
            return Picture(self._unpack(entry["embedded"]), face, True, boxes, edits)
        return Picture(self._linked(entry), face, False, boxes, edits)

    def _linked(self, entry: dict[str, Any]) -> Path:
        """Return where the picture is, or, if it is nowhere, where it was."""
        full = Path(entry["path"])
        folder = self.project.absolute().parent
        beside = folder / entry["relative"] if "relative" in entry else full
        found = (path.resolve() for path in (beside, full) if path.is_file())
        return next(found, full)

    def _unpack(self, name: str) -> Path:
        if name not in self._unpacked:
            folder = self.unpack_to or Path(tempfile.mkdtemp(prefix="faceswap-"))
            folder.mkdir(parents=True, exist_ok=True)
            # Only the bare file name: an archive must not be able to write outside the folder.
            path = folder / PurePosixPath(name).name
            data = self.archive.read(name)
            write_whole(path, lambda file: file.write(data))
            self._unpacked[name] = path
        return self._unpacked[name]


def _entry(picture: Picture | None, project: Path) -> dict[str, Any] | None:
    if picture is None:
        return None
    entry: dict[str, Any] = {"face": picture.face} | edits_entry(picture)
    if picture.embedded:
        return entry | {"sha256": sha256_of(picture.path), "embedded": _name(picture.path)}
    return entry | {"path": str(picture.path.absolute())} | _relative(picture.path, project)


def _relative(picture: Path, project: Path) -> dict[str, str]:
    try:
        relative = os.path.relpath(picture.absolute(), project.absolute().parent)
    except ValueError:  # another drive
        return {}
    return {"relative": Path(relative).as_posix()}


def _name(path: Path) -> str:
    return f"{_PICTURES}/{path.name}"
