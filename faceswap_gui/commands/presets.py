"""``faceswap-gui presets``: the presets that ``--preset`` takes by name."""

from __future__ import annotations

import argparse
import sys

from faceswap_gui.commands.parsing import Commands

SUMMARY = "list the presets that --preset takes"


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "presets",
        help=SUMMARY,
        description="List the presets that --preset takes: the program's, and those that you saved "
        "in the window. Files of either kind are named by their path.",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print a line for every preset; name the files that cannot be read."""
    from faceswap_gui.project.presets import Presets

    presets = Presets()
    for preset in presets.all():
        print(f"  {preset.name:<20} {preset.description or 'your own'}")
    for complaint in presets.complaints():
        print(f"left out {complaint}", file=sys.stderr)
    return 0
