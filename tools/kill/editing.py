"""A person drags sliders and saves now and then, in the real window."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from faceswap_gui.assets import resource
from faceswap_gui.errors import FaceSwapError
from faceswap_gui.gui import autosave, create_window
from faceswap_gui.project import Document, Picture, load_project, save_project
from faceswap_gui.project.recovery import RecoveryFolder
from kill.scene import Scene

_DELAY = 200
"""Milliseconds that autosave waits here, a tenth of what it waits else."""
_LATE = 1000
"""Milliseconds of work that a kill may cost, a tenth of the ten seconds that are promised."""
_EVERY = 5


class _IdleEngine:
    """Neither opens nor renders: the edits are what matters here, and they need no networks."""

    def __getattr__(self, name: str) -> Callable[..., object]:
        if name == "save_project":
            return lambda document, path, snapshots: (
                save_project(document, path, snapshots),
                path,
            )[1]
        raise FaceSwapError(f"there is no {name} here")


class EditingScene(Scene):
    """The value of *blend* counts the edits, so that it tells what was kept."""

    pieces = 200
    span = 0.05

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._kept = folder / "kept"
        self._log = folder / "edits"

    def work(self, done: Callable[[], object]) -> None:
        """Drag without a rest; save every now and then under one of three names."""
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(self.folder / "settings")
        )
        autosave._DELAY = _DELAY
        autosave.recovery_folder = lambda: RecoveryFolder(self._kept)
        window = create_window(_IdleEngine)  # type: ignore[arg-type]
        window.studio.restore(_pair(), "pictures")
        edits = self._log.open("w", buffering=1)
        timer = QTimer(interval=_EVERY)
        count = 0

        def edit() -> None:
            nonlocal count
            count += 1
            window.studio.set_control("blend", (count % 1000) / 1000)
            edits.write(f"{count % 1000}\n")
            done()
            if random.random() < 0.02:
                window.studio.save_project(self.folder / f"mine {random.randrange(3)}.fsproj")

        timer.timeout.connect(edit)
        timer.start()
        QApplication.exec()

    def look(self, *, thoroughly: bool) -> tuple[list[str], int]:
        """Every project opens, and the last edits are in one of them."""
        troubles: list[str] = []
        newest = 0
        copies, projects = list(self._kept.glob("*.fsproj")), list(self.folder.glob("*.fsproj"))
        for path in (*copies, *projects):
            try:
                blend = load_project(path).document.settings.value("blend")
            except FaceSwapError as error:
                troubles.append(str(error))
                continue
            newest = max(newest, round(blend * 1000))
        last = len(self._log.read_text().splitlines())
        if (last - newest) * _EVERY > _LATE:
            troubles.append(f"of {last} edits only {newest} were kept")
        for path in (*copies, *projects):
            path.unlink()
        return troubles, len(copies) + len(projects)


def _pair() -> Document:
    source, target = resource("demo_source.jpg"), resource("demo_target.jpg")
    return Document(source=Picture(source), target=Picture(target))
