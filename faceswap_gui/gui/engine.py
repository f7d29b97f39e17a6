"""What the worker's thread does for the window. Only that thread imports this module.

It brings in torch and OpenCV, which take a second or two, so the window is on screen first.
"""

from __future__ import annotations

import hashlib
import tempfile
import time
from pathlib import Path
from typing import Any

import attrs
import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter

from faceswap_gui.errors import InputError, UsageError, Words
from faceswap_gui.faces.correction import distances_on_mesh
from faceswap_gui.faces.detector import overlap
from faceswap_gui.faces.edits import Box
from faceswap_gui.gui.imagery import cut_out, pyramid_of, shrunk
from faceswap_gui.gui.messages import (
    Estimate,
    Exported,
    Measured,
    Opened,
    PictureView,
    ProjectOpened,
    Pyramid,
    Rendered,
    TransportPicture,
)
from faceswap_gui.gui.opencv import forget_opencv_qt
from faceswap_gui.gui.transport_picture import transport_picture
from faceswap_gui.gui.worker import Task
from faceswap_gui.imaging import Photo, is_layered
from faceswap_gui.imaging.formats import HOLDS
from faceswap_gui.imaging.write import output_format
from faceswap_gui.project.batch.jobs import Job as BatchJob
from faceswap_gui.project.batch.work import perform, session_for_jobs, words_for
from faceswap_gui.project.document import Document, Picture, Role
from faceswap_gui.project.files import write_whole
from faceswap_gui.project.photos import Drafts, FileState, halvings
from faceswap_gui.project.project_file import load_project, save_project
from faceswap_gui.project.rendering import export
from faceswap_gui.project.session import Analysis, Session
from faceswap_gui.project.snapshot import Snapshot
from faceswap_gui.project.writing import Writing

forget_opencv_qt()

_THUMBNAIL = 640
_FACE = 96
_SAME_FACE = 0.4
"""Boxes of found faces that overlap more than this are of one face."""


