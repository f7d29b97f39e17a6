"""The real command, started as a person starts it: in a process and a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import attrs

import faceswap_gui

PACKAGE = Path(faceswap_gui.__file__).parent


@attrs.frozen
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def errors(self) -> list[str]:
        """The ``error:`` lines."""
        return [line for line in self.err.splitlines() if line.startswith("error: ")]

    def check_refused(self, code: int, *words: str) -> None:
        """It failed with this exit code and said so in one line that holds these words."""
        assert self.code == code, self.err
        assert len(self.errors) == 1, self.err
        assert "Traceback" not in self.err
        for word in words:
            assert word in self.errors[0]


Command = Callable[..., Outcome]
"""``faceswap("swap", source, target, "-o", "out.png")`` in the test's own folder."""


def start(*words: object, folder: Path, package: Path = PACKAGE, **environment: str) -> Outcome:
    """Run ``faceswap-gui WORDS`` in a folder, with the package that lies at `package`."""
    done = subprocess.run(
        [sys.executable, "-m", "faceswap_gui", *map(str, words)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(package.parent), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
