"""Refuse a place that cannot be written before the work, not after it."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from faceswap_gui.errors import OutputError, UsageError
from faceswap_gui.project.files import write_whole


def check_output(path: Path, inputs: Iterable[Path] = ()) -> None:
    """Make sure that a file can be written to `path`.

    Raises:
        OutputError: its folder is missing or read-only, it is a folder itself, or its name is too
            long.
        UsageError: it is one of the inputs, which are never overwritten.
    """
    _check_length(path)
    folder = path.parent
    if not folder.is_dir():
        raise OutputError(
            "the folder {folder} of {name} does not exist; make it first",
            folder=folder,
            name=path.name,
        )
    if path.is_dir():
        raise OutputError("{path} is a folder; name a file in it", path=path)
    if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise OutputError("{path} is not writable; choose another folder", path=path)
    for given in inputs:
        if path.exists() and given.exists() and path.samefile(given):
            raise UsageError(
                "{path} is an input and would be lost; give -o another name", path=path
            )


def _check_length(path: Path) -> None:
    try:
        path.lstat()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise OutputError(
                "{path} could not be written: {remedy}",
                path=path,
                remedy="the name is too long: choose a shorter one",
            ) from error


def check_picture_output(path: Path, inputs: Iterable[Path] = ()) -> None:
    """Make sure that a picture can be written to `path`; errors as for `check_output`.

    Raises:
        OutputError: also when no picture format is known by the name's ending.
    """
    from faceswap_gui.imaging.write import output_format

    check_output(path, inputs)
    output_format(path)


def make_folder(path: Path) -> None:
    """Make a folder and those above it.

    Raises:
        OutputError: it cannot be made or is read-only.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        raise OutputError(
            "the folder {path} cannot be made ({reason}); choose another", path=path, reason=reason
        ) from error
    if not os.access(path, os.W_OK):
        raise OutputError("the folder {path} is not writable; choose another", path=path)


def write_json(path: Path, content: Any) -> None:
    """Write JSON to a file, whole or not at all.

    Raises:
        OutputError: it cannot be written.
    """
    text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    write_whole(path, lambda file: file.write(text.encode()))
