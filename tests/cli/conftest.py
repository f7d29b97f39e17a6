"""The command in a folder of the test's own, and a copy of the program that may be damaged."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from faceswap_command import PACKAGE, Command, Outcome, start

from faceswap_gui import cli
from faceswap_gui.imaging.credentials import passing_credentials


@pytest.fixture
def faceswap(tmp_path: Path) -> Command:
    def command(*words: object, **environment: str) -> Outcome:
        return start(*words, folder=tmp_path, **environment)

    return command


@pytest.fixture
def here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Command:
    """The command in this process, which loads torch once for all tests that take this."""
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> Outcome:
        code = cli.main(list(map(str, words)))
        return Outcome(code, *capfd.readouterr())

    return run


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


@pytest.fixture
def signing(tmp_path: Path) -> tuple[str, ...]:
    """The options that sign with a certificate of the person's own, and its two files."""
    mine = passing_credentials()
    (tmp_path / "chain.pem").write_bytes(mine.chain)
    (tmp_path / "key.pem").write_bytes(mine.key)
    return ("--certificate", "chain.pem", "--key", "key.pem")
