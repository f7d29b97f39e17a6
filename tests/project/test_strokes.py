"""Paint with a round brush on a face's mask."""

import numpy as np
import pytest

from faceswap_gui.compositing import planes_of
from faceswap_gui.project.strokes import LONGEST, Brush, MaskPainter

FACE = (300.0, 200.0, 500.0, 450.0)


@pytest.fixture
def painter() -> MaskPainter:
    return MaskPainter.of(None, FACE, 800, 600)


def at(painter: MaskPainter, x: int, y: int) -> tuple[int, int]:
    """Return the planes' values at a pixel of the photograph."""
    left, top, _, _ = painter.place.pixels(800, 600)
    place = y - round(top), x - round(left)
    return int(painter.show[place]), int(painter.soften[place])


def stroke(painter: MaskPainter, brush: Brush, *points: tuple[int, int], hardness=0.8) -> None:
    painter.begin(brush, 20, hardness)
    for point in points:
        painter.line_to(*point)
    painter.end()


def test_a_stroke_paints_from_point_to_point_and_nothing_else(painter):
    stroke(painter, Brush.REMOVE, (350, 300), (450, 300))

    assert at(painter, 400, 300) == (0, 0)
    assert at(painter, 400, 330) == (128, 0)
    assert at(painter, 475, 300) == (128, 0)


def test_a_soft_brush_fades_and_going_over_it_twice_in_a_stroke_adds_nothing(painter):
    stroke(painter, Brush.ADD, (400, 300), (400, 300), (400, 300), hardness=0.0)

    once = MaskPainter.of(None, FACE, 800, 600)
    stroke(once, Brush.ADD, (400, 300), hardness=0.0)
    assert np.array_equal(painter.show, once.show)
    assert 128 < at(painter, 411, 300)[0] < at(painter, 404, 300)[0]


def test_a_light_touch_of_the_pen_makes_the_brush_smaller(painter):
    painter.begin(Brush.ADD, 20, 1.0)
    painter.line_to(400, 300, pressure=0.0)

    assert at(painter, 402, 300)[0] == 255
    assert at(painter, 412, 300)[0] == 128


def test_softening_and_restoring_leave_nothing_behind(painter):
    stroke(painter, Brush.REMOVE, (400, 300))
    stroke(painter, Brush.SOFTEN, (400, 300))
    assert at(painter, 400, 300) == (0, 255)

    painter.begin(Brush.RESTORE, 60, 1.0)
    painter.line_to(400, 300)

    assert at(painter, 400, 300) == (128, 0)
    assert painter.mask() is None


def test_a_mask_is_gone_on_with_where_it_was_left(painter):
    stroke(painter, Brush.REMOVE, (400, 300))
    mask = painter.mask()

    again = MaskPainter.of(mask, FACE, 800, 600)
    stroke(again, Brush.ADD, (400, 360))

    assert at(again, 400, 300)[0] == 0
    assert at(again, 400, 360)[0] == 255
    assert planes_of(mask)[0].max() == 128


def test_a_mask_stays_small_on_a_large_photograph():
    painter = MaskPainter.of(None, (1000, 1000, 5000, 5000), 9000, 7000)

    assert max(painter.show.shape) <= LONGEST
    painter.begin(Brush.REMOVE, 200, 1.0)
    painter.line_to(3000, 3000)
    mask = painter.mask()
    assert mask is not None
    x0, y0, x1, y1 = mask.place.pixels(9000, 7000)
    show = planes_of(mask)[0]
    row, column = (3000 - y0) / (y1 - y0), (3000 - x0) / (x1 - x0)
    assert show[round(row * show.shape[0]), round(column * show.shape[1])] == 0
