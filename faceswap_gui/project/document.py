"""One open project: which face goes on which photograph, and with what settings.

A document is a value. Nothing ever changes one; every edit makes a new one, so that a history
step is no more than the document before and the document after.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import attrs

from faceswap_gui.faces.edits import Box, Mask, Moves
from faceswap_gui.pipeline.settings import Settings


class Role(StrEnum):
    """What a picture is for."""

    SOURCE = "source"
    """Gives its face."""
    TARGET = "target"
    """Receives it: keeps its pose, expression, light and everything around the face."""


@attrs.frozen
class FaceEdits:
    """What was put right by hand on one face of a picture."""

    face: int
    moves: Moves = ()
    """Landmarks that are elsewhere than where they were found."""
    mask: Mask | None = None
    """Where the face must show and where the photograph stays; counts where it is the target."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not self.moves and self.mask is None


@attrs.frozen
class Picture:
    """A picture of the document and the face that is meant in it."""

    path: Path
    face: int = 0
    """Index into the picture's faces, the largest being 0."""
    embedded: bool = False
    """It was pasted, so it has no file of the person's own and travels inside the project file."""
    boxes: tuple[Box, ...] = ()
    """Where the person says that a face was missed; these faces count on after the found ones."""
    edits: tuple[FaceEdits, ...] = ()
    """Of the faces that have any, in their order."""

    @property
    def of_face(self) -> FaceEdits:
        """What was put right on the face that is meant."""
        found = (edits for edits in self.edits if edits.face == self.face)
        return next(found, FaceEdits(self.face))

    def with_moves(self, moves: Moves) -> Picture:
        """Return a copy in which these landmarks of the meant face are moved."""
        return self._with(attrs.evolve(self.of_face, moves=moves))

    def with_mask(self, mask: Mask | None) -> Picture:
        """Return a copy with another mask for the meant face."""
        return self._with(attrs.evolve(self.of_face, mask=mask))

    def without_pointed_out(self, found: int) -> Picture:
        """Return a copy without the meant face, which was pointed out, and with the largest meant.

        Args:
            found: how many faces were found without help; those pointed out follow them.
        """
        gone = self.face
        boxes = tuple(box for index, box in enumerate(self.boxes, found) if index != gone)
        edits = tuple(
            attrs.evolve(edit, face=edit.face - (edit.face > gone))
            for edit in self.edits
            if edit.face != gone
        )
        return attrs.evolve(self, face=0, boxes=boxes, edits=edits)

    def _with(self, edits: FaceEdits) -> Picture:
        others = [other for other in self.edits if other.face != self.face]
        kept = others if edits.empty else [*others, edits]
        return attrs.evolve(self, edits=tuple(sorted(kept, key=lambda edit: edit.face)))


@attrs.frozen(kw_only=True)
class Document:
    """The whole state that a project file saves and that undo brings back."""

    source: Picture | None = None
    target: Picture | None = None
    settings: Settings = attrs.field(factory=Settings)

    @property
    def complete(self) -> bool:
        """Whether there is a source and a target, hence something to render."""
        return self.source is not None and self.target is not None

    def picture(self, role: Role) -> Picture | None:
        """Return the picture in that role, if there is one."""
        return self.source if role is Role.SOURCE else self.target

    def with_picture(self, role: Role, picture: Picture | None) -> Document:
        """Return a copy with another picture in that role."""
        if role is Role.SOURCE:
            return attrs.evolve(self, source=picture)
        return attrs.evolve(self, target=picture)

    def with_face(self, role: Role, face: int) -> Document:
        """Return a copy in which another face of that role's picture is meant.

        Raises:
            ValueError: there is no picture in that role.
        """
        picture = self.picture(role)
        if picture is None:
            raise ValueError(f"there is no {role} to choose a face in")
        return self.with_picture(role, attrs.evolve(picture, face=face))

    def with_control(self, name: str, value: float) -> Document:
        """Return a copy in which one control has another value (`UsageError` out of range)."""
        return attrs.evolve(self, settings=self.settings.with_value(name, value))

    def swapped(self) -> Document:
        """Return a copy in which source and target have changed places."""
        return attrs.evolve(self, source=self.target, target=self.source)
