"""``faceswap-gui swap``: two pictures in, one out."""

from __future__ import annotations

import argparse
from pathlib import Path

from faceswap_gui.commands.export import add_export, check_fits, write_rendering, writing_from
from faceswap_gui.commands.landmarks import add_landmarks, landmarker_from
from faceswap_gui.commands.parsing import (
    ALL,
    Commands,
    add_device,
    add_output,
    add_pictures,
    add_report,
    add_settings,
    add_weights,
    face_index,
    face_or_all,
    settings_from,
)
from faceswap_gui.commands.work import make_swapper, say_rights, say_warnings, signed
from faceswap_gui.project.outputs import check_output, check_picture_output, write_json

SUMMARY = "put SOURCE's face on TARGET"


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "swap",
        help=SUMMARY,
        description="Put SOURCE's face on TARGET: the person of the one in the pose, expression "
        "and light of the other.",
    )
    add_pictures(parser)
    add_output(parser, "picture to write, replaced if it is there; its ending chooses the format")
    add_settings(parser)
    parser.add_argument(
        "--source-face",
        metavar="K",
        type=face_index,
        default=0,
        help="which face of SOURCE; 0, the largest, if not given",
    )
    parser.add_argument(
        "--target-face",
        metavar="K|all",
        type=face_or_all,
        default=0,
        help="which face of TARGET; 0, the largest, if not given",
    )
    parser.add_argument(
        "--mask",
        metavar="FILE",
        type=Path,
        help="grey picture with TARGET's proportions: the face shows where it is white, TARGET "
        "stays where it is black, and mid grey leaves the choice to the program",
    )
    add_device(parser)
    add_weights(parser)
    add_landmarks(parser)
    add_export(parser)
    add_report(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Swap and write."""
    from faceswap_gui.imaging import is_layered, read_photo
    from faceswap_gui.imaging.write import check_sides, output_format

    settings, writing = settings_from(arguments.set, arguments.preset), writing_from(arguments)
    inputs = [arguments.source, arguments.target]
    inputs += [arguments.mask] if arguments.mask else []
    check_picture_output(arguments.output, inputs)
    check_fits([arguments.output], arguments)
    if arguments.report:
        check_output(arguments.report, inputs)
    landmarker = landmarker_from(arguments)
    say_rights()
    # Read before the models are loaded: a wrong name is told at once.
    source, target, *masks = (read_photo(path) for path in inputs)
    check_sides(arguments.output, target.pixels.shape, output_format(arguments.output))
    swapper = make_swapper(arguments.device, arguments.weights, landmarker, sparing=True)
    swapper.set_source(source, arguments.source_face)
    every = arguments.target_face == ALL
    swapper.set_target(target, 0 if every else arguments.target_face)
    for mask in masks:
        swapper.set_mask(mask)
    from faceswap_gui.project.session import rendered  # with torch, which takes a second

    layered = is_layered(arguments.output, writing.layers)
    rendering = rendered(swapper, settings, every_face=every, layered=layered)
    say_warnings(swapper.warnings())
    report = signed(swapper.report()) if arguments.report else None
    write_rendering(rendering, arguments.output, writing)
    if report:
        write_json(arguments.report, report)
    print(arguments.output)
    return 0
