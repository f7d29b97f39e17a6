"""What a training leaves behind: a log as JSON lines and CSV, sheets of examples, checkpoints."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from torch import Tensor

from faceswap_gui.errors import WeightsError
from faceswap_gui.networks.appearance import AppearanceTransfer
from faceswap_gui.training.measure import relit, transfer
from faceswap_gui.training.pairs import Batch

LOG_COLUMNS = (
    "iteration", "seconds", "reconstruction", "answer", "light", "first", "second", "segment",
    "segmenter", "feature", "sliced", "mapping", "critics", "gain",
)  # fmt: skip
_CHECKPOINT = "checkpoint.pt"


def log_line(run: Path, row: dict[str, float]) -> None:
    """Append one line to `run`/log.jsonl and to log.csv."""
    run.mkdir(parents=True, exist_ok=True)
    with (run / "log.jsonl").open("a") as lines:
        lines.write(json.dumps({name: round(value, 6) for name, value in row.items()}) + "\n")
    table = run / "log.csv"
    fresh = not table.exists()
    with table.open("a", newline="") as file:
        writer = csv.DictWriter(file, LOG_COLUMNS, extrasaction="ignore", restval="")
        if fresh:
            writer.writeheader()
        writer.writerow({name: f"{value:.6g}" for name, value in row.items()})


def write_sheet(path: Path, model: AppearanceTransfer, batch: Batch) -> None:
    """Write a PNG with a row per pair: X_r · X_t · answer · Y · Y_rr · X_r relit."""
    y, y_rr = transfer(model, batch)
    columns = (batch.x_r, batch.x_t, batch.answer, y, y_rr, relit(model, batch))
    sheet = torch.cat([torch.cat(list(column), dim=1) for column in columns], dim=2)
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), _eight_bit(sheet)[..., ::-1])


def save_checkpoint(run: Path, state: dict[str, Any]) -> None:
    """Write `run`/checkpoint.pt, whole or not at all."""
    run.mkdir(parents=True, exist_ok=True)
    partial = run / (_CHECKPOINT + ".part")
    torch.save(state, partial)
    partial.replace(run / _CHECKPOINT)


def load_checkpoint(run: Path, device: torch.device) -> dict[str, Any]:
    """Read what `save_checkpoint` wrote; tensors and plain values only, never code.

    Raises:
        WeightsError: there is no checkpoint, or it is damaged.
    """
    path = run / _CHECKPOINT
    if not path.is_file():
        raise WeightsError(f"{run} holds no checkpoint to resume from; leave --resume out")
    try:
        state: dict[str, Any] = torch.load(path, map_location=device, weights_only=True)
    except (RuntimeError, EOFError, OSError, ValueError) as error:
        raise WeightsError(f"{path} is damaged ({error}); start a new run") from None
    return state


def _eight_bit(image: Tensor) -> np.ndarray[Any, np.dtype[np.uint8]]:
    array = (image.clamp(0.0, 1.0) * 255.0).round().byte().permute(1, 2, 0).cpu().numpy()
    return np.ascontiguousarray(array)
