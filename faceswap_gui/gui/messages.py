"""What the worker and the window hand each other. Light: imports neither torch nor OpenCV."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage

from faceswap_gui.project.document import Document, Picture, Role
from faceswap_gui.project.snapshot import Snapshot

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from faceswap_gui.reenactment import QualityWarning


@attrs.frozen(eq=False)
class Pyramid:
    """A picture for the screen: full size, half, quarter, … so that any zoom draws at once."""

    levels: tuple[QImage, ...]
    size: QSize = attrs.field()
    """The picture's own width and height in pixels."""
    halvings: int = 0
    """How many of the largest levels are missing: a draft begins with a half or a quarter."""

    @size.default
    def _size_of_first(self) -> QSize:
        return self.levels[0].size()

    def colour(self, x: int, y: int) -> QColor | None:
        """Return the colour of a pixel of the full size; None outside."""
        image = self.levels[0]
        x, y = x >> self.halvings, y >> self.halvings
        return image.pixelColor(x, y) if image.valid(x, y) else None


@attrs.frozen(eq=False)
class PictureView:
    """What a pane shows of a picture."""

    picture: Picture
    size: QSize
    thumbnail: QImage
    boxes: tuple[QRectF, ...]
    """The faces' boxes in shares of width and height, the largest face first."""
    faces: tuple[QImage, ...]
    """A small square cut-out of each face, in the same order."""
    landmarks: tuple[NDArray[np.float32], ...] = ()
    """(478, 3) of each face in the picture's pixels, as they were found."""


@attrs.frozen(eq=False)
class Opened:
    """A picture that was read and in which a face was found."""

    role: Role
    view: PictureView
    pyramid: Pyramid


@attrs.frozen(eq=False)
class Rendered:
    """A rendering of `document`, ready to be painted."""

    document: Document
    pyramid: Pyramid
    milliseconds: float
    device: str

    @property
    def is_draft(self) -> bool:
        """Whether a rendering at the target's own size is still to come."""
        return self.pyramid.halvings > 0


@attrs.frozen(eq=False)
class Measured:
    """What a rendering has to say of itself."""

    document: Document
    levels: tuple[dict[str, Any], ...]
    """Per mapped level: level, before, after, ratio, limit, holds."""
    warnings: tuple[QualityWarning, ...] = ()
    """What will be seen to spoil the picture."""


@attrs.frozen(eq=False)
class TransportPicture:
    """How far a level's mapping moved the features, to be laid over a rendering of `document`."""

    document: Document
    level: int
    place: QRectF
    """Where it lies, in the photograph's pixels."""
    image: QImage
    """In colours, transparent outside the face."""
    moved: NDArray[np.float32]
    """(h, w), a number for each of the image's pixels; 1 is one standard deviation."""
    mean: float
    """Over the face."""
    most: float

    def at(self, x: int, y: int) -> float | None:
        """Return how far the features under a pixel of the photograph moved; None outside."""
        across = (x + 0.5 - self.place.left()) / self.place.width()
        down = (y + 0.5 - self.place.top()) / self.place.height()
        if not (0 <= across < 1 and 0 <= down < 1):
            return None
        height, width = self.moved.shape
        row, column = int(down * height), int(across * width)
        inside = self.image.pixelColor(column, row).alpha() > 0
        return float(self.moved[row, column]) if inside else None


@attrs.frozen(eq=False)
class Exported:
    """A picture file that was written."""

    path: Path
    notes: tuple[str, ...]
    """What had to be left out, in words."""


@attrs.frozen
class Estimate:
    """What an export would write."""

    size: int
    """Bytes of the whole file."""
    width: int
    height: int
    bits: int
    """Per channel, of the file."""
    notes: tuple[str, ...]
    """What would have to be left out, in words."""


@attrs.frozen(eq=False)
class ProjectOpened:
    """A project file that was read, with both pictures analysed."""

    path: Path
    document: Document
    pictures: tuple[Opened, ...]
    notes: tuple[str, ...]
    snapshots: tuple[Snapshot, ...] = ()


@attrs.frozen
class Failure:
    """Why a job did not succeed, in the words for the person and those for a bug report."""

    message: str
    """In English, as the command line says it."""
    details: str
    no_face: bool = False
    """The picture could be read, but no face was found in it: a person may point one out."""
    template: str = ""
    """The message before `values` were filled in, by which its translation is found."""
    values: Mapping[str, object] = attrs.field(factory=dict)
