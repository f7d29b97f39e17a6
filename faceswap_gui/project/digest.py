"""Telling whether a picture is still the same file."""

from __future__ import annotations

import hashlib
from pathlib import Path

from faceswap_gui.errors import InputError


def sha256_of(path: Path) -> str:
    """Return the file's SHA-256 as 64 hexadecimal digits.

    Raises:
        InputError: the file is missing or cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        reason = error.strerror or error
        raise InputError(
            "{path} could not be read ({reason}); put the picture back", path=path, reason=reason
        ) from error
