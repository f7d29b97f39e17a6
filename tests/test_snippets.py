"""What the documents tell a newcomer to type works as it stands.

Every command and every Python snippet of a document is run in one folder that holds what they name.
All share this interpreter, so torch is loaded once. A block that cannot be run has a comment
``<!-- not run: why -->`` above it; text that is no command is fenced as ``text``.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from snippets import Snippet, snippets

from faceswap_gui import cli
from faceswap_gui.assets import resource
from faceswap_gui.commands.window import _check
from faceswap_gui.project import Document, Picture, save_project

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
WITH_SNIPPETS = [document for document in DOCUMENTS if list(snippets(document))]
PROGRAM = "faceswap-gui"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the newcomer stands: a portrait, photographs, a mask and a saved project."""
    portrait, photo = tmp_path / "portrait.jpg", tmp_path / "photo.jpg"
    shutil.copy(resource("demo_source.jpg"), portrait)
    shutil.copy(resource("demo_target.jpg"), photo)
    _write_group(tmp_path / "group.jpg", photo, portrait)
    for many in ("photos", "people"):
        (tmp_path / many).mkdir()
        shutil.copy(photo, tmp_path / many / "one.jpg")
    (tmp_path / "series.csv").write_text("source,target,output\nportrait.jpg,photo.jpg,a.png\n")
    Image.new("L", Image.open(photo).size, 128).save(tmp_path / "mask.png")
    save_project(
        Document(source=Picture(portrait), target=Picture(photo)), tmp_path / "project.fsproj"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return tmp_path


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[list[Path]]:
    """Take the place of the window, which would wait for a person; tests/gui open it."""
    windows: list[list[Path]] = []

    def open_window(paths: Iterable[Path]) -> int:
        _check(list(paths))
        windows.append(list(paths))
        return 0

    monkeypatch.setattr(cli, "open_window", open_window)
    return windows


@pytest.mark.parametrize("document", WITH_SNIPPETS, ids=lambda path: path.name)
def test_every_snippet_of_a_document_runs(
    document: Path,
    folder: Path,
    opened: list[list[Path]],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names: dict[str, object] = {}
    for snippet in snippets(document):
        if snippet.kind == "python":
            exec(compile(snippet.text, snippet.place, "exec"), names)
            continue
        for words in snippet.commands():
            _run(snippet, words, capsys, monkeypatch)


def _run(
    snippet: Snippet,
    words: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert words[0] == PROGRAM, (
        f"{snippet.place}: '{words[0]}' is not run here; say so above it: <!-- not run: why -->"
    )
    monkeypatch.setattr("sys.stdin", io.StringIO())
    code = cli.main(list(_expanded(words[1:])))
    told = capsys.readouterr()
    expected = {0, 5} if words[1:2] == ["doctor"] else {0}  # a checkout is not installed
    assert code in expected, f"{snippet.place}: {' '.join(words)}\n{told.out}{told.err}"


def _expanded(words: list[str]) -> Iterator[str]:
    """Return the words as a shell hands them on: patterns as the files that they match."""
    for word in words:
        matching = sorted(map(str, Path().glob(word))) if "*" in word else []
        yield from matching or [word]


def _write_group(path: Path, *people: Path) -> None:
    pictures = [np.asarray(Image.open(person).resize((512, 600))) for person in people]
    Image.fromarray(np.hstack(pictures)).save(path, quality=95)


def test_the_test_finds_the_snippets_that_there_are() -> None:
    found = [snippet for document in DOCUMENTS for snippet in snippets(document)]
    assert sum(snippet.kind == "python" for snippet in found) >= 3
    assert sum(len(list(snippet.commands())) for snippet in found if not snippet.kind) >= 10
