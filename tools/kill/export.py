"""A rendering is exported in every format, again and again."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

from faceswap_gui.assets import resource
from faceswap_gui.imaging import read_provenance
from faceswap_gui.pipeline.swapper import Swapper
from faceswap_gui.project.rendering import export
from faceswap_gui.project.session import Rendering
from kill.scene import Scene, apart, broken

_SUFFIXES = (".png", ".jpg", ".tif", ".webp", ".jxl", ".exr")


class ExportScene(Scene):
    """Half of the names are new at every round, half are written over."""

    pieces = 6
    span = 0.3

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._rendering: Rendering = apart(_rendered)

    def work(self, done: Callable[[], object]) -> None:
        """Export without end."""
        done()
        for number in itertools.count():
            for suffix in _SUFFIXES:
                export(self._rendering, self.folder / f"again{suffix}")
                export(self._rendering, self.folder / f"new {number}{suffix}")
                done()

    def look(self, *, thoroughly: bool) -> tuple[list[str], int]:
        """Every name that a person would see is a whole picture whose signature holds."""
        troubles: list[str] = []
        finished = 0
        for path in sorted(self.folder.iterdir()):
            if path.name.startswith("."):
                path.unlink()  # what was being written
                continue
            finished += 1
            troubles += broken(path)
            report = read_provenance(path)
            if report is None or report.intact is False:
                troubles.append(f"{path.name} has lost its signature")
            if path.name.startswith("new"):
                path.unlink()
        return troubles, finished


def _rendered() -> Rendering:
    swapper = Swapper(device="cpu")
    swapper.set_source(resource("demo_source.jpg"))
    swapper.set_target(resource("demo_target.jpg"))
    return Rendering(swapper.render(), swapper.target, swapper.provenance())
