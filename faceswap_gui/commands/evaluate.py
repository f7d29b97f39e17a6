"""``faceswap-gui evaluate``: measure swaps on a folder of portraits."""

from __future__ import annotations

import argparse
from pathlib import Path

from faceswap_gui.commands.chatter import hush_models
from faceswap_gui.commands.parsing import (
    Commands,
    add_device,
    add_output,
    add_settings,
    add_weights,
    at_least_one,
    settings_from,
)
from faceswap_gui.commands.progress_bar import progress_bar
from faceswap_gui.errors import UsageError
from faceswap_gui.installation import is_built
from faceswap_gui.project.outputs import make_folder

SUMMARY = "measure identity, light, seams … on a folder of portraits"


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "evaluate",
        help=SUMMARY,
        description="Swap many pairs of a data folder and measure every result: identity, pose, "
        "expression, light, skin, seam, sharpness, background, distances per level.",
    )
    parser.add_argument(
        "data", metavar="DATA", type=Path, help="folder with london/ and synthetic/validation/"
    )
    add_output(parser, "folder for report.md, report.json and sheets of pictures")
    parser.add_argument(
        "--pairs", metavar="N", type=at_least_one, help="at most N pairs of each family"
    )
    parser.add_argument(
        "--alternatives",
        action="store_true",
        help="also measure classical methods, and the product without single parts",
    )
    parser.add_argument(
        "--geometry-only",
        action="store_true",
        help="measure the reenactment alone, with Reinhard's colours for the networks",
    )
    add_settings(parser)
    add_device(parser)
    add_weights(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Measure and write the report."""
    if is_built():
        raise UsageError(
            "evaluate needs libraries that the built application leaves out; install the Python "
            "package: pip install '.[evaluation]'"
        )
    values = _given(arguments.set, arguments.preset)
    make_folder(arguments.output)
    from faceswap_gui.evaluation.command import (
        EvaluationOptions,
        evaluate,
    )

    options = EvaluationOptions(
        weights=arguments.weights,
        values=values,
        pairs=arguments.pairs,
        alternatives=arguments.alternatives,
        geometry_only=arguments.geometry_only,
        device=arguments.device,
    )
    hush_models()
    with progress_bar() as bar:
        evaluate(arguments.data, arguments.output, options, lambda stage, done: bar.share(done))
    print(arguments.output / "report.md")
    return 0


def _given(assignments: list[str], preset: str | None) -> dict[str, float]:
    """Return the values of the controls that were named; a preset names them all."""
    settings = settings_from(assignments, preset)
    if preset:
        return settings.values()
    return {name: settings.value(name) for name in (a.split("=")[0].strip() for a in assignments)}
