"""``faceswap-gui train``: from a folder of photographs to weights."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs

from faceswap_gui.commands.chatter import hush_models
from faceswap_gui.commands.parsing import DEVICES, Commands, add_output
from faceswap_gui.commands.progress_bar import progress_bar
from faceswap_gui.project.outputs import make_folder
from faceswap_gui.training.options import TrainingOptions

SUMMARY = "train the appearance networks on a folder of photographs"

Kind = Callable[[str], Any]

OPTIONS: dict[str, tuple[Kind, str]] = {
    "size": (int, "side of the training crops in pixels, a multiple of 16"),
    "batch": (int, "pairs per step"),
    "iterations": (int, "steps in all, resumed ones included"),
    "minutes": (float, "stop after so many minutes, resumed ones included, if that comes first"),
    "appearance_epoch": (int, "steps of encoder and decoder before the mappers' turn"),
    "mapping_epoch": (int, "steps of mappers and critics before the others' turn"),
    "warm_up": (int, "first steps, which only learn to reconstruct"),
    "learning_rate": (float, "step size of the optimiser at the start"),
    "final_rate": (float, "share of the learning rate left at the end"),
    "objective": (str, "mapping loss: wasserstein or strong (neural optimal transport)"),
    "transport_cost": (float, "weight of the transport's cost in the strong objective"),
    "part": (str, "what learns: all, transfer (encoder, mappers, decoder) or relighter"),
    "precision": (str, "full, mixed (bfloat16 where it may), or auto: mixed on CUDA only"),
    "seed": (int, "of everything random"),
    "save_minutes": (float, "minutes between checkpoints"),
    "sheet_minutes": (float, "minutes between sheets of examples"),
    "log_every": (int, "steps between lines of the log"),
    "cache": (Path, "folder of the prepared crops, OUT/cache if not given"),
}


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "train",
        help=SUMMARY,
        description="Train encoder, mappers, critics, decoder, discriminator and relighter on a "
        "folder of photographs. OUT receives the log, sheets, checkpoints and "
        "appearance.safetensors.",
    )
    parser.add_argument("data", metavar="DATA", type=Path, help="folder of photographs with faces")
    add_output(parser, "folder of the training run; made if missing")
    for name, (kind, help) in OPTIONS.items():
        default = getattr(attrs.fields(TrainingOptions), name).default
        shown = "" if default is None else f" ({default:g})" if kind is not str else f" ({default})"
        parser.add_argument(
            f"--{name.replace('_', '-')}",
            metavar="PATH" if kind is Path else "N" if kind is not str else "NAME",
            type=kind,
            default=default,
            help=help + shown,
        )
    parser.add_argument("--device", choices=DEVICES, default="auto", help="where to train (auto)")
    parser.add_argument("--resume", action="store_true", help="go on from OUT's checkpoint")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Train until iterations or minutes are over."""
    names = [field.name for field in attrs.fields(TrainingOptions)]
    chosen = {name: getattr(arguments, name) for name in names}
    TrainingOptions(**chosen)  # refuses wrong numbers before torch is imported
    make_folder(arguments.output)
    from faceswap_gui.training.command import train

    hush_models()
    with progress_bar() as bar:
        train(arguments.data, arguments.output, report=bar.write, progress=bar.share, **chosen)
    return 0
