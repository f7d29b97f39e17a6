"""``faceswap-gui batch``: many swaps in one go, here or on a cluster."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from faceswap_gui.commands.batch_queue import begun, check_resume, resumed
from faceswap_gui.commands.batch_telling import tell
from faceswap_gui.commands.chatter import hush_models
from faceswap_gui.commands.export import add_export, check_fits, writing_from
from faceswap_gui.commands.landmarks import add_landmarks, landmarker_from
from faceswap_gui.commands.parsing import (
    Commands,
    add_device,
    add_output,
    add_settings,
    add_weights,
    face_or_all,
    settings_from,
)
from faceswap_gui.commands.work import say_rights
from faceswap_gui.errors import InputError, UsageError
from faceswap_gui.project.outputs import make_folder

if TYPE_CHECKING:
    from faceswap_gui.faces.landmarker import Landmarker
    from faceswap_gui.project.batch.jobs import Job
    from faceswap_gui.project.batch.queue import BatchQueue
    from faceswap_gui.project.session import Session
    from faceswap_gui.project.writing import Writing

SUMMARY = "put one face on many pictures, many on one, or what a list says"
_USAGE = """faceswap-gui batch SOURCE TARGET… -o FOLDER
       faceswap-gui batch --onto TARGET SOURCE… -o FOLDER
       faceswap-gui batch --list LIST -o FOLDER
       faceswap-gui batch --resume -o FOLDER"""
_DESCRIPTION = """\
Put SOURCE's face on each of the TARGETs, or each SOURCE's face on one TARGET, or do what a LIST
says. One that fails is named and the rest goes on; the exit code is then that of an input, 3.
Results are named like their targets, with --layers .psd. What is in the folder already is kept.
What a batch was about to do is remembered in the folder until all is done: after an interruption
--resume goes on, and tries again what failed.

A LIST is a CSV or TSV file with a heading, or JSON lines (*.jsonl). Its columns are source and
target, and if you like output, preset, settings (blend=0.8; feather=0.3) and target_face."""


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser("batch", help=SUMMARY, usage=_USAGE, description=_DESCRIPTION)
    parser.add_argument("pictures", metavar="PICTURES", nargs="*", type=Path, help="as above")
    add_output(parser, "folder for the pictures, made if missing; named like the targets")
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--onto", metavar="TARGET", type=Path, help="put the face of every picture on this one"
    )
    what.add_argument("--list", metavar="LIST", type=Path, help="do what this file says")
    what.add_argument(
        "--resume", action="store_true", help="go on with the batch that this folder remembers"
    )
    parser.add_argument(
        "--overwrite", action="store_true", help="write again what is already in the folder"
    )
    parser.add_argument(
        "--target-face",
        metavar="K|all",
        type=face_or_all,
        help="which face of each TARGET, or all of them; 0, the largest, if not given",
    )
    parser.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="do it on the workers of a Dask scheduler, as tcp://host:8786; they must see the same "
        "folders",
    )
    add_settings(parser)
    add_device(parser)
    add_weights(parser)
    add_landmarks(parser)
    add_export(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do the batch; its queue stays in the folder for as long as anything is not done."""
    from faceswap_gui.project.batch.locks import Claim
    from faceswap_gui.project.batch.queue import FILE_NAME

    writing, landmarker = _writing(arguments), _landmarker(arguments)
    jobs = None if arguments.resume else _jobs(arguments)
    if jobs is None:
        check_resume(arguments)
    else:
        check_fits((job.output for job in jobs), arguments)
        make_folder(arguments.output)
    with Claim(arguments.output / FILE_NAME):
        if jobs is None:
            queue, writing = resumed(arguments, writing)
        else:
            queue = begun(jobs, arguments.output, writing, overwrite=arguments.overwrite)
        say_rights()
        return _done(queue, writing, arguments, landmarker)


def _done(
    queue: BatchQueue,
    writing: Writing,
    arguments: argparse.Namespace,
    landmarker: Landmarker | None,
) -> int:
    try:
        failed = _run(queue, writing, arguments, landmarker)
    except KeyboardInterrupt:
        print("note: --resume goes on with the rest", file=sys.stderr)
        raise
    if failed:
        raise InputError(
            f"{failed} of {len(queue.entries)} pictures failed; they are named above, and --resume "
            "tries them again"
        )
    queue.forget()
    return 0


def _run(
    queue: BatchQueue,
    writing: Writing,
    arguments: argparse.Namespace,
    landmarker: Landmarker | None,
) -> int:
    """Do what waits, here or elsewhere; return how many failed."""
    from faceswap_gui.project.batch.run import run_here

    if arguments.scheduler is None:
        return run_here(queue, lambda: _session(arguments, landmarker), writing, tell)
    from faceswap_gui.project.batch.cluster import run_on_cluster

    return run_on_cluster(
        queue,
        arguments.scheduler,
        writing,
        tell,
        device=arguments.device,
        weights=arguments.weights.absolute() if arguments.weights else None,
    )


def _jobs(arguments: argparse.Namespace) -> list[Job]:
    """Return what is to be done.

    Raises:
        UsageError: too few pictures, pictures beside a list, or two that would become one file.
        InputError: the list is wrong.
    """
    from faceswap_gui.project.batch.listing import many_to_one, one_to_many, read_list

    settings = settings_from(arguments.set, arguments.preset)
    pictures, folder = arguments.pictures, arguments.output
    face = _target_face(arguments.target_face)
    suffix = ".psd" if arguments.layers else None
    if arguments.list:
        if pictures:
            raise UsageError("--list names the pictures; give none beside it")
        return read_list(arguments.list, folder, settings, face, suffix)
    if arguments.onto:
        if not pictures:
            raise UsageError("--onto TARGET takes at least one SOURCE")
        return many_to_one(pictures, arguments.onto, folder, settings, face, suffix)
    if len(pictures) < 2:
        raise UsageError("batch takes SOURCE and at least one of TARGETS, or --onto or --list")
    return one_to_many(pictures[0], pictures[1:], folder, settings, face, suffix)


def _target_face(given: int | str | None) -> int | None:
    """Return a job's `target_face` for what the option says; None is that it was not given."""
    if isinstance(given, str):
        return None  # every face
    return given or 0


def _session(arguments: argparse.Namespace, landmarker: Landmarker | None) -> Session:
    from faceswap_gui.project.batch.work import session_for_jobs

    hush_models()
    return session_for_jobs(arguments.device, arguments.weights, landmarker)


def _landmarker(arguments: argparse.Namespace) -> Landmarker | None:
    """Return the chosen finder of landmarks; None for the program's own.

    Raises:
        UsageError: it would have to run on other computers, or its weights are missing.
        WeightsError: they cannot be read or fetched.
    """
    landmarker = landmarker_from(arguments)
    if landmarker and arguments.scheduler:
        raise UsageError(
            "the workers of a scheduler find landmarks with the program's own network; drop "
            "--landmarks, or drop --scheduler"
        )
    return landmarker


def _writing(arguments: argparse.Namespace) -> Writing:
    """Return how the pictures are to be written.

    Raises:
        UsageError: a private key would have to leave this computer, or is wrong.
    """
    if arguments.scheduler and arguments.key:
        raise UsageError("--key does not leave this computer; drop it, or drop --scheduler")
    return writing_from(arguments)
