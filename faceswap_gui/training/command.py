"""`faceswap-gui train DATA -o RUN`: from a folder of photographs to weights."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs

from faceswap_gui.errors import UsageError
from faceswap_gui.training.options import TrainingOptions
from faceswap_gui.training.parallel import Crew, join_crew, leave_crew
from faceswap_gui.training.portraits import load_portraits
from faceswap_gui.training.prepare import Prepared, prepare
from faceswap_gui.training.session import Progress, Report, TrainingSession

PREPARED_SIZE = 256


def train(
    data: Path,
    run: Path,
    *,
    report: Report = print,
    progress: Progress | None = None,
    **options: Any,
) -> Path:
    """Train on the photographs in `data`, leave log, sheets, checkpoints and weights in `run`.

    `options` are the fields of `TrainingOptions`; `report` is told what happens in words and
    `progress`, step by step, the share 0..1 that is done. Started by torchrun, all processes train
    together and the first one writes. Returns the path of the weights.

    Raises:
        UsageError: an option is unknown or outside its range, or there is no such device.
        InputError: `data` holds no face.
        WeightsError: there is nothing to resume from.
    """
    chosen = _chosen(options)
    crew = join_crew()
    if not crew.leads:
        report = _say_nothing
    prepared = _prepared(data, run, chosen, report, crew)
    portraits = load_portraits(prepared, chosen.size)
    tell = progress or (lambda share: None)
    session = TrainingSession(portraits, data.name, run, chosen, report, tell, crew)
    weights = session.run()
    # Not after an error: this process would wait for others that still expect it to take a step,
    # instead of ending, at which torchrun ends them all.
    leave_crew(crew)
    return weights


def _chosen(options: dict[str, Any]) -> TrainingOptions:
    known = {field.name for field in attrs.fields(TrainingOptions)}
    if unknown := sorted(set(options) - known):
        raise UsageError(
            f"train has no option {unknown[0]!r}; there are: {', '.join(sorted(known))}"
        )
    return TrainingOptions(**options)


def _prepared(
    data: Path, run: Path, options: TrainingOptions, report: Report, crew: Crew
) -> Prepared:
    """Cut out the faces, once for all processes, and say which pictures show none."""
    side = max(PREPARED_SIZE, options.size)
    if not crew.leads:
        crew.wait()  # until the first process has cut out the faces; the others find its cache
    prepared = prepare(data, options.cache or run / "cache", side, progress=_counted(report))
    if crew.leads:
        crew.wait()
    report(f"{len(prepared.names)} portraits; {len(prepared.skipped)} pictures skipped")
    for name, reason in prepared.skipped.items():
        report(f"  skipped {name}: {reason}")
    return prepared


def _say_nothing(words: str) -> None:
    """Leave it to the first process to tell the person what happens."""


def _counted(report: Report) -> Callable[[int, int], None]:
    """Report every hundredth picture."""

    def progress(done: int, total: int) -> None:
        if done % 100 == 0:
            report(f"preparing {done} of {total}")

    return progress
