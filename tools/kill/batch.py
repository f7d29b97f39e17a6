"""One source goes onto many targets with the real command."""

from __future__ import annotations

import contextlib
import io
import shutil
from collections.abc import Callable
from pathlib import Path

from faceswap_gui import cli
from faceswap_gui.assets import resource
from faceswap_gui.project.batch.queue import FILE_NAME
from kill.scene import Scene, broken

_MANY = 12


class _Listener(io.StringIO):
    """Calls something at every line: the batch prints one for every picture."""

    def __init__(self, done: Callable[[], object]) -> None:
        super().__init__()
        self._done = done

    def write(self, text: str) -> int:
        """Take what is printed."""
        if "\n" in text:
            self._done()
        return super().write(text)


class BatchScene(Scene):
    """The batch is begun, killed and resumed until it is through; then it begins again."""

    pieces = 5
    span = 0.5

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._out = folder / "out"
        for number in range(_MANY):
            shutil.copy(resource("demo_target.jpg"), folder / f"target {number}.jpg")

    def work(self, done: Callable[[], object]) -> None:
        """Begin or resume."""
        done()
        self._run(done)

    def _run(self, done: Callable[[], object] = int) -> int:
        targets = [str(path) for path in sorted(self.folder.glob("target *.jpg"))]
        words = ["batch", str(resource("demo_source.jpg")), *targets]
        if (self._out / FILE_NAME).exists():
            words = ["batch", "--resume"]
        with (
            contextlib.redirect_stdout(_Listener(done)),
            contextlib.redirect_stderr(io.StringIO()),
        ):
            return cli.main([*words, "-o", str(self._out)])

    def look(self, *, thoroughly: bool) -> tuple[list[str], int]:
        """What is there is whole; now and then the rest must come by itself."""
        troubles: list[str] = []
        if thoroughly and (code := self._run()) != 0:
            troubles.append(f"it could not be resumed: exit code {code}")
        pictures = sorted(self._out.glob("[!.]*.jpg"))
        for path in pictures:
            troubles += broken(path)
        if thoroughly and len(pictures) != _MANY:
            troubles.append(f"{len(pictures)} of {_MANY} pictures after it came to its end")
        if thoroughly:
            shutil.rmtree(self._out, ignore_errors=True)
        return troubles, len(pictures)
