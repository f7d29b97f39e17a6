"""The projects that were opened or saved lately."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMenu, QWidget

from faceswap_gui.gui.language import say, tr

_KEPT = 8
_KEY = "recentProjects"


def recent_projects() -> list[Path]:
    """Return the projects that are still there, the latest first."""
    stored = QSettings().value(_KEY, [])
    names = stored if isinstance(stored, list) else [stored] if stored else []
    return [path for path in map(Path, names) if path.is_file()]


def remember_project(path: Path) -> None:
    """Put a project at the head of the list."""
    path = path.absolute()
    others = [other for other in recent_projects() if other != path]
    QSettings().setValue(_KEY, [str(p) for p in [path, *others][:_KEPT]])


class RecentMenu(QMenu):
    """Fills itself whenever it opens."""

    def __init__(self, open_project: Callable[[Path], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("menuRecent")
        self._open = open_project
        say(self, self.setTitle, "Open recen&t")
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Offer the projects that are still there."""
        self.clear()
        paths = recent_projects()
        for path in paths:
            action = self.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked, chosen=path: self._open(chosen))
        if not paths:
            self.addAction(tr("No project yet")).setEnabled(False)
