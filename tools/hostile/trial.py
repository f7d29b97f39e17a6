"""One hostile file through the real command, and whether that ended as it must."""

from __future__ import annotations

import contextlib
import functools
import io
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import attrs

from faceswap_gui import cli
from faceswap_gui.assets import resource
from faceswap_gui.commands import swap
from faceswap_gui.commands.work import make_swapper
from faceswap_gui.errors import FaceSwapError
from faceswap_gui.imaging import read_photo
from faceswap_gui.pipeline.swapper import Swapper
from hostile.files import Due, Hostile

_REFUSED = 3
_ASIDE = ("note: ", "warning: ")
"""How lines begin that tell of a picture that was made all the same."""


@functools.cache
def _swapper(*chosen: Any, **how: Any) -> Swapper:
    """Load the models once; no file can do anything to that."""
    return make_swapper(*chosen, **how)


@attrs.frozen
class Verdict:
    """What the command said, and what was wrong with that, if anything."""

    said: str
    trouble: str = ""
    seconds: float = 0.0
    """Of work by the command alone, without making the file."""


def judge(hostile: Hostile, folder: Path) -> Verdict:
    """Make the file, swap a face onto it, and look at what is left."""
    place = Path(tempfile.mkdtemp(dir=folder))
    target, output = place / hostile.name, place / "out" / "swapped.png"
    output.parent.mkdir()
    hostile.make(target)
    with _collected() as (code, said), mock.patch.object(swap, "make_swapper", _swapper):
        words = ["swap", str(resource("demo_source.jpg")), str(target), "-o", str(output)]
        start = time.process_time()  # other programs' work is not the file's fault
        code.append(cli.main(words))
        seconds = time.process_time() - start
    lines = [line for line in said[0].splitlines() if not line.startswith(_ASIDE)]
    left = sorted(path.name for path in output.parent.iterdir())
    trouble = _trouble(hostile, code[0], lines, output, left)
    shutil.rmtree(place)
    return Verdict(lines[0] if lines else "a picture", trouble, seconds)


def _trouble(hostile: Hostile, code: int, lines: list[str], output: Path, left: list[str]) -> str:
    """Say what is wrong with an ending; empty if nothing is."""
    made = code == 0
    one_error = len(lines) == 1 and lines[0].startswith("error: ")
    wrong = {
        f"exit code {code}: {lines}": code not in (0, _REFUSED),
        f"not one line of error but {lines}": not made and not one_error,
        f"native code said {lines}": made and bool(lines),
        f"left behind: {left}": left != ([output.name] if made else []),
        f"it should have become {hostile.due.value}: {lines}": (
            hostile.due is not Due.EITHER and (hostile.due is Due.PICTURE) != made
        ),
        "the picture cannot be read": made and output.is_file() and not _whole(output),
    }
    return "; ".join(words for words, is_so in wrong.items() if is_so)


def _whole(path: Path) -> bool:
    try:
        read_photo(path)
    except FaceSwapError:
        return False
    return True


@contextlib.contextmanager
def _collected() -> Iterator[tuple[list[int], list[str]]]:
    """Collect the exit code, and all that Python and native code write to standard error."""
    code: list[int] = []
    said: list[str] = []
    kept = os.dup(2)
    with (
        tempfile.TemporaryFile() as file,
        os.fdopen(os.dup(file.fileno()), "w", buffering=1, errors="backslashreplace") as text,
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(text),
    ):
        os.dup2(file.fileno(), 2)
        try:
            yield code, said
        finally:
            text.flush()
            os.dup2(kept, 2)
            os.close(kept)
            file.seek(0)
            said.append(file.read().decode(errors="replace"))
