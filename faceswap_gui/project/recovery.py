"""Unsaved work, kept aside so that a crash or a hasty goodbye loses nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import attrs

from faceswap_gui.errors import FaceSwapError
from faceswap_gui.project.document import Document
from faceswap_gui.project.files import write_whole
from faceswap_gui.project.project_file import (
    SUFFIX,
    LoadedProject,
    load_project,
    save_project,
)
from faceswap_gui.project.snapshot import Snapshot


@attrs.frozen
class Kept:
    """Work of an earlier session that was never saved."""

    path: Path
    """The recovery copy, a project file."""
    saved_as: Path | None
    """The project file that the person was working on, if it had a name."""
    moment: datetime


class RecoveryFolder:
    """The recovery copies of all sessions; each session writes one of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.mine = folder / f"{uuid4().hex}{SUFFIX}"
        """The session's own copy, which need not exist."""

    def prepare(self) -> None:
        """Make the folder."""
        self._folder.mkdir(parents=True, exist_ok=True)

    def keep(
        self, document: Document, saved_as: Path | None, snapshots: Sequence[Snapshot] = ()
    ) -> None:
        """Write the session's recovery copy (`OutputError` when the folder refuses)."""
        self.prepare()
        save_project(document, self.mine, snapshots)
        note = json.dumps({"saved_as": str(saved_as) if saved_as else None}).encode()
        write_whole(_note(self.mine), lambda file: file.write(note))

    def discard(self) -> None:
        """Forget the session's own copy: the work is saved, or there is none."""
        _remove(self.mine)

    def others(self) -> list[Kept]:
        """Return what earlier sessions left behind, the newest first."""
        return sorted(self._found(), key=lambda kept: kept.moment, reverse=True)

    def read(self, kept: Kept, unpack_to: Path) -> LoadedProject:
        """Return an earlier session's work; its copy stays until `forget`.

        Raises:
            InputError: the copy is damaged or one of its pictures is gone.
        """
        return load_project(kept.path, unpack_to)

    def forget(self, kept: Kept) -> None:
        """Delete an earlier session's copy."""
        _remove(kept.path)

    def _found(self) -> Iterator[Kept]:
        if not self._folder.is_dir():
            return
        for path in self._folder.glob(f"*{SUFFIX}"):
            if path != self.mine:
                moment = datetime.fromtimestamp(path.stat().st_mtime, UTC)
                yield Kept(path, _saved_as(path), moment)


def keep_quietly(
    folder: RecoveryFolder,
    document: Document,
    saved_as: Path | None,
    snapshots: Sequence[Snapshot] = (),
) -> str | None:
    """Keep a copy; return why not, in words, instead of raising: autosave must not interrupt."""
    try:
        folder.keep(document, saved_as, snapshots)
    except FaceSwapError as error:
        return str(error)
    return None


def _note(path: Path) -> Path:
    return path.with_suffix(".json")


def _saved_as(path: Path) -> Path | None:
    try:
        name = json.loads(_note(path).read_bytes())["saved_as"]
    except (OSError, ValueError, KeyError):
        return None
    return Path(name) if name else None


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    _note(path).unlink(missing_ok=True)
