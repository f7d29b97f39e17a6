"""A step of the history: what it is called and the document on either side of it.

The window keeps the steps on its undo stack; what a step is, and which steps belong together,
is decided here.
"""

from __future__ import annotations

import attrs

from faceswap_gui.project.document import Document


@attrs.frozen
class Step:
    """One edit that can be undone."""

    name: str
    """What the person did, as the history list shows it: ``Blend 0.80``."""
    before: Document
    after: Document
    gesture: str | None = None
    """Steps in a row of the same gesture (one drag of one slider) become one step."""

    def continues(self, earlier: Step) -> bool:
        """Whether this step belongs to the same gesture as the one just before it."""
        return self.gesture is not None and self.gesture == earlier.gesture

    def joined(self, later: Step) -> Step:
        """Return the one step that does what this one and then the later one did."""
        return attrs.evolve(self, name=later.name, after=later.after)

    @property
    def changes_nothing(self) -> bool:
        """Whether the gesture ended where it began, so that there is nothing to undo."""
        return self.before == self.after
