"""Whatever goes wrong inside, a person reads one line."""

from __future__ import annotations

import argparse

import pytest

from faceswap_gui import cli
from faceswap_gui.commands import controls


class OutOfMemoryError(RuntimeError):
    """Named like the one that torch raises for a graphics card."""


def fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let the command ``controls`` fail."""

    def run(arguments: argparse.Namespace) -> int:
        raise error

    monkeypatch.setattr(controls, "run", run)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (MemoryError(), 5, "memory ran out"),
        (OutOfMemoryError("CUDA out of memory.\nTried to allocate"), 5, "memory ran out"),
        (RuntimeError("DefaultCPUAllocator: can't allocate memory: 8 GB"), 5, "memory ran out"),
        (KeyboardInterrupt(), 130, "interrupted"),
        (ZeroDivisionError("division\nby zero"), 1, "--debug"),
    ],
)
def test_a_failure_inside_becomes_one_line(
    error: BaseException,
    code: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    fail_with(monkeypatch, error)
    assert cli.main(["controls"]) == code
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("error: ")
    assert said in lines[0]


@pytest.mark.parametrize("words", [["controls", "--debug"], ["--debug", "controls"]])
def test_debug_shows_where_the_failure_came_from(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fail_with(monkeypatch, ZeroDivisionError("division by zero"))
    assert cli.main(words) == 1
    shown = capsys.readouterr().err
    assert "Traceback" in shown
    assert shown.splitlines()[-1].startswith("error: ")
