"""One swap of a batch, how its picture is written, and what has become of it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project.document import Document, Picture

if TYPE_CHECKING:
    from faceswap_gui.imaging.credentials import Credentials


@attrs.frozen
class Job:
    """Put the face of `source` on `target` and write `output`, which no other job writes."""

    source: Path
    target: Path
    output: Path
    settings: Settings = attrs.field(factory=Settings)

    @property
    def document(self) -> Document:
        """The job as a document, which can be rendered."""
        return Document(
            source=Picture(self.source), target=Picture(self.target), settings=self.settings
        )

    def as_dict(self) -> dict[str, Any]:
        """Return the job ready for JSON, with full paths."""
        return {
            "source": str(self.source.absolute()),
            "target": str(self.target.absolute()),
            "output": str(self.output.absolute()),
            "settings": self.settings.values(),
        }

    @classmethod
    def from_dict(cls, content: dict[str, Any]) -> Job:
        """Build a job from what `as_dict` gave (`KeyError`, `TypeError`, `UsageError` if not)."""
        source, target, output = (Path(content[name]) for name in ("source", "target", "output"))
        return cls(source, target, output, Settings.from_values(content["settings"]))


@attrs.frozen
class Writing:
    """How the pictures of a batch are written."""

    quality: int = 95
    """1 to 100, of the formats that lose something."""
    metadata: bool = True
    provenance: bool = True
    credentials: Credentials | None = None
    """With what they are signed; this computer's own key if None."""


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
    """Why it failed."""
