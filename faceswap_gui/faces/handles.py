"""Which landmarks a person can take hold of: few enough to see the face between them."""

from __future__ import annotations

from faceswap_gui.faces.edits import LANDMARKS
from faceswap_gui.faces.topology import INNER_LIPS, LEFT_EYE, OUTER_LIPS, OVAL, RIGHT_EYE

# fmt: off
RIGHT_BROW_LINE = (70, 63, 105, 66, 107)
LEFT_BROW_LINE = (300, 293, 334, 296, 336)
NOSE_RIDGE = (168, 197, 5, 4)
NOSE_BASE = (98, 97, 2, 326, 327)

HANDLES = (
    *OVAL[::3],
    *RIGHT_BROW_LINE, *LEFT_BROW_LINE,
    33, 160, 158, 133, 153, 144, 263, 387, 385, 362, 380, 373,
    468, 473,
    168, 5, 4, 98, 2, 327,
    61, 39, 0, 269, 291, 405, 17, 181,
    78, 82, 13, 312, 308, 317, 14, 87,
)
"""The points shown at first: oval, brows, eyes with irises, nose, lips."""
# fmt: on
ALL_HANDLES = tuple(range(LANDMARKS))

CONTOURS: tuple[tuple[int, ...], ...] = (
    (*OVAL, OVAL[0]),
    RIGHT_BROW_LINE,
    LEFT_BROW_LINE,
    (*RIGHT_EYE, RIGHT_EYE[0]),
    (*LEFT_EYE, LEFT_EYE[0]),
    NOSE_RIDGE,
    NOSE_BASE,
    (*OUTER_LIPS, OUTER_LIPS[0]),
    (*INNER_LIPS, INNER_LIPS[0]),
)
"""Lines through landmarks that show what the handles belong to."""
