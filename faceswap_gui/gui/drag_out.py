"""A handle by which the result is dragged into another program."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDrag, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from faceswap_gui.gui.export.names import result_name
from faceswap_gui.gui.export.options import OutputOptions
from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.language import follow, tr
from faceswap_gui.gui.messages import Exported, Rendered
from faceswap_gui.gui.panes.dropping import RESULT
from faceswap_gui.gui.rights import Rights
from faceswap_gui.gui.studio import Studio

_GHOST = 160
"""Pixels of the longer side of what follows the pointer."""


class DragHandle(QToolButton):
    """Hands over the exported file, and the picture for programs that want pixels.

    The file is written when the handle is pressed, and the drag begins once it is whole: another
    program never gets half a picture. Written once, it is there at once the next time.
    """

    def __init__(
        self, studio: Studio, output: OutputOptions, rights: Rights, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._studio, self._output, self._rights = studio, output, rights
        self._folder: QTemporaryDir | None = None
        self._written: dict[Hashable, Path] = {}
        self._start: QPoint | None = None
        self._moved = False
        self.setObjectName("dragResult")
        self.setIcon(icon("drag_out"))
        self.setIconSize(QSize(20, 20))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+C is the keyboard's way
        studio.rendered_changed.connect(self._enable)
        self._enable()
        follow(self, self._tell)

    # -- events -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Have the file written, if the faces may be used."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._start, self._moved = event.position().toPoint(), False
            self._rights.when_agreed(self._write)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin the drag once the pointer has moved and the file is there."""
        if self._start is None:
            return
        way = (event.position().toPoint() - self._start).manhattanLength()
        self._moved = self._moved or way >= QApplication.startDragDistance()
        self._begin()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: a file that is still being written begins no drag."""
        super().mouseReleaseEvent(event)
        self._start = None

    # -- inside -------------------------------------------------------------------------------

    def _write(self) -> None:
        key = self._key()
        if self._start is None or key in self._written or not self._studio.document.complete:
            return
        path = self._free_path()

        def written(_exported: Exported) -> None:
            self._written = {key: path}
            self._begin()

        self._studio.export(path, self._output.options(), written)

    def _begin(self) -> None:
        path = self._written.get(self._key())
        rendered: Rendered | None = self._studio.rendered
        if self._start is None or not self._moved or path is None or rendered is None:
            return
        self._start = None
        self.setDown(False)
        drag = QDrag(self)
        drag.setMimeData(mime_data(path, rendered))
        drag.setPixmap(_ghost(rendered))
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

    def _enable(self, _changed: object = None) -> None:
        rendered = self._studio.rendered
        self.setEnabled(rendered is not None and not rendered.is_draft)

    def _tell(self) -> None:
        words = tr(
            "Drag this into another program or a folder: it gives the result as a file of the "
            "export's format. Copying the result does the same from the keyboard."
        )
        self.setToolTip(f"<p style='white-space:normal'>{words}</p>")
        self.setAccessibleName(tr("Drag the result out"))
        self.setAccessibleDescription(words)


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
