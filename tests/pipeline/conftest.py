"""The pipeline on the two demo portraits, its models loaded once a file."""

from pathlib import Path

import pytest

from faceswap_gui import Swapper


@pytest.fixture(scope="module")
def loaded(source_path: Path, target_path: Path) -> Swapper:
    """A swapper that has looked at both portraits."""
    swapper = Swapper(device="cpu")
    swapper.set_source(source_path)
    swapper.set_target(target_path)
    return swapper


@pytest.fixture(scope="module")
def swapper(loaded: Swapper) -> Swapper:
    """The same, for tests that leave nothing behind on it."""
    return loaded
