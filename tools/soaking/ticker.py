"""Notices when the event loop stands still, how long, and where."""

import faulthandler
import re
import tempfile
import threading
import time

import attrs
from PySide6.QtCore import QObject, Qt, QTimer

EVERY = 5
"""Milliseconds between two ticks while nothing stops them."""
_OVERDUE = 0.035
"""Seconds without a tick after which it is looked at what the window's thread is doing."""


@attrs.frozen
class Stop:
    """One time that the event loop stood still."""

    action: str
    """What was being done."""
    wall: float
    """Milliseconds that the next tick was late."""
    busy: float
    """Milliseconds of them that the window's own thread was computing; the rest it waited."""
    program: float
    """Milliseconds that any of the program's threads was computing. Where that is little, the
    machine had other things to do; where it is much, a thread may have held Python's lock."""
    where: str
    """The innermost calls of the program, if they were caught in the act."""


class Ticker(QObject):
    """A timer in the window's thread, and a thread that looks on."""

    def __init__(self) -> None:
        super().__init__()
        self.action = "start"
        self.stops: list[Stop] = []
        self.ticks = 0
        self._begin()
        self._where = ""
        self._over = threading.Event()
        self._main = threading.get_ident()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def start(self) -> None:
        """Begin to tick."""
        self._begin()
        self._timer.start()
        self._watcher.start()

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()
        self._over.set()
        self._watcher.join()

    def _tick(self) -> None:
        late = 1000 * (time.perf_counter() - self._last) - EVERY
        if late > 20:
            busy = 1000 * (time.thread_time() - self._busy)
            program = 1000 * (time.process_time() - self._program)
            self.stops.append(Stop(self.action, late, busy, program, self._where))
        self.ticks += 1
        self._where = ""
        self._begin()

    def _begin(self) -> None:
        self._last = time.perf_counter()
        self._busy, self._program = time.thread_time(), time.process_time()

    def _watch(self) -> None:
        while not self._over.wait(0.01):
            if time.perf_counter() - self._last > _OVERDUE and not self._where:
                self._where = _calls_of(self._main)


def _calls_of(thread: int) -> str:
    """Return the innermost calls of a thread.

    Not from its frames: whoever holds one keeps its painters alive beyond their widgets' painting,
    and Qt does not survive that.
    """
    with tempfile.TemporaryFile() as file:
        faulthandler.dump_traceback(file, all_threads=True)
        file.seek(0)
        words = file.read().decode(errors="replace")
    part = words.partition(f"{thread:#018x}")[2].partition("\n\n")[0]
    calls = re.findall(r'File ".*?([^/\\]+)", line (\d+) in (\S+)', part)
    return " > ".join(f"{name}:{line} {function}" for name, line, function in reversed(calls[:5]))
