"""``faceswap-gui demo``: swap two portraits that the package brings."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from faceswap_gui.assets import resource
from faceswap_gui.commands.display import has_display, qt_platform
from faceswap_gui.commands.export import write_rendering
from faceswap_gui.commands.parsing import Commands, add_device
from faceswap_gui.commands.work import make_swapper, time_lines
from faceswap_gui.project.outputs import check_picture_output
from faceswap_gui.project.writing import Writing

SUMMARY = "swap two portraits that the program brings"
PICTURE = Path("faceswap-demo.png")


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "demo",
        help=SUMMARY,
        description="Swap two portraits that the program brings: in the window where there is a "
        f"screen, else into {PICTURE} in the current folder. Prints each stage's time.",
    )
    add_device(parser)
    parser.set_defaults(run=run)


def demo_pictures() -> tuple[Path, Path]:
    """Return the source and the target that the package brings."""
    return resource("demo_source.jpg"), resource("demo_target.jpg")


def run(arguments: argparse.Namespace) -> int:
    """Show the swap in the window, or write it where there is no screen."""
    if has_display():
        _, trouble = qt_platform()
        if not trouble:
            from faceswap_gui.commands.demo_window import show_demo  # imports Qt

            return show_demo(*demo_pictures(), arguments.device)
        print(f"note: the window cannot be opened ({trouble}); see doctor", file=sys.stderr)
    return _into_file(arguments.device)


def _into_file(device: str) -> int:
    from faceswap_gui.project.session import Rendering

    check_picture_output(PICTURE)
    source, target = demo_pictures()
    swapper = make_swapper(device, None)
    swapper.set_source(source)
    swapper.set_target(target)
    rendering = Rendering(swapper.render(), swapper.target, swapper.provenance())
    write_rendering(rendering, PICTURE, Writing())
    print(time_lines(swapper.report()["milliseconds"]))
    print(PICTURE)
    return 0
