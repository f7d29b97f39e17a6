"""A program that Windows started without a terminal still says what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from faceswap_gui import cli


def test_a_project_that_is_gone_is_said_in_a_box(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr("sys.stderr", None)
    monkeypatch.setattr(cli, "show_error", shown.append)
    gone = tmp_path / "gone.fsproj"
    assert cli.main([str(gone)]) == 3
    assert [str(gone) in words for words in shown] == [True]
