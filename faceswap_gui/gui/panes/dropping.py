"""What may be dropped or pasted as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

_FORMATS = "jpg jpeg png tif tiff webp heic heif avif jxl psd exr dng cr2 cr3 nef arw raf orf rw2"
PICTURE_SUFFIXES = tuple(f".{name}" for name in _FORMATS.split())
"""What file dialogs ask for; the Windows installer offers *open with* for the same."""


RESULT = "application/x-faceswap-gui-result"
"""Marks what is dragged out of this program: its file lives only as long as the program runs."""


def picture_filter(words: str, everything: str) -> str:
    """Return the file dialog's filter, called `words`."""
    patterns = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in PICTURE_SUFFIXES)
    return f"{words} ({patterns});;{everything} (*)"


def local_files(data: QMimeData) -> list[Path]:
    """Return the files of this computer that are being dropped or pasted."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def pictures_among(paths: Sequence[Path]) -> list[Path]:
    """Return the pictures that were dropped: of folders and of many files those called so.

    A file whose name says nothing is taken where no other does: opening it will tell.
    """
    files = [file for path in paths for file in (_files_in(path) if path.is_dir() else [path])]
    return [file for file in files if file.suffix.lower() in PICTURE_SUFFIXES] or [
        path for path in paths if not path.is_dir()
    ]


def _files_in(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return []  # it may not be read, and so has no pictures for this person


def is_picture(data: QMimeData) -> bool:
    """Whether there is something that could be a picture; opening it will tell."""
    return not data.hasFormat(RESULT) and (bool(local_files(data)) or data.hasImage())


def image_in(data: QMimeData) -> QImage | None:
    """Return the pixels that another program put there, if there are any."""
    if not data.hasImage():
        return None
    image = data.imageData()
    return image if isinstance(image, QImage) and not image.isNull() else None
