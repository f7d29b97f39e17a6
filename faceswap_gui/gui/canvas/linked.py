"""How the source is shown beside the target: another photograph, looked at in step by its face."""

from __future__ import annotations

from math import log2

import attrs
from PySide6.QtCore import QPointF, QRectF, QSizeF

from faceswap_gui.gui.canvas.view import MARGIN, View

_WHOLE = QRectF(0, 0, 1, 1)


@attrs.frozen(eq=False)
class Link:
    """The meant faces of source and target, in shares of their pictures' width and height."""

    source: QRectF = _WHOLE
    target: QRectF = _WHOLE


def linked_view(
    view: View, target: QSizeF, source: QSizeF, link: Link, room: QSizeF, pixel_ratio: float
) -> View:
    """Return how the source is shown in a view of that size while the target is shown with `view`.

    Both are whole together. From twice as large on, the source's face lies where the target's
    does and is as wide; between, the one goes over into the other.
    """
    inner = QSizeF(room.width() - 2 * MARGIN, room.height() - 2 * MARGIN)
    zoomed = view.scale / View.fitted(target, inner, pixel_ratio).scale
    whole = View.fitted(source, inner, pixel_ratio)
    whole = View(whole.scale * zoomed).centred(source, room)
    face, its_face = _placed(link.source, source), _placed(link.target, target)
    share = min(1.0, max(0.0, log2(zoomed)))
    alike = view.scale * its_face.width() / max(face.width(), 1.0)
    scale = whole.scale ** (1 - share) * alike**share
    middle = face.center()
    place = whole.to_viewport(middle) * (1 - share) + view.to_viewport(its_face.center()) * share
    return View(scale, place.x() - middle.x() * scale, place.y() - middle.y() * scale)


def _placed(share: QRectF, picture: QSizeF) -> QRectF:
    return QRectF(
        QPointF(share.x() * picture.width(), share.y() * picture.height()),
        QSizeF(share.width() * picture.width(), share.height() * picture.height()),
    )
