"""Do thousands of random things to the real window, and report what went wrong or stood still.

    python tools/soak.py --actions 2000 --report soak.json

Ends with 1 if anything failed, a step of the history was lost, memory grew by more than a tenth,
or the window's thread itself computed for more than 50 ms on end.
"""

import argparse
import faulthandler
import gc
import json
import statistics
import sys
import traceback
from collections import Counter
from pathlib import Path

import attrs
import driving
import psutil
from soaking.actions import Hands
from soaking.steps import Steps
from soaking.ticker import Ticker

from faceswap_gui.assets import resource
from faceswap_gui.gui import create_window
from faceswap_gui.gui.messages import Failure
from faceswap_gui.gui.window import MainWindow

LONGEST = 50.0
"""Milliseconds that the event loop may stand still."""
GROWTH = 0.10
_REST_EVERY = 20
"""Actions after which everything that was asked for may be finished, and memory is looked at."""


def main() -> int:
    options = _options()
    failures: list[str] = []
    faulthandler.enable()
    sys.excepthook = lambda *error: _tell("".join(traceback.format_exception(*error)), failures)
    with driving.clean_application() as scratch:
        window = create_window()
        window.studio.failed.connect(lambda failure: _note(failure, failures))
        report = _soak(window, scratch, options.actions, options.seed)
        driving.end(window)
    report["failures"] = failures
    verdicts = _verdicts(report)
    report["verdicts"] = verdicts
    print(json.dumps(report, indent=1))
    if options.report:
        options.report.write_text(json.dumps(report, indent=1), encoding="utf-8")
    return 0 if all(verdicts.values()) else 1


def _soak(window: MainWindow, scratch: Path, actions: int, seed: int) -> dict[str, object]:
    pictures = [resource("demo_source.jpg"), resource("demo_target.jpg")]
    window.resize(1280, 720)
    window.show()
    window.studio.open_pair(*pictures)
    driving.until_finished(window)
    hands, steps, ticker = Hands(window, pictures, scratch, seed), Steps(window.studio), Ticker()
    memory: list[float] = []
    done: Counter[str] = Counter()
    ticker.start()
    for number in range(1, actions + 1):
        ticker.action = hands.act()
        done[ticker.action] += 1
        driving.wait((0, 0, 5, 30)[number % 4])
        if number % _REST_EVERY == 0:
            ticker.action = "rest"
            driving.until_finished(window)
            gc.collect()
            memory.append(psutil.Process().memory_info().rss / 1e6)
    ticker.stop()
    driving.until_finished(window)
    known, lost = steps.known, steps.lost()
    return {
        "actions": dict(done),
        "steps compared": known,
        "steps lost": lost,
        "memory": _memory(memory),
        "event loop": _stops(ticker),
    }


def _memory(megabytes: list[float]) -> dict[str, float | list[float]]:
    """Return the medians of the second and of the last quarter: the first still fills caches."""
    quarter = max(1, len(megabytes) // 4)
    early = statistics.median(megabytes[quarter : 2 * quarter] or megabytes)
    late = statistics.median(megabytes[-quarter:])
    return {
        "second quarter MB": early,
        "last quarter MB": late,
        "growth": late / early - 1,
        "all": [round(value) for value in megabytes],
    }


def _stops(ticker: Ticker) -> dict[str, object]:
    own = sorted((s for s in ticker.stops if s.busy > LONGEST), key=lambda s: -s.busy)
    late = [stop.wall for stop in ticker.stops]
    return {
        "ticks": ticker.ticks,
        "longest wall ms": round(max(late, default=0.0), 1),
        "longest own ms by action": _longest_by_action(ticker),
        "over 50 ms by the clock": sum(wall > LONGEST for wall in late),
        "of these the program was computing": sum(
            s.wall > LONGEST and s.program > 0.8 * s.wall for s in ticker.stops
        ),
        "over 50 ms of own work": len(own),
        "where": [attrs.asdict(stop) for stop in own[:40]],
        "longest by the clock": [
            attrs.asdict(stop) for stop in sorted(ticker.stops, key=lambda s: -s.wall)[:15]
        ],
    }


def _longest_by_action(ticker: Ticker) -> dict[str, float]:
    longest: dict[str, float] = {}
    for stop in ticker.stops:
        longest[stop.action] = max(longest.get(stop.action, 0.0), round(stop.busy, 1))
    return dict(sorted(longest.items(), key=lambda item: -item[1]))


def _verdicts(report: dict[str, object]) -> dict[str, bool]:
    memory, loop = report["memory"], report["event loop"]
    assert isinstance(memory, dict)
    assert isinstance(loop, dict)
    return {
        "nothing failed": not report["failures"],
        "no step lost": not report["steps lost"],
        "memory flat": memory["growth"] <= GROWTH,
        "event loop alive": loop["over 50 ms of own work"] == 0,
    }


def _note(failure: Failure, failures: list[str]) -> None:
    _tell(f"{failure.message}\n{failure.details}", failures)


def _tell(words: str, failures: list[str]) -> None:
    failures.append(words)
    # At once, too: what comes next may end the program.
    print(words, file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--actions", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--report", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
