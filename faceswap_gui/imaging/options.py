"""How a picture is to be written."""

from __future__ import annotations

import attrs

from faceswap_gui.errors import UsageError

SUBSAMPLINGS = ("4:4:4", "4:2:2", "4:2:0")


@attrs.frozen(kw_only=True)
class WriteOptions:
    """Choices of the person for one export.

    Raises:
        UsageError: a value is outside its range.
    """

    quality: int = attrs.field(default=95)
    """1 to 100, of the formats that lose something."""
    subsampling: str = attrs.field(default="4:4:4")
    """JPEG's colour resolution: one of `SUBSAMPLINGS`."""
    lossless: bool = False
    """WebP and JPEG XL: keep every pixel, whatever `quality` says."""
    metadata: bool = True
    """False: the privacy switch, no EXIF, XMP and IPTC."""

    @quality.validator
    def _check_quality(self, _: object, value: int) -> None:
        if not 1 <= value <= 100:
            raise UsageError("quality takes 1 to 100, not {value}", value=value)

    @subsampling.validator
    def _check_subsampling(self, _: object, value: str) -> None:
        if value not in SUBSAMPLINGS:
            raise UsageError(
                "subsampling takes {names}, not {value}", names=", ".join(SUBSAMPLINGS), value=value
            )
