"""Pictures and models that several rooms' tests share."""

from __future__ import annotations

import os
from pathlib import Path

# Spinning OpenMP threads slow torch down many times on shared machines.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from faceswap_gui.assets import resource
from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.faces.face import Face
from faceswap_gui.imaging import Photo, read_photo

SHARED_DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
"""Portraits for measuring, where a checkout has them beside it."""


@pytest.fixture(scope="session", autouse=True)
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Have the key that signs exports made elsewhere than in the home of who runs the tests."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session")
def analyser() -> FaceAnalyser:
    return FaceAnalyser()


@pytest.fixture(scope="session")
def source_path() -> Path:
    return resource("demo_source.jpg")


@pytest.fixture(scope="session")
def target_path() -> Path:
    return resource("demo_target.jpg")


@pytest.fixture(scope="session")
def source_photo(source_path: Path) -> Photo:
    return read_photo(source_path)


@pytest.fixture(scope="session")
def target_photo(target_path: Path) -> Photo:
    return read_photo(target_path)


@pytest.fixture(scope="session")
def source_face(analyser: FaceAnalyser, source_photo: Photo) -> Face:
    return analyser.find(source_photo)[0]


@pytest.fixture(scope="session")
def target_face(analyser: FaceAnalyser, target_photo: Photo) -> Face:
    return analyser.find(target_photo)[0]


@pytest.fixture(scope="session")
def validation() -> Path:
    """The folder of portraits under hard light and pose; skipped where it is not at hand."""
    folder = SHARED_DATA / "synthetic" / "validation"
    if not folder.is_dir():
        pytest.skip("the portraits under hard light are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def london() -> Path:
    """The folder of the London set; its tests are skipped where it is not at hand."""
    folder = SHARED_DATA / "london"
    if not folder.is_dir():
        pytest.skip("the London set is not beside this checkout")
    return folder
