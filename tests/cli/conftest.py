"""The command in a folder of the test's own, and a copy of the program that may be damaged."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from faceswap_command import PACKAGE, Command, Outcome, start


@pytest.fixture
def faceswap(tmp_path: Path) -> Command:
    def command(*words: object, **environment: str) -> Outcome:
        return start(*words, folder=tmp_path, **environment)

    return command


@pytest.fixture
def own_copy(tmp_path: Path) -> Path:
    """A copy of the package, whole with its models, for a test to damage."""
    copied = tmp_path / "copy" / "faceswap_gui"
    shutil.copytree(PACKAGE, copied, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("weights", "resources"):
        if not (copied / name).is_dir():
            shutil.copytree(PACKAGE.parent / name, copied / name)
    if not (copied / "NOTICE").is_file():
        shutil.copy(PACKAGE.parent / "NOTICE", copied / "NOTICE")
    return copied
