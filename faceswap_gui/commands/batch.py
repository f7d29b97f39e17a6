"""``faceswap-gui batch``: one source onto many targets."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from faceswap_gui.commands.export import Export, add_export, export_from
from faceswap_gui.commands.parsing import (
    Commands,
    add_device,
    add_output,
    add_settings,
    add_weights,
    settings_from,
)
from faceswap_gui.commands.work import make_swapper, say_rights
from faceswap_gui.errors import FaceSwapError, InputError, OutputError, UsageError
from faceswap_gui.project.outputs import check_picture_output, make_folder

if TYPE_CHECKING:
    from faceswap_gui.pipeline.settings import Settings
    from faceswap_gui.pipeline.swapper import Swapper

SUMMARY = "put SOURCE's face on many targets"


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "batch",
        help=SUMMARY,
        description="Put SOURCE's face on each of TARGETS. One that fails is named and the rest "
        "goes on; the exit code is then that of an input, 3.",
    )
    parser.add_argument("source", metavar="SOURCE", type=Path, help="picture that gives its face")
    parser.add_argument("targets", metavar="TARGETS", nargs="+", type=Path, help="pictures")
    add_output(parser, "folder for the pictures, named like the targets; made if missing")
    parser.add_argument(
        "--overwrite", action="store_true", help="write again what is already in the folder"
    )
    add_settings(parser)
    add_device(parser)
    add_weights(parser)
    add_export(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Swap one target after another."""
    settings, export = settings_from(arguments.set), export_from(arguments)
    jobs = _jobs(arguments.targets, arguments.output)
    make_folder(arguments.output)
    say_rights()
    waiting = [(t, out) for t, out in jobs if arguments.overwrite or not out.exists()]
    for _, kept in (job for job in jobs if job not in waiting):
        print(f"kept {kept}: it is there already (--overwrite makes it again)", file=sys.stderr)
    if not waiting:
        return 0
    swapper = make_swapper(arguments.device, arguments.weights)
    swapper.set_source(arguments.source)
    failed = sum(not _done(swapper, settings, export, arguments.source, *job) for job in waiting)
    if failed:
        raise InputError(f"{failed} of {len(jobs)} targets failed; they are named above")
    return 0


def _done(
    swapper: Swapper, settings: Settings, export: Export, source: Path, target: Path, output: Path
) -> bool:
    """Swap one target; name it and return False if that failed."""
    try:
        check_picture_output(output, (source, target))
        swapper.set_target(target)
        export.write(swapper, swapper.render(settings), output)
    except OutputError:
        raise  # the disk or the folder: the next one would fail as well
    except FaceSwapError as error:
        print(f"failed {target}: {error}", file=sys.stderr)
        return False
    print(output)
    return True


def _jobs(targets: Sequence[Path], folder: Path) -> list[tuple[Path, Path]]:
    """Return each target with the file that it becomes; PNG where its own format is only read.

    Raises:
        UsageError: two targets would become one file.
    """
    from faceswap_gui.imaging.formats import SUFFIXES

    jobs = [
        (
            target,
            folder / (target.name if target.suffix.lower() in SUFFIXES else f"{target.stem}.png"),
        )
        for target in targets
    ]
    names = [output.name for _, output in jobs]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise UsageError(f"two targets are called {twice[0]}; give them to two batches")
    return jobs
