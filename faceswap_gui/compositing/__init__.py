"""Step 5: carry the appearance change to native resolution and blend it in."""

from faceswap_gui.compositing.composite import Patch, composite
from faceswap_gui.compositing.light_match import match_light
from faceswap_gui.compositing.mask import soft_mask
from faceswap_gui.compositing.transfer import appearance_change, carry

__all__ = ["Patch", "appearance_change", "carry", "composite", "match_light", "soft_mask"]
