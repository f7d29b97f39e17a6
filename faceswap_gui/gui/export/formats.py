"""The formats that the window exports, in words and endings."""

from __future__ import annotations

import attrs

from faceswap_gui.gui.language import mark, tr


@attrs.frozen
class ExportFormat:
    """One format of the export dialog."""

    suffix: str
    """What is written if the person gives no ending."""
    words: str
    patterns: str
    has_quality: bool = False
    may_have_layers: bool = False
    always_has_layers: bool = False


FORMATS = (
    ExportFormat(".png", mark("PNG, lossless"), "*.png"),
    ExportFormat(".jpg", mark("JPEG, small"), "*.jpg *.jpeg", has_quality=True),
    ExportFormat(".tif", mark("TIFF, lossless"), "*.tif *.tiff", may_have_layers=True),
    ExportFormat(".psd", mark("PSD, in layers"), "*.psd", always_has_layers=True),
    ExportFormat(".webp", mark("WebP, smaller"), "*.webp", has_quality=True),
    ExportFormat(".jxl", mark("JPEG XL, smaller at 16 bits too"), "*.jxl", has_quality=True),
    ExportFormat(".exr", mark("OpenEXR, linear light"), "*.exr"),
)


def filters(first: ExportFormat) -> str:
    """Return the file dialog's filters, the chosen format before the others."""
    ordered = [first, *(one for one in FORMATS if one is not first)]
    return ";;".join(f"{tr(one.words)} ({one.patterns})" for one in ordered)
