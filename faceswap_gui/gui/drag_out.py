"""The result on its way into another program, as a file and as pixels."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from faceswap_gui.gui.export.names import result_name
from faceswap_gui.gui.export.options import OutputOptions
from faceswap_gui.gui.messages import Exported, Rendered
from faceswap_gui.gui.panes.dropping import RESULT
from faceswap_gui.gui.rights import Rights
from faceswap_gui.gui.studio import Studio

_GHOST = 160
"""Pixels of the longer side of what follows the pointer."""


class DragOut(QObject):
    """Hands over the exported file, and the picture for programs that want pixels.

    The drag begins once the file is whole: another program never gets half a picture. Written
    once, it is there at once the next time.
    """

    ready_changed = Signal()
    """There is a result to drag now, or none any more."""
    begun = Signal()
    """The desktop has the result in its hands now; the pointer is not told of its release."""

    def __init__(
        self, studio: Studio, output: OutputOptions, rights: Rights, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._studio, self._output, self._rights = studio, output, rights
        self._folder: QTemporaryDir | None = None
        self._written: dict[Hashable, Path] = {}
        self._held: QWidget | None = None
        self._start = QPointF()
        self._moved = self._asked = False
        studio.rendered_changed.connect(self.ready_changed)

    @property
    def ready(self) -> bool:
        """Whether there is a finished result to drag."""
        rendered: Rendered | None = self._studio.rendered
        return rendered is not None and not rendered.is_draft

    @property
    def held(self) -> bool:
        """Whether the pointer holds the result and has not yet taken it out."""
        return self._held is not None

    def press(self, widget: QWidget, at: QPointF) -> None:
        """The pointer takes hold of the result at that point of a widget."""
        self._held, self._start = widget, at
        self._moved = self._asked = False

    def prepare(self) -> None:
        """Have the file written, if the faces may be used."""
        if not self._asked:
            self._asked = True
            self._rights.when_agreed(self._write)

    def lead(self, at: QPointF) -> None:
        """Begin the drag once the pointer has moved and the file is there."""
        if self._held is None:
            return
        way = (at - self._start).manhattanLength()
        self._moved = self._moved or way >= QApplication.startDragDistance()
        if self._moved:
            self.prepare()
            self._begin()

    def release(self) -> None:
        """Let go: a file that is still being written begins no drag."""
        self._held = None

    # -- inside -------------------------------------------------------------------------------

    def _write(self) -> None:
        key = self._key()
        if self._held is None or key in self._written or not self._studio.document.complete:
            return
        path = self._free_path()

        def written(_exported: Exported) -> None:
            self._written = {key: path}
            self._begin()

        self._studio.export(path, self._output.options(), written)

    def _begin(self) -> None:
        path = self._written.get(self._key())
        rendered: Rendered | None = self._studio.rendered
        if self._held is None or not self._moved or path is None or rendered is None:
            return
        drag = QDrag(self._held)
        self._held = None
        drag.setMimeData(mime_data(path, rendered))
        drag.setPixmap(_ghost(rendered))
        self.begun.emit()
        drag.exec(Qt.DropAction.CopyAction)

    def _key(self) -> Hashable:
        return self._studio.document, self._output.options(), self._output.format.suffix

    def _free_path(self) -> Path:
        """Return a path in a folder of its own: what was handed over before stays as it was."""
        self._folder = self._folder or QTemporaryDir()
        folder = Path(self._folder.path())
        own = folder / str(len(list(folder.iterdir())) + 1)
        own.mkdir()
        return own / result_name(self._studio.document, self._output.format)


def mime_data(path: Path, rendered: Rendered) -> QMimeData:
    """Return a file and its pixels for another program; panes of this one leave them alone."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setImageData(rendered.pyramid.levels[0])
    data.setData(RESULT, b"")
    return data


def _ghost(rendered: Rendered) -> QPixmap:
    smallest = rendered.pyramid.levels[-1]
    return QPixmap.fromImage(smallest).scaled(
        _GHOST,
        _GHOST,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