class Engine:
    """Opens, renders and writes; every method blocks and belongs in the worker's thread."""

    def __init__(self, session: Session | None = None) -> None:
        self._session = session or Session()
        self._draft_session: Session | None = None
        self._batch_session: Session | None = None
        # Made here, or the first dragged landmark would stop the window for a tenth of a second.
        distances_on_mesh()

    def open(self, role: Role, picture: Picture) -> Opened:
        """Read a picture and find its faces (`InputError` when that fails)."""
        analysis = self._session.analyse(role, picture)
        pyramid = pyramid_of(analysis.photo, analysis.photo.pixels)
        return Opened(role, _view(analysis, pyramid), pyramid)

    def look(self, role: Role, picture: Picture) -> Opened:
        """Read a picture in which no face was found, for a person to point one out."""
        photo = self._session.photos.get(FileState.of(picture.path))
        pyramid = pyramid_of(photo, photo.pixels)
        return Opened(role, _view(Analysis(picture, photo, ()), pyramid), pyramid)

    def point_out(self, role: Role, picture: Picture, box: Box) -> Opened:
        """Find the face in a box (`InputError` when there is none) and mean it.

        A face that is known already is meant instead of being counted twice.
        """
        boxes = (*(known for known in picture.boxes if known != box), box)
        faces = self._session.analyse(role, attrs.evolve(picture, face=0, boxes=boxes)).faces
        known = [overlap(faces[-1].box, other.box) > _SAME_FACE for other in faces[:-1]]
        if any(known):
            return self.open(role, attrs.evolve(picture, face=known.index(True)))
        return self.open(role, attrs.evolve(picture, face=len(faces) - 1, boxes=boxes))

    def thumbnail(self, path: Path) -> QImage:
        """Read a picture for the film strip, faces or none."""
        photo = self._session.photos.get(FileState.of(path))
        return shrunk(pyramid_of(photo, photo.pixels), _FACE)

    def paste(self, role: Role, image: QImage, folder: Path) -> Opened:
        """Keep a pasted image as a file in `folder` and open that."""
        data = _png(image)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"pasted-{hashlib.sha256(data).hexdigest()[:12]}.png"
        write_whole(path, lambda file: file.write(data))
        return self.open(role, Picture(path, embedded=True))

    def render(self, document: Document, task: Task, *, draft: bool = False) -> Rendered:
        """Render the document for the screen, as a quick draft if the target is large."""
        start = time.perf_counter()
        target = self._session.analyse(Role.TARGET, _target(document)).photo
        times = halvings(target.width, target.height) if draft else 0
        session = self._drafts() if times else self._session
        return _rendered(session, document, task, start, target, times)

    def render_aside(self, document: Document, task: Task) -> Rendered:
        """Render another document, a snapshot, while all that is known of the open one stays."""
        start = time.perf_counter()
        aside = Session(device=self._session.device, photos=self._session.photos)
        target = aside.analyse(Role.TARGET, _target(document)).photo
        return _rendered(aside, document, task, start, target)

    def _drafts(self) -> Session:
        if self._draft_session is None:
            drafts = Drafts(self._session.photos)
            self._draft_session = Session(device=self._session.device, photos=drafts)
        return self._draft_session

    def measure(self, document: Document, task: Task) -> Measured:
        """Measure a rendering's levels."""
        if self._session.rendered != document:  # another was begun and given up since
            self._session.render(document, progress=task.progress, cancelled=task.cancelled)
        levels = tuple(self._session.report(document)["levels"])
        return Measured(document, levels, tuple(self._session.warnings(document)))

    def transport(self, document: Document, level: int) -> TransportPicture | None:
        """Draw how far a level's mapping moved features; None if another document was rendered."""
        if self._session.rendered != document:
            return None
        return transport_picture(document, level, self._session.transport(document, level))

    def export(self, document: Document, path: Path, writing: Writing, task: Task) -> Exported:
        """Render the document and write it as a picture file."""
        layered = is_layered(path, writing.layers)
        rendering = self._session.render(
            document, layered=layered, progress=task.progress, cancelled=task.cancelled
        )
        task.progress("write", 0.9)
        notes = export(rendering, path, writing)
        if writing.layers and not layered:  # another ending was typed than the chosen format's
            notes += (Words("this format holds no layers; the result alone is in the file"),)
        return Exported(path, notes)

    def estimate(self, document: Document, suffix: str, writing: Writing, task: Task) -> Estimate:
        """Export into a folder that goes at once, and tell how large the file was."""
        with tempfile.TemporaryDirectory(prefix="faceswap-") as folder:
            path = Path(folder) / f"{_target(document).path.stem}{suffix}"
            written = self.export(document, path, writing, task)
            target = self._session.analyse(Role.TARGET, _target(document)).photo
            bits = _bits(target.pixels.dtype, path)
            return Estimate(path.stat().st_size, target.width, target.height, bits, written.notes)

    def perform(self, job: BatchJob, writing: Writing, task: Task) -> tuple[str, tuple[str, ...]]:
        """Do one job of a batch; return why it failed, or "", and what had to be left out.

        It has a session of its own, so that the open document's pictures stay ready.
        """
        if self._batch_session is None:
            self._batch_session = session_for_jobs(self._session.device)
        session = self._batch_session
        try:
            notes = perform(job, session, writing, progress=task.progress, cancelled=task.cancelled)
            return "", notes
        except Exception as error:  # one picture's trouble must not end the batch
            return words_for(error, job), ()

    def save_project(
        self, document: Document, path: Path, snapshots: tuple[Snapshot, ...] = ()
    ) -> Path:
        """Write the project file."""
        save_project(document, path, snapshots)
        return path

    def open_project(self, path: Path, unpack_to: Path) -> ProjectOpened:
        """Read a project file and both its pictures."""
        loaded = load_project(path, unpack_to)
        pictures = ((role, loaded.document.picture(role)) for role in Role)
        opened = tuple(self.open(role, picture) for role, picture in pictures if picture)
        return ProjectOpened(path, loaded.document, opened, loaded.notes, loaded.snapshots)


def _rendered(
    session: Session, document: Document, task: Task, start: float, target: Photo, times: int = 0
) -> Rendered:
    """Render for the screen; the picture is `times` halved, `start` is when it was begun."""
    rendering = session.render(document, progress=task.progress, cancelled=task.cancelled)
    levels = pyramid_of(rendering.target, rendering.pixels).levels
    pyramid = Pyramid(levels, QSize(target.width, target.height), times)
    elapsed = (time.perf_counter() - start) * 1000
    return Rendered(document, pyramid, elapsed, session.device)


def _bits(dtype: np.dtype[Any], path: Path) -> int:
    """Return how many bits per channel a file of that name has for pixels of that type."""
    depths = HOLDS[output_format(path)].depths
    return 8 * np.dtype(dtype.name if dtype.name in depths else depths[-1]).itemsize


def _target(document: Document) -> Picture:
    if document.target is None:
        raise UsageError("there is no target yet; open one")
    return document.target


def _view(analysis: Analysis, pyramid: Pyramid) -> PictureView:
    photo, full = analysis.photo, pyramid.levels[0]
    boxes = tuple(_shares(face.box, photo.width, photo.height) for face in analysis.faces)
    return PictureView(
        picture=analysis.picture,
        size=full.size(),
        thumbnail=shrunk(pyramid, _THUMBNAIL),
        boxes=boxes,
        faces=tuple(cut_out(full, box, _FACE) for box in boxes),
        landmarks=tuple(face.landmarks for face in analysis.faces),
    )


def _shares(box: tuple[float, float, float, float], width: int, height: int) -> QRectF:
    x0, y0, x1, y1 = (float(value) for value in box)
    return QRectF(x0 / width, y0 / height, (x1 - x0) / width, (y1 - y0) / height)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if image.isNull() or not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise InputError("the clipboard holds no picture that can be read; copy it again")
    return bytes(buffer.data().data())
