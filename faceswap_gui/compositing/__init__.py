"""Step 5: carry the appearance change to native resolution and blend it in."""

from faceswap_gui.compositing.beard import beard
from faceswap_gui.compositing.colour_match import match_colours
from faceswap_gui.compositing.composite import Change, Cutout, Patch, composite
from faceswap_gui.compositing.layers import LayerStack
from faceswap_gui.compositing.light_edges import light_edges
from faceswap_gui.compositing.light_match import CoarseLight
from faceswap_gui.compositing.lips import lips
from faceswap_gui.compositing.mask import only_shown, soft_mask
from faceswap_gui.compositing.painted import mask_from_photo, painted_mask, planes_of, with_painted
from faceswap_gui.compositing.strips import CopysFace, composite_in_strips
from faceswap_gui.compositing.texture_match import match_texture
from faceswap_gui.compositing.tone_match import match_tone
from faceswap_gui.compositing.transfer import appearance_change, at_resolution, carry

__all__ = [
    "Change",
    "CoarseLight",
    "CopysFace",
    "Cutout",
    "LayerStack",
    "Patch",
    "appearance_change",
    "at_resolution",
    "beard",
    "carry",
    "composite",
    "composite_in_strips",
    "light_edges",
    "lips",
    "mask_from_photo",
    "match_colours",
    "match_texture",
    "match_tone",
    "only_shown",
    "painted_mask",
    "planes_of",
    "soft_mask",
    "with_painted",
]
