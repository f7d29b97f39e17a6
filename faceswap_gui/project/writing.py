"""How finished pictures are written. Light: imports neither torch nor OpenCV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON; of the certificate and its key only whether there are any."""
        values = attrs.asdict(self, recurse=False)
        return {**values, "credentials": self.credentials is not None}

    @classmethod
    def from_dict(cls, content: dict[str, Any]) -> Writing:
        """Build it from what `as_dict` gave, without credentials (`TypeError` if it is none)."""
        return cls(**{**content, "credentials": None})
