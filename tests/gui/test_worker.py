"""One thread, one queue: the newest request wins, and nothing is lost or left running."""

import threading
import time

import attrs
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


def test_a_background_job_gives_way_to_any_other_and_begins_again_after_it(worker, log, qtbot):
    began, allowed = [], threading.Event()

    def work(_engine, task):
        began.append("batch")
        while not allowed.is_set():
            if task.cancelled():
                raise Cancelled("the work was cancelled")
            time.sleep(0.001)
        return "batch"

    worker.submit(attrs.evolve(log.job("batch", work), background=True))
    qtbot.waitUntil(lambda: began == ["batch"])

    worker.submit(log.job("render", lambda *_: "render"))
    qtbot.waitUntil(lambda: log.done == ["render"])
    qtbot.waitUntil(lambda: began == ["batch", "batch"])
    allowed.set()
    qtbot.waitUntil(lambda: log.done == ["render", "batch"])


def test_a_background_job_that_was_given_up_does_not_begin_again(worker, log, qtbot):
    began, given_up = [], []
    worker.given_up.connect(lambda job: given_up.append(job.kind))

    def work(_engine, task):
        began.append("batch")
        while not task.cancelled():
            time.sleep(0.001)
        raise Cancelled("the work was cancelled")

    worker.submit(attrs.evolve(log.job("batch", work), background=True))
    qtbot.waitUntil(lambda: began == ["batch"])
    worker.cancel()
    qtbot.waitUntil(lambda: worker.idle)

    assert given_up == ["batch"]
    assert began == ["batch"]
    assert log.done == []
