"""Kill the program with SIGKILL, over and over, while it edits, exports and works through a batch.

    python tools/kill_loop.py [--rounds 50] [--only editing|export|batch] [--seed 0]

After each kill every project and recovery copy must open, every finished picture must be whole,
and what was edited last must have been kept (autosave waits a tenth of its time here, so that
kills meet it at work). Every tenth round the batch is resumed and must come to its end. Processes
are forked from one that has loaded everything. Linux and macOS only. Exit code 1 if anything was
lost.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from kill.batch import BatchScene
from kill.editing import EditingScene
from kill.export import ExportScene
from kill.scene import Scene, apart

SCENES: dict[str, Callable[[Path], Scene]] = {
    "editing": EditingScene,
    "export": ExportScene,
    "batch": BatchScene,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--only", choices=SCENES, action="append")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    random.seed(arguments.seed)
    lost = 0
    for name in arguments.only or SCENES:
        with tempfile.TemporaryDirectory() as folder:
            lost += _play(name, SCENES[name](Path(folder)), arguments.rounds)
    print(f"{lost} amiss")
    return 1 if lost else 0


def _play(name: str, scene: Scene, rounds: int) -> int:
    """Kill a scene again and again; return after how many kills something was amiss."""
    amiss = looked = 0
    for number in range(rounds):
        _kill_at_some_moment(scene)
        last = number % 10 == 9 or number == rounds - 1
        troubles, count = apart(partial(scene.look, thoroughly=last))
        looked += count
        amiss += bool(troubles)
        for trouble in troubles:
            print(f"AMISS {name}, kill {number}: {trouble}", flush=True)
    print(f"{name}: {rounds} kills, {amiss} amiss; looked at {looked} files", flush=True)
    return amiss


def _kill_at_some_moment(scene: Scene) -> None:
    """Start the scene in a process of its own; kill it shortly after some piece of its work."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        scene.work(lambda: os.write(writing, b"."))
        os._exit(0)
    os.close(writing)
    for _ in range(1 + random.randrange(scene.pieces)):
        os.read(reading, 1)  # returns at once when it has ended
    time.sleep(random.uniform(0.0, scene.span))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)


if __name__ == "__main__":
    raise SystemExit(main())
