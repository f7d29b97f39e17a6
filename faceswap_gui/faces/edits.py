"""What a person puts right by hand on one photograph, as plain values.

Nothing here depends on how large a photograph is: points move by shares of the eye distance, places
are shares of the photograph's width and height. So the same edits hold for a smaller draft of it,
and a project file can keep them. The module is light: the window imports it before NumPy.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from faceswap_gui.errors import UsageError

LANDMARKS = 478
"""468 points of the mesh and two irises of five each."""


@attrs.frozen(order=True)
class Move:
    """One landmark that was put elsewhere than where it was found."""

    landmark: int
    """0 to 477."""
    dx: float
    """To the right of the photograph, in distances between the found face's outer eye corners."""
    dy: float
    """Down, in the same unit."""


Moves = tuple[Move, ...]
"""All moved landmarks of one face, in ascending order, each at most once."""


def with_move(moves: Moves, move: Move) -> Moves:
    """Return the moves with one more, in place of that landmark's former one."""
    return tuple(sorted([*without_move(moves, move.landmark), move]))


def without_move(moves: Moves, landmark: int) -> Moves:
    """Return the moves with that landmark back where it was found."""
    return tuple(move for move in moves if move.landmark != landmark)


def checked_moves(moves: Iterable[Move]) -> Moves:
    """Return moves in order.

    Raises:
        UsageError: a landmark does not exist or is moved twice.
    """
    ordered = tuple(sorted(moves))
    landmarks = [move.landmark for move in ordered]
    wrong = [landmark for landmark in landmarks if not 0 <= landmark < LANDMARKS]
    if wrong:
        raise UsageError(
            "there is no landmark {landmark}; they are 0 to {last}",
            landmark=wrong[0],
            last=LANDMARKS - 1,
        )
    if len(set(landmarks)) < len(landmarks):
        raise UsageError("each landmark can be moved only once; give the sum of its moves")
    return ordered


@attrs.frozen
class Box:
    """A rectangle of a photograph, in shares of its width and height: 0, 0, 1, 1 is all of it.

    Raises:
        UsageError: it is empty or reaches beyond the photograph.
    """

    left: float
    top: float
    right: float
    bottom: float

    def __attrs_post_init__(self) -> None:
        across, down = (self.left, self.right), (self.top, self.bottom)
        if not all(0 <= low < high <= 1 for low, high in (across, down)):
            raise UsageError("a box takes 0 ≤ left < right ≤ 1 and 0 ≤ top < bottom ≤ 1")

    def pixels(self, width: int, height: int) -> tuple[float, float, float, float]:
        """Return x0, y0, x1, y1 of a photograph of that size; its border is at 0 and width."""
        return self.left * width, self.top * height, self.right * width, self.bottom * height


WHOLE = Box(0.0, 0.0, 1.0, 1.0)


@attrs.frozen
class Mask:
    """Where the face must show and where the target must stay, whatever the program thinks.

    Two grey pictures of equal size, as the bytes of a PNG each, which makes a mask a value that is
    cheap to compare and to keep for every step of the history.
    """

    place: Box
    """The part of the photograph that the pictures cover; beyond, all is as computed."""
    show: bytes = attrs.field(repr=False)
    """White: the face shows. Black: the target stays. Mid grey (127 or 128): as computed."""
    soften: bytes | None = attrs.field(default=None, repr=False)
    """White: the edge of the face is blurred there. None: nowhere."""
