"""Step 1: bring the source's face into the target's pose, expression and camera."""

from faceswap_gui.reenactment.first_face import FirstFace, reenact
from faceswap_gui.reenactment.groundwork import Groundwork, lay_groundwork
from faceswap_gui.reenactment.maps import GeometryMaps, geometry_maps
from faceswap_gui.reenactment.native_face import NativeFace
from faceswap_gui.reenactment.quality import QualityWarning
from faceswap_gui.reenactment.visibility import smoothstep

__all__ = [
    "FirstFace",
    "GeometryMaps",
    "Groundwork",
    "NativeFace",
    "QualityWarning",
    "geometry_maps",
    "lay_groundwork",
    "reenact",
    "smoothstep",
]
