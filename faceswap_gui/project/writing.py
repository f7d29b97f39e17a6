"""How finished pictures are written. Light: imports neither torch nor OpenCV."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from faceswap_gui.imaging.credentials import Credentials


@attrs.frozen
class Writing:
    """What a person chooses for the files that they export, whatever the format of each."""

    quality: int = 95
    """1 to 100, of the formats that lose something."""
    subsampling: str = "4:4:4"
    """JPEG's colour resolution: 4:4:4, 4:2:2 or 4:2:0."""
    lossless: bool = False
    """Whether WebP and JPEG XL keep every pixel, whatever `quality` says."""
    metadata: bool = True
    """Whether the target's camera data, place and words come along."""
    provenance: bool = True
    """Whether the picture says that a trained model painted in it."""
    credentials: Credentials | None = None
    """With what that is signed; this computer's own key if None."""
    layers: bool = False
    """Whether a TIFF gets layers; a PSD always does."""
