"""When the program fails, a file says how, and it is made before anybody has to ask for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from faceswap_gui.diagnostics import CrashReports, start_log
from faceswap_gui.diagnostics.log import FILE, LOGGER, stop_log

PROGRAM = """
import logging, sys
from pathlib import Path
from faceswap_gui.diagnostics import CrashReports, start_log
folder = Path(sys.argv[1])
start_log(folder, '0.0.9')
CrashReports(folder, '0.0.9').watch()
logging.getLogger("faceswap_gui").info("a swap began")
"""
ROOT = Path(__file__).resolve().parents[2]


def run(folder: Path, last_line: str) -> subprocess.CompletedProcess[str]:
    """Run a program that keeps log and reports in a folder and ends with this line."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM + last_line, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def reports(folder: Path) -> list[Path]:
    return list(folder.glob("crash-*.txt"))


def test_what_nobody_catches_is_in_a_report_with_what_the_log_said_before(tmp_path: Path) -> None:
    ended = run(tmp_path, "raise RuntimeError('the canvas tore')")
    assert ended.returncode == 1
    assert "the canvas tore" in ended.stderr
    (report,) = reports(tmp_path)
    text = report.read_text(encoding="utf-8")
    for words in ("RuntimeError: the canvas tore", "faceswap-gui 0.0.9", "a swap began"):
        assert words in text
    assert str(report) in (tmp_path / FILE).read_text(encoding="utf-8")


def test_what_fails_in_another_thread_is_reported_as_well(tmp_path: Path) -> None:
    run(tmp_path, "import threading; threading.Thread(target=lambda: 1 / 0).start()")
    (report,) = reports(tmp_path)
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")


def test_a_crash_of_machine_code_is_reported_at_the_next_start(tmp_path: Path) -> None:
    ended = run(tmp_path, "import ctypes; ctypes.string_at(0)")
    assert ended.returncode != 0
    assert reports(tmp_path) == []
    next_start = CrashReports(tmp_path, "0.0.9")
    (report,) = next_start.left_behind()
    assert "string_at" in report.read_text(encoding="utf-8")
    assert next_start.left_behind() == []  # told once


def test_a_program_that_ends_in_good_order_leaves_nothing_but_its_log(tmp_path: Path) -> None:
    assert run(tmp_path, "").returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_the_log_does_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import logging

    monkeypatch.setattr("faceswap_gui.diagnostics.log._LARGEST", 1000)
    start_log(tmp_path, "0.0.9")
    for number in range(100):
        logging.getLogger(LOGGER).info("line %d of many, long enough to fill a file", number)
    stop_log()
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 5000
    assert "line 99" in (tmp_path / FILE).read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_said_and_stops_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    start_log(tmp_path / "file" / "logs", "0.0.9")
    assert "no log is kept" in capsys.readouterr().err
