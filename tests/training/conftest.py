from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.training.portraits import Portrait, load_portraits
from faceswap_gui.training.prepare import Prepared, prepare


@pytest.fixture(scope="session")
def photographs(
    tmp_path_factory: pytest.TempPathFactory, source_path: Path, target_path: Path
) -> Path:
    """A folder with two portraits."""
    folder = tmp_path_factory.mktemp("photographs")
    for path in (source_path, target_path):
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="session")
def prepared(
    tmp_path_factory: pytest.TempPathFactory, photographs: Path, analyser: FaceAnalyser
) -> Prepared:
    return prepare(photographs, tmp_path_factory.mktemp("cache"), 128, analyser=analyser)


@pytest.fixture(scope="session")
def portraits(prepared: Prepared) -> Sequence[Portrait]:
    return load_portraits(prepared, 64)
