"""The demo in the window. Apart from `demo`, because this imports Qt, torch and OpenCV."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from faceswap_gui.commands.work import make_swapper, time_lines
from faceswap_gui.gui.application import create_window
from faceswap_gui.gui.engine import Engine
from faceswap_gui.project.document import Document
from faceswap_gui.project.session import Cancelled, Progress, Rendering, Session


class _TellingSession(Session):
    """Prints each stage's time after the first render."""

    _told = False

    def render(
        self,
        document: Document,
        *,
        every_face: bool = False,
        layered: bool = False,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Rendering:
        """Render as any session does."""
        rendering = super().render(
            document,
            every_face=every_face,
            layered=layered,
            progress=progress,
            cancelled=cancelled,
        )
        if not self._told:
            self._told = True
            print(time_lines(self.report(document)["milliseconds"]), flush=True)
        return rendering


def show_demo(source: Path, target: Path, device: str) -> int:
    """Show the window with the two pictures until it is closed."""
    window = create_window(lambda: Engine(_TellingSession(make_swapper(device, None))))
    window.show()
    window.rights.ask()
    window.studio.open_pair(source, target)
    return int(QApplication.exec())
