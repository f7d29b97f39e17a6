"""The formats that the window exports, in words and endings."""

from __future__ import annotations

import attrs

from faceswap_gui.gui.language import mark, tr
from faceswap_gui.imaging.formats import HOLDS, LAYERED, SUFFIXES, Format, Holds


@attrs.frozen
class ExportFormat:
    """One format of the export dialog."""

    suffix: str
    """What is written if the person gives no ending."""
    words: str
    patterns: str

    @property
    def holds(self) -> Holds:
        """What it can hold."""
        return HOLDS[SUFFIXES[self.suffix]]

    @property
    def has_layers(self) -> bool | None:
        """Whether its files have layers; None if that is the person's choice."""
        kind = SUFFIXES[self.suffix]
        return True if kind is Format.PSD else None if kind in LAYERED else False

    @property
    def is_lossless(self) -> bool | None:
        """Whether it keeps every pixel; None if that is the person's choice."""
        return None if self.holds.lossless and self.holds.quality else self.holds.lossless


FORMATS = (
    ExportFormat(".png", mark("PNG, lossless"), "*.png"),
    ExportFormat(".jpg", mark("JPEG, small"), "*.jpg *.jpeg"),
    ExportFormat(".tif", mark("TIFF, lossless"), "*.tif *.tiff"),
    ExportFormat(".psd", mark("PSD, in layers"), "*.psd"),
    ExportFormat(".webp", mark("WebP, smaller"), "*.webp"),
    ExportFormat(".jxl", mark("JPEG XL, smaller at 16 bits too"), "*.jxl"),
    ExportFormat(".exr", mark("OpenEXR, linear light"), "*.exr"),
)


def filters(first: ExportFormat) -> str:
    """Return the file dialog's filters, the chosen format before the others."""
    ordered = [first, *(one for one in FORMATS if one is not first)]
    return ";;".join(f"{tr(one.words)} ({one.patterns})" for one in ordered)
