"""A fault in the program is told to the person, with the file to report it by."""

import pytest
from PySide6.QtCore import QTimer

from faceswap_gui.diagnostics.log import FILE
from faceswap_gui.gui.journal import Journal


@pytest.fixture
def journal(window, tmp_path):
    made = Journal(window.banner, window, tmp_path / "log")
    made.start(window.worker, window.studio)
    yield made
    made.stop()


@pytest.mark.qt_no_exception_capture  # the program's own hook is what is tested
def test_a_fault_in_the_window_leaves_a_report_and_the_window_names_it(person, journal, tmp_path):
    QTimer.singleShot(0, lambda: {}["the missing key"])
    words = person.until_told()
    (report,) = (tmp_path / "log").glob("crash-*.txt")
    assert str(report) in words
    assert "KeyError: 'the missing key'" in report.read_text(encoding="utf-8")
    assert "KeyError: 'the missing key'" in person.window.banner.details


def test_after_a_crash_of_machine_code_the_next_start_names_the_report(person, journal, tmp_path):
    notes = tmp_path / "log" / "running-1-dead.txt"
    notes.write_text("Fatal Python error: Segmentation fault", encoding="utf-8")
    journal.tell_of_earlier_crash()
    (report,) = (tmp_path / "log").glob("crash-*.txt")
    assert str(report) in person.window.banner.text


def test_the_log_tells_what_was_done_and_what_failed(person, journal, source, tmp_path):
    person.drop("sourcePane", source)
    person.until(lambda: "open source: " in log(tmp_path))
    damaged = tmp_path / "damaged.png"
    damaged.write_bytes(b"no picture")
    person.drop("targetPane", damaged)
    person.until_told()
    assert "damaged.png" in log(tmp_path)


def log(folder):
    return (folder / "log" / FILE).read_text(encoding="utf-8")
