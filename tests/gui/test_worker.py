"""One thread, one queue: the newest request wins, and nothing is lost or left running."""

import threading

import pytest

from faceswap_gui.errors import Cancelled, InputError
from faceswap_gui.gui.worker import Job, Worker


@pytest.fixture
def worker(qtbot):
    made = Worker(object)
    yield made
    made.stop()


class Log:
    """What came of the jobs."""

    def __init__(self):
        self.done, self.failures = [], []

    def job(self, kind, work, *, yields=False):
        return Job(kind, kind, work, self.done.append, self.failures.append, yields=yields)


@pytest.fixture
def log():
    return Log()


def test_of_waiting_jobs_of_a_kind_only_the_newest_is_done(worker, log, qtbot):
    gate = threading.Event()
    worker.submit(log.job("open", lambda *_: gate.wait(10) and "first"))
    for number in range(5):
        worker.submit(log.job("render", lambda _, __, n=number: n))
    gate.set()

    qtbot.waitUntil(lambda: len(log.done) == 2)

    assert log.done == ["first", 4]


def test_jobs_of_different_kinds_are_all_done_in_order(worker, log, qtbot):
    for kind in ("open source", "open target", "render", "export"):
        worker.submit(log.job(kind, lambda _, __, k=kind: k))

    qtbot.waitUntil(lambda: len(log.done) == 4)

    assert log.done == ["open source", "open target", "render", "export"]


def test_a_job_that_yields_is_broken_off_by_the_next(worker, log, qtbot):
    began = threading.Event()

    def endless(_engine, task):
        began.set()
        while not task.cancelled():
            threading.Event().wait(0.005)
        raise Cancelled("given up")

    worker.submit(log.job("render", endless, yields=True))
    assert began.wait(10)

    worker.submit(log.job("render", lambda *_: "newest"))
    qtbot.waitUntil(lambda: log.done == ["newest"])

    assert log.failures == []


def test_a_failure_arrives_in_words_and_the_next_job_is_done(worker, log, qtbot):
    def refuse(*_):
        raise InputError("portrait.jpg shows no face")

    worker.submit(log.job("open", refuse))
    worker.submit(log.job("render", lambda *_: "done"))

    qtbot.waitUntil(lambda: log.done == ["done"])

    (failure,) = log.failures
    assert failure.message == "portrait.jpg shows no face"
    assert "refuse" in failure.details


@pytest.mark.parametrize(
    ("error", "words"), [(MemoryError(), "not enough memory"), (KeyError("x"), "please report it")]
)
def test_an_unexpected_failure_still_says_what_to_do(worker, log, qtbot, error, words):
    def fail(*_):
        raise error

    worker.submit(log.job("render", fail))
    qtbot.waitUntil(lambda: len(log.failures) == 1)

    assert words in log.failures[0].message


def test_results_come_back_in_the_window_s_thread(worker, log, qtbot):
    threads = []
    job = Job(
        "any",
        "any",
        lambda *_: threads.append(threading.get_ident()),
        lambda _: threads.append(threading.get_ident()),
        log.failures.append,
    )
    worker.submit(job)
    qtbot.waitUntil(lambda: len(threads) == 2)

    assert threads[1] == threading.get_ident() != threads[0]


def test_after_it_was_stopped_no_result_arrives(worker, log, qtbot):
    gate = threading.Event()
    worker.submit(log.job("open", lambda *_: gate.wait(10)))
    qtbot.waitUntil(lambda: not worker.idle)
    worker.dismiss()
    gate.set()
    worker.stop()
    qtbot.wait(20)

    assert log.done == []
    assert worker.isFinished()
