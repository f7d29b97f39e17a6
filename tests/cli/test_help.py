"""Help answers at once, and shows what there is."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from faceswap_command import PACKAGE, Command

from faceswap_gui.pipeline.settings import CONTROLS

COMMANDS = ["swap", "render", "batch", "demo", "doctor", "controls", "bench", "evaluate", "train"]
SLOW = {"torch", "numpy", "cv2", "PySide6", "pyvips", "PIL", "ai_edge_litert", "safetensors"}

_ASK = """
import contextlib, io, json, sys
from faceswap_gui.cli import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main(sys.argv[1:])
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_imports_nothing_that_takes_long(command: str) -> None:
    words = [command, "--help"] if command else ["--help"]
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    done = subprocess.run(
        [sys.executable, "-c", _ASK, *words],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    imported = set(json.loads(done.stdout))
    assert "faceswap_gui" in imported
    assert imported & SLOW == set()


def test_help_lists_the_commands(faceswap: Command) -> None:
    outcome = faceswap("--help")
    assert outcome.code == 0
    for command in COMMANDS:
        assert f"\n  {command} " in outcome.out


@pytest.mark.parametrize("words", [("swap", "--help"), ("controls",)])
def test_every_control_is_listed_with_its_help(words: tuple[str, ...], faceswap: Command) -> None:
    outcome = faceswap(*words)
    assert outcome.code == 0
    for control in CONTROLS:
        assert f"\n  {control.name} " in f"\n{outcome.out}"
        assert control.help in outcome.out
