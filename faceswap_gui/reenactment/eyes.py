"""Eyelids and irises of the reenacted face.

The statistics of expressions know no blinks, which are rare in portraits; and irises lie on no
vertex of the mesh. Both are carried from one eye to the other in the eye's own frame.
"""

from __future__ import annotations

from faceswap_gui.reenactment.eye_frame import EYES, carried, shutness
from faceswap_gui.reenactment.similarity import Array


def with_eyes(reenacted: Array, own: Array, source: Array, target: Array, *, share: float) -> Array:
    """Return the reenacted landmarks (478, 3) with the eyes as far open as they should be.

    Where source or target blinks, the lids are as far apart as the target's, by `share`; what is
    left of it is the source's own lids. The irises lie where the mesh takes the source's.

    Args:
        reenacted: (478, 3), the mesh as bone structure and expression place it.
        own: (478, 3), the same with the source's own expression.
        source: (478, 3), laid onto the target.
        target: (478, 3).
        share: 0..1, how far the target opens and shuts the eyes.
    """
    result = reenacted.copy()
    for eye in EYES:
        shut = max(shutness(source, eye), shutness(target, eye))
        lids = list(eye.lids)
        of_target = carried(target[lids], target, reenacted, eye) - reenacted[lids]
        of_source = carried(source[lids], source, own, eye) - own[lids]
        result[lids] += share * shut * of_target + (1 - share) * of_source
        result[eye.iris] = carried(source[eye.iris], source, reenacted, eye)
    return result
