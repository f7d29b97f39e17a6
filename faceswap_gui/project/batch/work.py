"""Doing one job: the same in this process, in the window's worker and on a cluster."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from faceswap_gui.errors import Cancelled, FaceSwapError, OutputError, Words
from faceswap_gui.imaging import is_layered
from faceswap_gui.pipeline.swapper import Swapper
from faceswap_gui.project.batch.jobs import Job
from faceswap_gui.project.document import Role
from faceswap_gui.project.outputs import check_picture_output, make_folder
from faceswap_gui.project.photos import Photos
from faceswap_gui.project.rendering import export
from faceswap_gui.project.session import Cancelled as AskCancelled
from faceswap_gui.project.session import Progress, Session
from faceswap_gui.project.writing import Writing

if TYPE_CHECKING:
    from faceswap_gui.faces.landmarker import Landmarker

_PROBE = 1 << 20
"""Bytes that a folder must still take for the batch to go on after a failed write."""


def session_for_jobs(
    device: str = "auto", weights: Path | None = None, landmarker: Landmarker | None = None
) -> Session:
    """Load the models into a session that does one job after another in little memory.

    Of the photographs only one pair stays: that many jobs share the source, or the target, is
    common; that they come back to one of six targets is not.

    Raises:
        WeightsError: a model is missing, damaged or of another architecture.
        UsageError: the device does not exist here.
    """
    swapper = Swapper(device, weights, landmarker, sparing=True)
    return Session(swapper, photos=Photos(kept=2))


def perform(
    job: Job,
    session: Session,
    writing: Writing,
    *,
    progress: Progress | None = None,
    cancelled: AskCancelled | None = None,
) -> tuple[str, ...]:
    """Render one job and write its output; return what had to be left out, in words.

    Raises:
        FaceSwapError: of whatever kind the job's failure is.
    """
    make_folder(job.output.parent)
    check_picture_output(job.output, (job.source, job.target))
    session.let_go_of_others(job.document)
    rendering = session.render(
        job.document,
        every_face=job.target_face is None,
        layered=is_layered(job.output, writing.layers),
        progress=progress,
        cancelled=cancelled,
    )
    return export(rendering, job.output, writing)


def examine_source(job: Job, session: Session) -> None:
    """Find the face of a source that many jobs share, so that one line can refuse them all.

    Raises:
        InputError: it cannot be read or shows no face.
    """
    source = job.document.source
    if source is not None:
        session.analyse(Role.SOURCE, source)


def words_for(error: Exception, job: Job) -> Words:
    """Return why a job failed, or raise the error again if no other job could succeed.

    Raises:
        Cancelled: the person has ended the batch.
        OutputError: the folder takes nothing more.
    """
    if isinstance(error, Cancelled):
        raise error
    if isinstance(error, OutputError) and not _takes_more(job.output.parent):
        raise error
    if isinstance(error, MemoryError):
        return Words("there is not enough memory for this picture; try a smaller copy of it")
    if isinstance(error, FaceSwapError):
        return Words.of(error)
    kind = type(error).__name__
    return Words("something unforeseen happened ({kind}: {error})", kind=kind, error=error)


def _takes_more(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(_PROBE))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        return False
    return True
