"""The project file: a zip with one JSON, and the pasted pictures and painted masks beside it.

The document's linked pictures come with a SHA-256 that tells whether they are still the same.
Snapshots are documents, too; most differ from the open one in a few settings.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

import attrs

from faceswap_gui import __version__
from faceswap_gui.errors import FaceSwapError, InputError, Words
from faceswap_gui.project.digest import sha256_of
from faceswap_gui.project.document import Document, Picture, Role
from faceswap_gui.project.document_entry import DocumentReader, document_entry, embedded_files
from faceswap_gui.project.edits_file import edit_files
from faceswap_gui.project.files import write_whole
from faceswap_gui.project.snapshot import Snapshot

SUFFIX = ".fsproj"
FORMAT = 2
"""Raised when an older program could no longer read the document correctly."""
_WITHOUT_EDITS = 1
"""What a project without masks, moved landmarks and boxes still is: older programs read it."""

_ENTRY = "project.json"


@attrs.frozen
class LoadedProject:
    """What a project file held."""

    document: Document
    notes: tuple[str, ...] = ()
    """What the person should know, in words: a linked picture has changed since."""
    snapshots: tuple[Snapshot, ...] = ()
    """The oldest first."""


def save_project(document: Document, path: str | Path, snapshots: Sequence[Snapshot] = ()) -> None:
    """Write `document` and its `snapshots` to `path`, whole or not at all.

    Raises:
        OutputError: the file could not be written; an earlier one is then untouched.
        InputError: one of the document's pictures is no longer there to be described, or a pasted
            one of a snapshot.
    """
    path = Path(path)
    content = _content(document, path, snapshots)
    documents = [document, *(snapshot.document for snapshot in snapshots)]

    def write(file: BinaryIO) -> None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(_ENTRY, json.dumps(content, indent=2, ensure_ascii=False))
            embedded = {name: at for one in documents for name, at in embedded_files(one).items()}
            for name, at in embedded.items():
                archive.write(at, name)
            masks = dict(file for one in documents for file in _masks(one))
            for name, data in masks.items():
                archive.writestr(name, data, zipfile.ZIP_STORED)

    write_whole(path, write)


def load_project(path: str | Path, unpack_to: Path | None = None) -> LoadedProject:
    """Read a project file. Pasted pictures are unpacked into `unpack_to` (a temporary folder).

    Raises:
        InputError: the file is missing, damaged or from a newer version, or a picture that the
            document links is gone; the message says which and what to do. One that only a
            snapshot links is told of in the notes.
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


def _content(document: Document, path: Path, snapshots: Sequence[Snapshot]) -> dict[str, Any]:
    entry = document_entry(document, path)
    for role, picture in _pictures(document):
        entry[role.value]["sha256"] = sha256_of(picture.path)
    edited = any(picture.boxes or picture.edits for _role, picture in _pictures(document))
    content = {
        "format": FORMAT if edited else _WITHOUT_EDITS,
        "program": f"faceswap-gui {__version__}",
        **entry,
    }
    if snapshots:
        content["snapshots"] = [_snapshot_entry(snapshot, path) for snapshot in snapshots]
    return content


def _snapshot_entry(snapshot: Snapshot, path: Path) -> dict[str, Any]:
    named = {"number": snapshot.number, "step": snapshot.step}
    return named | document_entry(snapshot.document, path)


def _pictures(document: Document) -> list[tuple[Role, Picture]]:
    pictures = ((role, document.picture(role)) for role in Role)
    return [(role, picture) for role, picture in pictures if picture is not None]


def _masks(document: Document) -> list[tuple[str, bytes]]:
    return [file for _role, picture in _pictures(document) for file in edit_files(picture)]


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
    reader = DocumentReader(path, archive, unpack_to)
    document = reader.document(content)
    notes = []
    for role, picture in _pictures(document):
        if not picture.path.is_file():
            raise InputError(
                "{full}, a picture of {name}, is missing; put it back or beside the project file",
                full=picture.path,
                name=path.name,
            )
        if not picture.embedded and sha256_of(picture.path) != content[role.value]["sha256"]:
            notes.append(_changed(picture))
    snapshots = tuple(_snapshot(reader, entry) for entry in content.get("snapshots", ()))
    notes += [note for snapshot in snapshots for note in _missing(snapshot)]
    return LoadedProject(document, tuple(notes), snapshots)


def _snapshot(reader: DocumentReader, entry: dict[str, Any]) -> Snapshot:
    return Snapshot(int(entry["number"]), str(entry["step"]), reader.document(entry))


def _changed(picture: Picture) -> Words:
    return Words(
        "{name} has changed since the project was saved; its faces may be others now",
        name=picture.path.name,
    )


def _missing(snapshot: Snapshot) -> list[Words]:
    """Return what is missing in words: it is no reason not to open the project."""
    return [
        Words(
            "{full}, a picture of snapshot {number}, is missing; put it back to compare with it",
            full=picture.path,
            number=snapshot.number,
        )
        for _role, picture in _pictures(snapshot.document)
        if not picture.path.is_file()
    ]
