"""The queue of a batch that is given, or of one that is resumed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from faceswap_gui.commands.batch_telling import short
from faceswap_gui.commands.export import check_fits, says_how
from faceswap_gui.errors import InputError, UsageError

if TYPE_CHECKING:
    from faceswap_gui.project.batch.jobs import Job
    from faceswap_gui.project.batch.queue import BatchQueue
    from faceswap_gui.project.writing import Writing

_AS_BEFORE = "--resume goes on with what was given before; give only -o FOLDER with it"


def begun(jobs: Sequence[Job], folder: Path, writing: Writing, *, overwrite: bool) -> BatchQueue:
    """Return a new queue of the folder; say what is there already and therefore kept."""
    from faceswap_gui.project.batch.queue import FILE_NAME, BatchQueue

    queue = BatchQueue.begin(folder / FILE_NAME, jobs, writing)
    for kept in () if overwrite else queue.keep_existing():
        print(
            f"kept {short(kept.job.output)}: it is there already (--overwrite makes it again)",
            file=sys.stderr,
        )
    return queue


def check_resume(arguments: argparse.Namespace) -> None:
    """Refuse what cannot be resumed.

    Raises:
        UsageError: more is given than the folder.
        InputError: it remembers no batch.
    """
    from faceswap_gui.project.batch.queue import FILE_NAME

    remembered = (arguments.pictures, arguments.set, arguments.overwrite)
    chosen = (arguments.preset, arguments.target_face)
    if any(remembered) or any(choice is not None for choice in chosen):
        raise UsageError(_AS_BEFORE)
    if not (arguments.output / FILE_NAME).is_file():
        raise InputError(f"{arguments.output} remembers no unfinished batch; begin one")


def resumed(arguments: argparse.Namespace, given: Writing) -> tuple[BatchQueue, Writing]:
    """Return the queue that the folder remembers, and how its pictures are to be written.

    Raises:
        InputError: the queue is damaged.
        UsageError: the pictures were to be written otherwise than is `given` now.
    """
    from faceswap_gui.project.batch.queue import FILE_NAME, BatchQueue

    queue = BatchQueue(arguments.output / FILE_NAME)
    if queue.writing is None:  # begun by an earlier version
        check_fits((entry.job.output for entry in queue.entries), arguments)
    elif says_how(arguments):
        raise UsageError(_AS_BEFORE)
    elif queue.certified != (given.credentials is not None):
        raise UsageError(
            "the batch was begun with a certificate; give --certificate and --key again"
            if queue.certified
            else "the batch was begun without a certificate; drop --certificate and --key"
        )
    else:
        given = attrs.evolve(queue.writing, credentials=given.credentials)
    queue.retry()
    return queue, given
