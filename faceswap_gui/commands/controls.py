"""``faceswap-gui controls``: every control with its range and default."""

from __future__ import annotations

import argparse

from faceswap_gui.commands.parsing import Commands, controls_table

SUMMARY = "list the controls that --set takes"


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser("controls", help=SUMMARY, description=__doc__)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the table."""
    print(controls_table())
    return 0
