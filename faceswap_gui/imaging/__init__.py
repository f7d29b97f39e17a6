"""Read and write photographs; colour.

Heavy libraries are imported where they are first used, so that importing this room is cheap.
"""

from faceswap_gui.imaging.colour import linear_to_srgb, rgb_to_lab, srgb_to_linear
from faceswap_gui.imaging.layer import Layer
from faceswap_gui.imaging.layers import is_layered, write_layers
from faceswap_gui.imaging.photo import MAX_MEGAPIXELS, Photo, photo_from_array
from faceswap_gui.imaging.provenance import Provenance
from faceswap_gui.imaging.provenance_report import ProvenanceReport, read_provenance
from faceswap_gui.imaging.read import read_photo
from faceswap_gui.imaging.working import RATIO_OFFSET, analysis_image, from_working, to_working
from faceswap_gui.imaging.write import write_photo

__all__ = [
    "MAX_MEGAPIXELS",
    "RATIO_OFFSET",
    "Layer",
    "Photo",
    "Provenance",
    "ProvenanceReport",
    "analysis_image",
    "from_working",
    "is_layered",
    "linear_to_srgb",
    "photo_from_array",
    "read_photo",
    "read_provenance",
    "rgb_to_lab",
    "srgb_to_linear",
    "to_working",
    "write_layers",
    "write_photo",
]
