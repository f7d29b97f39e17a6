"""A document that was kept as it was, to compare with and to go back to."""

from __future__ import annotations

import attrs

from faceswap_gui.project.document import Document


@attrs.frozen
class Snapshot:
    """A document at the moment at which it was kept."""

    number: int
    """Counts the snapshots of a project from 1; one that was forgotten leaves a gap."""
    step: str
    """The step that led to it, in the words of its moment."""
    document: Document

    @property
    def name(self) -> str:
        """Return the number and the step, as a list shows it."""
        return f"{self.number} · {self.step}"
