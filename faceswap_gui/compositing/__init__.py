"""Step 5: carry the appearance change to native resolution and blend it in."""

from faceswap_gui.compositing.composite import Patch, composite
from faceswap_gui.compositing.light_match import match_light
from faceswap_gui.compositing.mask import soft_mask
from faceswap_gui.compositing.painted import mask_from_photo, painted_mask, planes_of, with_painted
from faceswap_gui.compositing.transfer import appearance_change, carry

__all__ = [
    "Patch",
    "appearance_change",
    "carry",
    "composite",
    "mask_from_photo",
    "match_light",
    "painted_mask",
    "planes_of",
    "soft_mask",
    "with_painted",
]
