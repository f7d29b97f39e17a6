"""Run 500 damaged or hostile files through the real command, and say what it does with them.

    python tools/hostile_files.py [--only WORD] [--from N] [--to N]

Each is once the target of ``faceswap-gui swap`` and must end in a picture, or in exit code 3 with
one line: no traceback, no hang, nothing half written, at most 3 GB of memory. The files go through
a few processes, since starting one takes longer than refusing a file; one that hangs or dies is
named and the next file gets a new process. Linux only. Exit code 1 if anything is amiss.
"""

from __future__ import annotations

import argparse
import json
import os
import selectors
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from hostile.files import Hostile, hostile_files
from hostile.trial import judge
from hostile.whole import whole_files

PATIENCE = 20.0
"""Seconds of work that a file may take."""
SILENCE = 180.0
"""Seconds without a word after which a worker is given up: imports and making files take some."""
MEMORY = 3 * 1024**3
"""Bytes that the process may hold."""


def main() -> int:
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        every = _chosen(arguments, folder)
        if arguments.worker is not None:
            _work(every, arguments.worker, folder)
            return 0
        amiss = list(_supervised(len(every), arguments))
    print(f"{len(every)} files, {len(amiss)} amiss")
    return 1 if amiss else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="files whose name holds this")
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--to", dest="last", type=int, default=None)
    parser.add_argument("--worker", type=int, default=None, help=argparse.SUPPRESS)
    return parser.parse_args()


def _chosen(arguments: argparse.Namespace, folder: Path) -> list[Hostile]:
    every = list(hostile_files(whole_files(folder)))[arguments.first : arguments.last]
    return [hostile for hostile in every if arguments.only in hostile.name]


def _work(every: list[Hostile], start: int, folder: Path) -> None:
    """Try one file after another and print a line of JSON for each; the worker's whole life."""
    for hostile in every[start:]:
        _forget_peak()
        told = judge(hostile, folder)
        trouble = told.trouble
        if told.seconds > PATIENCE:
            trouble += f"; it took {told.seconds:.0f} s"
        if (peak := _peak()) > MEMORY:
            trouble += f"; the process held {peak / 1024**3:.1f} GB"
        facts = f"{told.seconds:5.1f} s {peak >> 20:5d} MB  {hostile.name[:60]!a}: {told.said}"
        print(json.dumps([facts, trouble]), flush=True)


_STATUS = Path("/proc/self/status")


def _forget_peak() -> None:
    """Have the kernel count the most memory held anew (Linux)."""
    Path("/proc/self/clear_refs").write_text("5")


def _peak() -> int:
    """Return the most bytes held since `_forget_peak`."""
    line = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def _supervised(count: int, arguments: argparse.Namespace) -> Iterator[str]:
    """Yield what is amiss, file by file, having told it."""
    done = 0
    while done < count:
        worker = _start(arguments, done)
        for facts, trouble in _told(worker):
            done += 1
            print(facts, flush=True)
            if trouble:
                print(f"AMISS: {trouble}")
                yield trouble
        worker.kill()
        worker.wait()
        if done < count:
            trouble = f"file {done} of those chosen hung, or killed the process"
            print(f"AMISS: {trouble}")
            yield trouble
            done += 1


def _start(arguments: argparse.Namespace, done: int) -> subprocess.Popen[str]:
    words = ["--only", arguments.only, "--from", str(arguments.first), "--worker", str(done)]
    words += ["--to", str(arguments.last)] if arguments.last is not None else []
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
    return subprocess.Popen(
        [sys.executable, __file__, *words], stdout=subprocess.PIPE, text=True, env=environment
    )


def _told(worker: subprocess.Popen[str]) -> Iterator[tuple[str, str]]:
    """Yield facts and trouble of each file, until the worker ends or keeps silent for too long."""
    assert worker.stdout is not None
    selector = selectors.DefaultSelector()
    selector.register(worker.stdout, selectors.EVENT_READ)
    while selector.select(SILENCE) and (line := worker.stdout.readline()):
        facts, trouble = json.loads(line)
        yield facts, trouble


if __name__ == "__main__":
    raise SystemExit(main())
