"""One swap of a batch, and what has become of it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

import attrs

from faceswap_gui.errors import UsageError
from faceswap_gui.faces.edits import Box, Move, Moves
from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project.document import Document, Picture


@attrs.frozen
class Job:
    """Put the face of `source` on `target` and write `output`, which no other job writes."""

    source: Path
    target: Path
    output: Path
    settings: Settings = attrs.field(factory=Settings)
    source_face: int = 0
    source_boxes: tuple[Box, ...] = ()
    """Where the person says that faces of the source were missed."""
    source_moves: Moves = ()
    """Landmarks of the source's face that the person has moved."""
    target_face: int | None = 0
    """Which of the target's faces, counted from the largest; None for every one of them."""

    @classmethod
    def like(cls, document: Document, target: Path, output: Path) -> Job:
        """Return the job that does to `target` what a document does to its own.

        Raises:
            UsageError: the document has no source.
        """
        source = document.source
        if source is None:
            raise UsageError("there is no source yet; open the picture that gives its face")
        return cls(
            source.path,
            target,
            output,
            document.settings,
            source.face,
            source.boxes,
            source.of_face.moves,
        )

    @property
    def document(self) -> Document:
        """The job as a document, which can be rendered."""
        source = Picture(self.source, self.source_face, boxes=self.source_boxes)
        if self.source_moves:
            source = source.with_moves(self.source_moves)
        target = Picture(self.target, self.target_face or 0)
        return Document(source=source, target=target, settings=self.settings)

    def as_dict(self) -> dict[str, Any]:
        """Return the job ready for JSON, with full paths."""
        content: dict[str, Any] = {
            "source": str(self.source.absolute()),
            "target": str(self.target.absolute()),
            "output": str(self.output.absolute()),
            "settings": self.settings.values(),
        }
        if self.source_face:
            content["source_face"] = self.source_face
        if self.source_boxes:
            content["source_boxes"] = [attrs.astuple(box) for box in self.source_boxes]
        if self.source_moves:
            content["source_moves"] = [attrs.astuple(move) for move in self.source_moves]
        if self.target_face != 0:
            content["target_face"] = self.target_face
        return content

    @classmethod
    def from_dict(cls, content: dict[str, Any]) -> Job:
        """Build a job from what `as_dict` gave (`KeyError`, `TypeError`, `UsageError` if not)."""
        source, target, output = (Path(content[name]) for name in ("source", "target", "output"))
        return cls(
            source,
            target,
            output,
            Settings.from_values(content["settings"]),
            content.get("source_face", 0),
            tuple(Box(*box) for box in content.get("source_boxes", ())),
            tuple(Move(*move) for move in content.get("source_moves", ())),
            content.get("target_face", 0),
        )


class State(StrEnum):
    """What has become of a job."""

    WAITING = "waiting"
    DONE = "done"
    KEPT = "kept"
    """Its output was there already and was left alone."""
    FAILED = "failed"


@attrs.frozen
class Entry:
    """A job of a queue."""

    job: Job
    state: State = State.WAITING
    why: str = ""
    """Why it failed; `Words`, so that the window can say it in its language."""
