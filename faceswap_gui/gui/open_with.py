"""Files that the desktop hands to the open window: *Open with*, or a drop on the dock's icon.

macOS names them in an event; elsewhere they come on the command line of a new start.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QFileOpenEvent

from faceswap_gui.gui.window import MainWindow
from faceswap_gui.project.document import Role
from faceswap_gui.project.project_file import SUFFIX


class OpenWith(QObject):
    """Opens projects as they are, and pictures in the first pane that is empty."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._opening: Role | None = None
        """The pane of the picture that is being opened: a second one comes at its heels."""
        window.studio.document_changed.connect(self._opened)
        window.studio.failed.connect(self._opened)
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the files that the application is told to open."""
        if not isinstance(event, QFileOpenEvent) or not event.file():
            return super().eventFilter(watched, event)
        path, studio = Path(event.file()), self._window.studio
        if path.suffix.lower() == SUFFIX:
            studio.open_project(path)
        else:
            role = self._window.commands.empty_role()
            self._opening = Role.TARGET if role is self._opening else role
            studio.open_picture(self._opening, path)
        return True

    def _opened(self, _outcome: object) -> None:
        self._opening = None
