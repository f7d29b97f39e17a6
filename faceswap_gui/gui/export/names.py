"""What an exported picture is called unless the person says otherwise."""

from __future__ import annotations

from faceswap_gui.gui.export.formats import ExportFormat
from faceswap_gui.project.document import Document


def result_name(document: Document, chosen: ExportFormat) -> str:
    """Return the file's name for a document's result: the target's, marked as a swap."""
    target = document.target
    return f"{target.path.stem if target else 'result'}-swap{chosen.suffix}"
