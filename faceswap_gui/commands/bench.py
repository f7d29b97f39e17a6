"""``faceswap-gui bench``: how long each stage takes on this machine."""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from faceswap_gui.commands.demo import demo_pictures
from faceswap_gui.commands.parsing import Commands, add_device, add_weights, at_least_one
from faceswap_gui.commands.work import make_swapper, signed
from faceswap_gui.errors import UsageError
from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project.outputs import check_output, write_json

if TYPE_CHECKING:
    from faceswap_gui.pipeline.swapper import Swapper

SUMMARY = "measure each stage's milliseconds, as JSON"


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "bench",
        help=SUMMARY,
        description="Measure, with the models warm, the median milliseconds of each stage, of a "
        "whole swap (reading, faces, render), of a move of blend and of a move of level 1.",
    )
    parser.add_argument(
        "pictures",
        metavar="SOURCE TARGET",
        nargs="*",
        type=Path,
        help="two pictures; the demo's if not given",
    )
    parser.add_argument(
        "--repeats", metavar="N", type=at_least_one, default=7, help="measurements of each (7)"
    )
    parser.add_argument("-o", "--output", metavar="OUT.json", type=Path, help="write to a file")
    add_device(parser)
    add_weights(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Measure and print."""
    source, target = _pair(arguments.pictures)
    if arguments.output:
        check_output(arguments.output, (source, target))
    swapper = make_swapper(arguments.device, arguments.weights)
    measured = signed(measure(swapper, source, target, arguments.repeats))
    if arguments.output:
        write_json(arguments.output, measured)
        print(arguments.output)
    else:
        print(json.dumps(measured, indent=2, ensure_ascii=False))
    return 0


def measure(swapper: Swapper, source: Path, target: Path, repeats: int) -> dict[str, Any]:
    """Return the medians over `repeats`, in milliseconds, and what they were measured on."""

    def whole() -> None:
        swapper.set_source(source)
        swapper.set_target(target)
        swapper.render()

    whole()  # the first run warms the models
    stages: dict[str, list[float]] = {}
    times = []
    for _ in range(repeats):
        times.append(_milliseconds(whole))
        for stage, taken in swapper.report()["milliseconds"].items():
            stages.setdefault(stage, []).append(taken)
    return {
        "device": str(swapper.device),
        "machine": _machine(),
        "pictures": {
            name: [photo.width, photo.height]
            for name, photo in (("source", swapper.source), ("target", swapper.target))
        },
        "repeats": repeats,
        "milliseconds": {
            "whole swap": _median(times),
            "blend move": _median(_moves(swapper, "blend", repeats)),
            "level move": _median(_moves(swapper, "level1", repeats)),
        },
        "stages": {stage: _median(taken) for stage, taken in stages.items()},
    }


def _moves(swapper: Swapper, control: str, repeats: int) -> list[float]:
    """Time renders that differ from the one before in one control only."""
    taken = []
    for move in range(repeats):
        settings = Settings().with_value(control, 0.5 + 0.25 * (move % 2))
        taken.append(_milliseconds(partial(swapper.render, settings)))
    return taken


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def _median(values: list[float]) -> float:
    return round(statistics.median(values), 2)


def _machine() -> dict[str, Any]:
    import torch

    return {
        "system": platform.platform(),
        "processor": platform.machine(),
        "threads": torch.get_num_threads(),
        "python": platform.python_version(),
        "torch": str(torch.__version__),
    }


def _pair(pictures: list[Path]) -> tuple[Path, Path]:
    if not pictures:
        return demo_pictures()
    if len(pictures) != 2:
        raise UsageError("bench takes SOURCE and TARGET, or neither for the demo's pictures")
    return pictures[0], pictures[1]
