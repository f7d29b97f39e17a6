"""Work that lasts shows what it is and how far it has come, and can be cancelled."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar

from faceswap_gui.errors import Cancelled
from faceswap_gui.gui.worker import Job


@pytest.fixture
def long_job(person):
    """Something that goes on until it is cancelled, in the window's own worker."""
    came = []

    def work(_engine, task):
        task.progress("reenact", 0.4)
        while not task.cancelled():
            pass_time()
        raise Cancelled("given up")

    job = Job("long", "Rendering", work, came.append, came.append)
    person.window.worker.submit(job)
    return came


def pass_time():
    import threading

    threading.Event().wait(0.01)


@pytest.fixture
def progress(person):
    return person.find("jobProgress")


def test_it_says_what_and_how_far(person, long_job, progress):
    person.until(progress.isVisible)
    label = progress.findChild(QLabel)
    person.until(lambda: "pose" in label.text())

    bar = progress.findChild(QProgressBar)
    assert label.text().startswith("Rendering")
    assert bar.value() / bar.maximum() == pytest.approx(0.4)


def test_its_button_cancels_it(person, long_job, progress):
    person.until(progress.isVisible)

    person.qtbot.mouseClick(person.find("cancelJob"), Qt.MouseButton.LeftButton)

    person.until(progress.isHidden)
    assert long_job == []
    assert person.window.banner.text == ""


def test_escape_cancels_it_too(person, long_job, progress):
    person.until(progress.isVisible)

    person.qtbot.keyClick(person.window, Qt.Key.Key_Escape)

    person.until(progress.isHidden)


def test_closing_the_window_ends_it(person, long_job):
    person.until(lambda: not person.window.worker.idle)

    person.window.close()

    assert person.window.worker.isFinished()
