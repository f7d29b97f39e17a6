"""The ways to compare, and which picture they show where."""

from __future__ import annotations

from enum import StrEnum

import attrs
from PySide6.QtCore import QPointF, QRectF, QSizeF

from faceswap_gui.gui.canvas.linked import Link
from faceswap_gui.gui.language import mark
from faceswap_gui.gui.messages import Pyramid

_GAP = 2.0
"""Viewport units between views that lie side by side."""


class Compare(StrEnum):
    """A way to look at the result against what it was made from."""

    RESULT = "result"
    WIPE = "wipe"
    WIPE_HORIZONTAL = "wipe_horizontal"
    SIDE_BY_SIDE = "side"
    DIFFERENCE = "difference"
    THREE = "three"

    @property
    def shows_earlier(self) -> bool:
        """Whether the result is shown against what it was before, or against a snapshot."""
        return self.is_wipe or self in (Compare.SIDE_BY_SIDE, Compare.DIFFERENCE)

    @property
    def is_wipe(self) -> bool:
        """Whether a divider can be dragged."""
        return self in (Compare.WIPE, Compare.WIPE_HORIZONTAL)


@attrs.frozen(eq=False)
class Pictures:
    """What there is to show. `before` is the target as it was opened."""

    source: Pyramid | None = None
    before: Pyramid | None = None
    after: Pyramid | None = None
    edited: Pyramid | None = None
    """The photograph that a tool works on: it is shown as it was opened, whatever is compared."""

    snapshot: Pyramid | None = None
    """An earlier result, compared with instead of `before`."""
    snapshot_name: str = ""
    link: Link = attrs.field(factory=Link)
    """By which the source is looked at in step with the target."""

    @property
    def earlier(self) -> Pyramid | None:
        """What the result is compared with."""
        return self.snapshot or self.before

    @property
    def earlier_name(self) -> str:
        """What that is called."""
        return self.snapshot_name if self.snapshot is not None else mark("Before")

    @property
    def main(self) -> Pyramid | None:
        """The picture whose size decides zoom and position."""
        return self.edited or self.after or self.before


@attrs.frozen(eq=False)
class Cell:
    """One of the linked views: its place in the canvas, its picture and that picture's name."""

    place: QRectF
    picture: Pyramid | None
    name: str


def cells(compare: Compare, pictures: Pictures, size: QSizeF) -> list[Cell]:
    """Return the views that the canvas is divided into, from left to right."""
    after = pictures.after or pictures.before
    if pictures.edited is not None:
        shown: list[tuple[Pyramid | None, str]] = [(pictures.edited, "")]
        if compare is Compare.SIDE_BY_SIDE:
            shown.append((after, mark("Result")))
    elif compare is Compare.SIDE_BY_SIDE:
        shown = [(pictures.earlier, pictures.earlier_name), (after, mark("After"))]
    elif compare is Compare.THREE:
        shown = [
            (pictures.source, mark("Source")),
            (pictures.before, mark("Target")),
            (after, mark("Result")),
        ]
    else:
        shown = [(after, "")]
    width = (size.width() - _GAP * (len(shown) - 1)) / len(shown)
    return [
        Cell(QRectF(index * (width + _GAP), 0, width, size.height()), picture, name)
        for index, (picture, name) in enumerate(shown)
    ]


@attrs.frozen(eq=False)
class Wipe:
    """Where the divider between before and after stands: a share of what is visible."""

    share: float = 0.5
    horizontal: bool = False
    """The divider is a horizontal line: before above, after below."""

    def parts(self, visible: QRectF) -> tuple[QRectF, QRectF]:
        """Return the parts of `visible` that show the before and the after."""
        before, after = QRectF(visible), QRectF(visible)
        if self.horizontal:
            before.setBottom(self.line(visible))
            after.setTop(self.line(visible))
        else:
            before.setRight(self.line(visible))
            after.setLeft(self.line(visible))
        return before, after

    def line(self, visible: QRectF) -> float:
        """Return the divider's coordinate in the viewport, on a whole unit to stay sharp."""
        if self.horizontal:
            return round(visible.top() + self.share * visible.height())
        return round(visible.left() + self.share * visible.width())

    def distance(self, visible: QRectF, point: QPointF) -> float:
        """Return how far a point of the viewport is from the divider."""
        across = point.y() if self.horizontal else point.x()
        return abs(across - self.line(visible))

    def dragged(self, visible: QRectF, point: QPointF) -> Wipe:
        """Return the wipe with its divider at a point of the viewport."""
        if self.horizontal:
            share = (point.y() - visible.top()) / max(visible.height(), 1.0)
        else:
            share = (point.x() - visible.left()) / max(visible.width(), 1.0)
        return Wipe(min(1.0, max(0.0, share)), self.horizontal)
