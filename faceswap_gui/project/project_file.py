"""The project file: a zip with one JSON, and the pasted pictures and painted masks beside it.

Pictures that lie on the disk are linked, by a path relative to the project file and by their full
path, with a SHA-256 that tells whether they are still the same. Only pasted pictures, which have
no file of their own, travel inside.
"""

from __future__ import annotations

import json
import os
import tempfile
import zipfile
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

import attrs

from faceswap_gui import __version__
from faceswap_gui.errors import FaceSwapError, InputError, Words
from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project.digest import sha256_of
from faceswap_gui.project.document import Document, Picture, Role
from faceswap_gui.project.edits_file import edit_files, edits_entry, edits_from
from faceswap_gui.project.files import write_whole

SUFFIX = ".fsproj"
FORMAT = 2
"""Raised when an older program could no longer read the file correctly."""
_WITHOUT_EDITS = 1
"""What a project without masks, moved landmarks and boxes still is: older programs read it."""

_ENTRY = "project.json"
_PICTURES = "pictures"


@attrs.frozen
class LoadedProject:
    """What a project file held."""

    document: Document
    notes: tuple[str, ...] = ()
    """What the person should know, in words: a linked picture has changed since."""


def save_project(document: Document, path: str | Path) -> None:
    """Write `document` to `path`, whole or not at all.

    Raises:
        OutputError: the file could not be written; an earlier one is then untouched.
        InputError: a linked picture is no longer there to be described.
    """
    path = Path(path)
    pictures = {role: document.picture(role) for role in Role}
    entries = {role: _entry(picture, role, path) for role, picture in pictures.items()}
    edited = any(picture.boxes or picture.edits for picture in pictures.values() if picture)
    content = {
        "format": FORMAT if edited else _WITHOUT_EDITS,
        "program": f"faceswap-gui {__version__}",
        **{role.value: entry for role, entry in entries.items()},
        "settings": document.settings.values(),
    }

    def write(file: BinaryIO) -> None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(_ENTRY, json.dumps(content, indent=2, ensure_ascii=False))
            for path in _embedded(document):
                archive.write(path, _embedded_name(path))
            for role, picture in pictures.items():
                for name, data in edit_files(picture, role) if picture else ():
                    archive.writestr(name, data, zipfile.ZIP_STORED)

    write_whole(path, write)


def load_project(path: str | Path, unpack_to: Path | None = None) -> LoadedProject:
    """Read a project file. Pasted pictures are unpacked into `unpack_to` (a temporary folder).

    Raises:
        InputError: the file is missing, damaged or from a newer version, or a picture that it
            links is gone; the message says which and what to do.
    """
    path = Path(path)
    try:
        with zipfile.ZipFile(path) as archive:
            content = json.loads(archive.read(_ENTRY))
            _refuse_newer(path, content)
            return _loaded(path, content, archive, unpack_to)
    except FaceSwapError:
        raise
    except FileNotFoundError:
        raise InputError("{path} does not exist; check its name", path=path) from None
    except OSError as error:
        reason = error.strerror or error
        raise InputError(
            "{path} could not be read ({reason}); check its permissions", path=path, reason=reason
        ) from error
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, EOFError) as error:
        raise InputError(
            "{path} is damaged or no faceswap-gui project; open a copy of it or start a new one",
            path=path,
        ) from error


def _entry(picture: Picture | None, role: Role, project: Path) -> dict[str, Any] | None:
    if picture is None:
        return None
    entry: dict[str, Any] = {"face": picture.face, "sha256": sha256_of(picture.path)}
    entry |= edits_entry(picture, role)
    if picture.embedded:
        return entry | {"embedded": _embedded_name(picture.path)}
    return entry | {"path": str(picture.path.absolute())} | _relative(picture.path, project)


def _relative(picture: Path, project: Path) -> dict[str, str]:
    try:
        relative = os.path.relpath(picture.absolute(), project.absolute().parent)
    except ValueError:  # another drive
        return {}
    return {"relative": Path(relative).as_posix()}


def _embedded(document: Document) -> set[Path]:
    """Return the pasted pictures; one that is both source and target is kept once."""
    pictures = (document.picture(role) for role in Role)
    return {picture.path for picture in pictures if picture and picture.embedded}


def _embedded_name(path: Path) -> str:
    return f"{_PICTURES}/{path.name}"


def _refuse_newer(path: Path, content: Any) -> None:
    if int(content["format"]) > FORMAT:
        raise InputError(
            "{path} was saved by a newer version ({program}, format {format}; this one "
            "reads up to {newest}); install the newer version",
            path=path,
            program=content["program"],
            format=content["format"],
            newest=FORMAT,
        )


def _loaded(
    path: Path, content: dict[str, Any], archive: zipfile.ZipFile, unpack_to: Path | None
) -> LoadedProject:
    document = Document(settings=_settings(path, content["settings"]))
    notes = []
    for role in Role:
        entry = content[role.value]
        if entry is None:
            continue
        picture = _picture(path, entry, archive, unpack_to)
        document = document.with_picture(role, picture)
        if not picture.embedded and sha256_of(picture.path) != entry["sha256"]:
            notes.append(
                Words(
                    "{name} has changed since the project was saved; its faces may be others now",
                    name=picture.path.name,
                )
            )
    return LoadedProject(document, tuple(notes))


def _settings(path: Path, values: dict[str, float]) -> Settings:
    try:
        return Settings.from_values(values)
    except FaceSwapError as error:
        raise InputError(
            "{path} holds a setting that cannot be: {error}", path=path, error=error
        ) from error


def _picture(
    project: Path, entry: dict[str, Any], archive: zipfile.ZipFile, unpack_to: Path | None
) -> Picture:
    face = int(entry["face"])
    boxes, edits = edits_from(project, entry, archive)
    if "embedded" in entry:
        unpacked = _unpack(archive, entry["embedded"], unpack_to)
        return Picture(unpacked, face, True, boxes, edits)
    return Picture(_linked(project, entry), face, False, boxes, edits)


def _linked(project: Path, entry: dict[str, Any]) -> Path:
    full = Path(entry["path"])
    beside = project.absolute().parent / entry["relative"] if "relative" in entry else full
    for candidate in (beside, full):
        if candidate.is_file():
            return candidate.resolve()
    raise InputError(
        "{full}, a picture of {name}, is missing; put it back or beside the project file",
        full=full,
        name=project.name,
    )


def _unpack(archive: zipfile.ZipFile, name: str, unpack_to: Path | None) -> Path:
    folder = unpack_to or Path(tempfile.mkdtemp(prefix="faceswap-"))
    folder.mkdir(parents=True, exist_ok=True)
    # Only the bare file name: an archive must not be able to write outside the folder.
    path = folder / PurePosixPath(name).name
    data = archive.read(name)
    write_whole(path, lambda file: file.write(data))
    return path
