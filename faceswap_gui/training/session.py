"""One training run: the loop over batches, and what it writes down on its way."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import faceswap_gui
from faceswap_gui.errors import WeightsError
from faceswap_gui.networks.architecture import Architecture
from faceswap_gui.networks.weights import save_weights
from faceswap_gui.pipeline.device import pick_device
from faceswap_gui.training.measure import measure
from faceswap_gui.training.options import TrainingOptions
from faceswap_gui.training.pairs import ALL, ANSWERED, Batch, make_batch
from faceswap_gui.training.parallel import Crew
from faceswap_gui.training.portraits import Portrait
from faceswap_gui.training.records import (
    load_checkpoint,
    log_line,
    save_checkpoint,
    write_sheet,
)
from faceswap_gui.training.trainer import Trainer

WEIGHTS_NAME = "appearance.safetensors"
_HELD_OUT = 20  # every 20th person is only measured on
_MEASURED_BATCHES = 3
_TRAIN_STREAM, _HELD_OUT_STREAM = 1, 2

Report = Callable[[str], None]
Progress = Callable[[float], None]


class TrainingSession:
    """One call of `train`, once the portraits are prepared."""

    def __init__(
        self,
        portraits: Sequence[Portrait],
        data: str,
        run: Path,
        options: TrainingOptions,
        report: Report,
        progress: Progress,
        crew: Crew,
    ) -> None:
        """Make the networks, or take them over from the checkpoint in `run`.

        Args:
            portraits: everybody; every twentieth is only measured on.
            data: what the weights' header calls them.
            run: folder of log, sheets, checkpoints and weights.
            options: what the person chose.
            report: told in words what happens.
            progress: told before each step the share 0..1 that is done.
            crew: the processes that train together.

        Raises:
            UsageError: the device does not exist here.
            WeightsError: there is nothing to resume from.
        """
        self._data, self._run, self._options, self._report = data, run, options, report
        self._tell, self._crew = progress, crew
        self._portraits, measured = _split(portraits)
        self._device = pick_device(options.device)
        self._trainer = Trainer(Architecture(size=options.size), options, self._device, crew)
        self._held_out = [
            make_batch(measured, options.batch, (0, _HELD_OUT_STREAM, k)).to(self._device)
            for k in range(_MEASURED_BATCHES)
        ]
        self._iteration, self._before = 0, 0.0
        if options.resume:
            self._take_over(load_checkpoint(run, self._device))

    def run(self) -> Path:
        """Train until iterations or minutes are over; return the weights' path."""
        started = last_saved = last_sheet = time.monotonic()
        for batch in self._batches():
            seconds = self._before + time.monotonic() - started
            progress = self._crew.agree(self._progress(seconds))
            if progress >= 1.0:
                break
            self._tell(progress)
            terms = self._trainer.step(batch.to(self._device), self._iteration, progress)
            self._iteration += 1
            if not self._crew.leads:
                continue
            if self._iteration % self._options.log_every == 0:
                self._log(terms, seconds, progress)
            if time.monotonic() - last_sheet > 60 * self._options.sheet_minutes:
                self._show(seconds)
                last_sheet = time.monotonic()
            if time.monotonic() - last_saved > 60 * self._options.save_minutes:
                self._save(seconds)
                last_saved = time.monotonic()
        return self._finish(self._before + time.monotonic() - started)

    def _batches(self) -> Iterator[Batch]:
        """Yield the batches from the present iteration on, the next one made in the background."""
        with ThreadPoolExecutor(1) as pool:
            count, seed = self._options.batch, self._options.seed
            mix = ANSWERED if self._options.part == "relighter" else ALL

            def make(iteration: int) -> Batch:
                turn = iteration * self._crew.size + self._crew.rank
                return make_batch(self._portraits, count, (seed, _TRAIN_STREAM, turn), mix)

            coming = pool.submit(make, self._iteration)
            for iteration in range(self._iteration, self._options.iterations):
                batch = coming.result()
                coming = pool.submit(make, iteration + 1)
                yield batch

    def _progress(self, seconds: float) -> float:
        done = self._iteration / self._options.iterations
        if self._options.minutes is None:
            return done
        return max(done, seconds / (60.0 * self._options.minutes))

    def _log(self, terms: dict[str, float], seconds: float, progress: float) -> None:
        log_line(self._run, {"iteration": self._iteration, "seconds": seconds, **terms})
        left = seconds / max(progress, 1e-6) * (1.0 - progress)
        figures = "  ".join(f"{name} {value:.4f}" for name, value in terms.items())
        self._report(f"{self._iteration} ({progress:.0%}, {left / 60:.0f} min left)  {figures}")

    def _show(self, seconds: float) -> dict[str, float]:
        figures = measure(self._trainer.model, self._held_out)
        log_line(self._run, {"iteration": self._iteration, "seconds": seconds, **figures})
        self._report("held out: " + "  ".join(f"{n} {v:.4f}" for n, v in figures.items()))
        sheet = self._run / "sheets" / f"{self._iteration:06d}.png"
        write_sheet(sheet, self._trainer.model, self._held_out[0])
        return figures

    def _save(self, seconds: float) -> None:
        state = self._trainer.state()
        facts = {"iteration": self._iteration, "seconds": seconds, "size": self._options.size}
        save_checkpoint(self._run, {**state, **facts})

    def _finish(self, seconds: float) -> Path:
        path = self._run / WEIGHTS_NAME
        if not self._crew.leads:
            return path
        self._save(seconds)
        figures = self._show(seconds)
        header = {
            "data": self._data,
            "portraits": str(len(self._portraits)),
            "size": str(self._options.size),
            "seed": str(self._options.seed),
            "iterations": str(self._iteration),
            "code_version": faceswap_gui.__version__,
            **{name: f"{value:.5f}" for name, value in figures.items()},
        }
        save_weights(path, self._trainer.model, header)
        self._report(f"wrote {path}")
        return path

    def _take_over(self, state: dict[str, Any]) -> None:
        if state["size"] != self._options.size:
            raise WeightsError(
                f"the checkpoint was trained at size {state['size']}, not {self._options.size}; "
                f"resume with --size {state['size']}"
            )
        self._trainer.restore(state)
        self._iteration, self._before = int(state["iteration"]), float(state["seconds"])


def _split(portraits: Sequence[Portrait]) -> tuple[list[Portrait], list[Portrait]]:
    """Return the people to train on and those to measure on; all are both where they are few."""
    if len(portraits) < _HELD_OUT:
        return list(portraits), list(portraits)
    trained = [portrait for index, portrait in enumerate(portraits) if index % _HELD_OUT]
    return trained, list(portraits[::_HELD_OUT])
