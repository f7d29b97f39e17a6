"""What is dropped on the window, but beside its panes."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from faceswap_gui.gui.panes.dropping import PICTURE_SUFFIXES, is_picture, local_files
from faceswap_gui.gui.panes.picture_pane import PicturePane
from faceswap_gui.gui.studio import Studio


def take_beside(studio: Studio, pane: PicturePane, data: QMimeData) -> bool:
    """Open what was dropped in `pane`, in an empty window two pictures as a pair.

    Return whether there was anything to open.
    """
    document, files = studio.document, local_files(data)
    empty = document.source is None and document.target is None
    if empty and [file.suffix.lower() in PICTURE_SUFFIXES for file in files] == [True, True]:
        studio.open_pair(*files)
        return True
    return is_picture(data) and pane.take(data)
