"""``faceswap-gui render``: a project file in, its picture out, without the window."""

from __future__ import annotations

import argparse
from pathlib import Path

from faceswap_gui.commands.chatter import hush_models
from faceswap_gui.commands.export import add_export, check_fits, write_rendering, writing_from
from faceswap_gui.commands.parsing import Commands, add_device, add_output, add_report
from faceswap_gui.commands.work import say_rights, signed
from faceswap_gui.project.outputs import check_output, check_picture_output, write_json

SUMMARY = "render a project file"


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "render",
        help=SUMMARY,
        description="Render a project file: the same pixels as the window's export.",
    )
    parser.add_argument("project", metavar="PROJECT", type=Path, help="project file of the window")
    add_output(parser, "picture to write, replaced if it is there; its ending chooses the format")
    add_device(parser)
    add_export(parser)
    add_report(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Render and write."""
    writing = writing_from(arguments)
    check_picture_output(arguments.output, [arguments.project])
    check_fits([arguments.output], arguments)
    if arguments.report:
        check_output(arguments.report, [arguments.project])
    from faceswap_gui.imaging import is_layered
    from faceswap_gui.project.rendering import render_project

    say_rights()
    hush_models()
    layered = is_layered(arguments.output, writing.layers)
    rendering = render_project(
        arguments.project, device=arguments.device, layered=layered, sparing=True
    )
    write_rendering(rendering, arguments.output, writing)
    if arguments.report:
        write_json(arguments.report, signed(rendering.report))
    print(arguments.output)
    return 0
