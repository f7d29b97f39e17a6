"""The face that a tool works on: its document, its place and its landmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from PySide6.QtCore import QRectF, QSize

from faceswap_gui.faces.edits import Mask, Moves
from faceswap_gui.gui.messages import Opened
from faceswap_gui.gui.studio import Studio
from faceswap_gui.project.document import Picture, Role

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@attrs.frozen(eq=False)
class Subject:
    """A picture of the document as it was analysed, and the face that is meant in it."""

    role: Role
    picture: Picture
    size: QSize
    """Of the photograph, in pixels."""
    found: NDArray[np.float32]
    """(478, 3) landmarks as they were found, in the photograph's pixels."""
    boxes: tuple[QRectF, ...]
    """All faces' boxes in shares of width and height."""

    @staticmethod
    def of(studio: Studio, role: Role) -> Subject | None:
        """Return the picture in that role; None if there is none, or it is still being read."""
        picture = studio.document.picture(role)
        opened = studio.shelf.get(picture)
        if picture is None or opened is None or picture.face >= len(opened.view.landmarks):
            return None
        view = opened.view
        return Subject(role, picture, view.size, view.landmarks[picture.face], view.boxes)

    @staticmethod
    def without_face(opened: Opened) -> Subject:
        """Return a picture in which a face is still to be pointed out."""
        import numpy as np

        view = opened.view
        return Subject(opened.role, view.picture, view.size, np.empty((0, 3), np.float32), ())

    @property
    def box(self) -> tuple[float, float, float, float]:
        """x0, y0, x1, y1 of the face in the photograph's pixels."""
        share, width, height = self.boxes[self.picture.face], self.size.width(), self.size.height()
        return (
            share.left() * width,
            share.top() * height,
            share.right() * width,
            share.bottom() * height,
        )

    @property
    def face_size(self) -> float:
        """The longer side of the face's box in pixels."""
        x0, y0, x1, y1 = self.box
        return max(x1 - x0, y1 - y0)

    def paint(self, studio: Studio, mask: Mask | None, step: str, gesture: str) -> None:
        """Give the face another mask, as a step of history."""
        self._put(studio, self.picture.with_mask(mask), step, gesture)

    def move(self, studio: Studio, moves: Moves, step: str, gesture: str | None = None) -> None:
        """Move the face's landmarks, as a step of history."""
        self._put(studio, self.picture.with_moves(moves), step, gesture)

    def _put(self, studio: Studio, picture: Picture, step: str, gesture: str | None) -> None:
        studio.change(step, studio.document.with_picture(self.role, picture), gesture)
