"""``faceswap-gui doctor``: what is installed, what is missing and how to mend it.

With pictures: what they say of where they come from.
"""

from __future__ import annotations

import argparse
import hashlib
import platform
import sys
from collections.abc import Iterator
from importlib import import_module, metadata
from pathlib import Path

from faceswap_gui import __version__, assets
from faceswap_gui.commands.display import (
    LIBRARIES,
    PROBE_OPTION,
    has_display,
    probe_qt,
    qt_platform,
)
from faceswap_gui.commands.finding import Finding, trouble, wrong_model
from faceswap_gui.commands.origin import tell_origins
from faceswap_gui.commands.parsing import Commands
from faceswap_gui.diagnostics import log_folder
from faceswap_gui.errors import WeightsError
from faceswap_gui.installation import how_to_reinstall, is_built

SUMMARY = "say what is installed, what is missing and how to mend it, or where pictures come from"
_DESCRIPTION = (
    "Say what is installed, what is missing and how to mend it. With FILEs: say instead what these "
    "pictures tell of where they come from (content credentials, else XMP); the exit code is 3 if "
    "one cannot be read or was changed after it was signed."
)
_DISTRIBUTION = "faceswap-gui"
_NATIVE = ("numpy", "cv2", "torch", "ai_edge_litert.interpreter", "PySide6.QtWidgets")
"""What fails to import where the system lacks a shared library, though it is installed."""


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser("doctor", help=SUMMARY, description=_DESCRIPTION)
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path, help="picture to ask")
    parser.add_argument(
        "--self-test",
        action="store_true",
        help="also swap the two portraits that the program brings, compare every stage with its "
        "reference, and open and close the window without a screen",
    )
    parser.add_argument(PROBE_OPTION, action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Look at everything; exit 4 if a model is wrong, else 5 if anything is."""
    if arguments.probe_qt:
        probe_qt()
        return 0
    if arguments.files:
        return tell_origins(arguments.files)
    print(f"faceswap-gui {__version__} on {platform.platform()}")
    findings = []
    checks = [_python, _packages, _imports, _device, _models, _qt, _reports]
    if arguments.self_test:
        from faceswap_gui.commands.self_test import check_swap, check_window  # imports numpy

        checks += [check_swap, check_window]
    for examine in checks:
        for finding in examine():
            print(finding.line(), flush=True)
            findings.append(finding)
    wrong = [finding.exit_code for finding in findings if finding.exit_code]
    print(f"{len(wrong)} of {len(findings)} are wrong" if wrong else "everything is in order")
    return min(wrong, default=0)


def _python() -> Iterator[Finding]:
    yield Finding(f"Python {platform.python_version()}, {sys.executable}")


def _packages() -> Iterator[Finding]:
    """Look whether everything that the package requires is installed."""
    if is_built():
        return  # the application brings all of it; _imports tells whether it can be loaded
    try:
        required = metadata.requires(_DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        yield trouble("faceswap-gui runs from a folder without being installed", "pip install .")
        return
    for requirement in required:
        if "extra ==" in requirement:
            continue
        name = _name(requirement)
        try:
            yield Finding(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            yield trouble(f"{name} is missing", f"pip install '{requirement}'")


def _name(requirement: str) -> str:
    """Return ``torch`` of ``torch==2.13.0``."""
    name = requirement
    for sign in " ;[<>=!~(":
        name = name.partition(sign)[0]
    return name


def _imports() -> Iterator[Finding]:
    for module in _NATIVE:
        try:
            import_module(module)
        except (ImportError, OSError) as error:
            reason = " ".join(str(error).split())
            yield trouble(
                f"{module} cannot be imported ({reason})",
                f"{how_to_reinstall()}; on Debian also: apt install {LIBRARIES}",
            )


def _device() -> Iterator[Finding]:
    try:
        import torch
    except (ImportError, OSError):
        return  # told by _imports
    from faceswap_gui.pipeline.device import pick_device

    threads = torch.get_num_threads()
    cuda = torch.cuda.get_device_name() if torch.cuda.is_available() else "no"
    mps = "yes" if torch.backends.mps.is_available() else "no"
    yield Finding(
        f"device auto is {pick_device('auto')} ({threads} threads; cuda: {cuda}; mps: {mps})"
    )


def _models() -> Iterator[Finding]:
    """Compare every bundled file with what NOTICE says of it."""
    for name, expected in assets.known_hashes().items():
        try:
            found = hashlib.sha256(assets.bundled(name).read_bytes()).hexdigest()
        except WeightsError:
            yield wrong_model(f"{name} is missing")
            continue
        if found == expected:
            yield Finding(f"{name} {found[:16]}…")
        else:
            yield wrong_model(f"{name} is {found[:16]}…, not {expected[:16]}…")


def _qt() -> Iterator[Finding]:
    screen = has_display()
    name, problem = qt_platform("" if screen else "offscreen")
    if problem:
        yield trouble(f"Qt: {problem}", f"on Debian: apt install {LIBRARIES}")
    else:
        seen = "" if screen else "; there is no screen, so the window cannot be shown"
        yield Finding(f"Qt starts on platform {name}{seen}")


def _reports() -> Iterator[Finding]:
    """Say where the log is; there is no check for updates to speak of."""
    folder = log_folder()
    crashes = len(list(folder.glob("crash-*.txt")))
    yield Finding(f"log and crash reports ({crashes}) lie in {folder}")
