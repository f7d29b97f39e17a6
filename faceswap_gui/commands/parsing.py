"""Options that several commands share, and a parser that complains in one line."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from faceswap_gui.errors import UsageError
from faceswap_gui.pipeline.settings import CONTROLS, Settings

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Commands = Any

DEVICES = ("auto", "cpu", "cuda", "mps")
ALL = "all"
"""What ``--target-face`` takes for every face."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are `UsageError`s instead of printing and leaving."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(allow_abbrev=False, **options)
        self.add_argument(
            "--debug",
            action="store_true",
            # Without a default of its own, so that a command's parser leaves what stood before it.
            default=argparse.SUPPRESS,
            help="show where in the program an error came from",
        )

    def error(self, message: str) -> NoReturn:
        """Raise what the person typed wrong as a `UsageError`."""
        raise UsageError(f"{message}; '{self.prog} --help' shows what it takes")


def add_pictures(parser: argparse.ArgumentParser) -> None:
    """Declare SOURCE and TARGET."""
    parser.add_argument("source", metavar="SOURCE", type=Path, help="picture that gives its face")
    parser.add_argument(
        "target", metavar="TARGET", type=Path, help="picture that receives it and keeps the rest"
    )


def add_output(parser: argparse.ArgumentParser, help: str) -> None:
    """Declare ``-o OUT``."""
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, required=True, help=help)


def add_device(parser: argparse.ArgumentParser) -> None:
    """Declare ``--device``."""
    parser.add_argument(
        "--device",
        choices=DEVICES,
        default="auto",
        help="where the networks run; auto takes a GPU if there is one (default)",
    )


def add_weights(parser: argparse.ArgumentParser) -> None:
    """Declare ``--weights``."""
    parser.add_argument(
        "--weights",
        metavar="FILE",
        type=Path,
        help="appearance networks of your own, from 'faceswap-gui train'",
    )


def add_report(parser: argparse.ArgumentParser) -> None:
    """Declare ``--report``."""
    parser.add_argument(
        "--report",
        metavar="R.json",
        type=Path,
        help="also write settings, faces, distances per level, times and hashes",
    )


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Declare ``--preset P`` and ``--set NAME=VALUE``; list the controls below the options."""
    parser.add_argument(
        "--preset",
        metavar="P",
        help="begin with these settings: a name that 'faceswap-gui presets' lists, or a file",
    )
    parser.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="give a control another value; may be repeated",
    )
    parser.epilog = "controls for --set (range, default):\n" + controls_table()


def controls_table() -> str:
    """Return one line of plain text for each control."""
    lines = []
    for control in CONTROLS:
        facts = f"{control.minimum:g}..{control.maximum:g}, {control.default:g}"
        unit = f" [{control.unit}]" if control.unit else ""
        lines.append(f"  {control.name:<13} {facts:<12} {control.help}{unit}")
    return "\n".join(lines)


def settings_from(assignments: Iterable[str], preset: str | None = None) -> Settings:
    """Return the settings of ``--preset`` with those of ``--set`` on top, the later winning.

    Raises:
        UsageError: an assignment is none, or names no control, or a value outside its range; or
            there is no such preset.
        InputError: the preset's file cannot be read.
    """
    values: dict[str, Any] = {}
    for assignment in assignments:
        name, sign, value = assignment.partition("=")
        if not sign:
            raise UsageError(f"--set takes NAME=VALUE, not {assignment!r}")
        values[name.strip()] = value.strip()
    settings = _preset_settings(preset) if preset else Settings()
    return settings.with_values(values)


def _preset_settings(name: str) -> Settings:
    from faceswap_gui.project.presets import Presets

    return Presets().find(name).settings


def face_index(text: str) -> int:
    """Return the index of a face, 0 for the largest."""
    if not text.isdigit():
        raise argparse.ArgumentTypeError(f"takes 0 for the largest face, 1 …, not {text!r}")
    return int(text)


def face_or_all(text: str) -> int | str:
    """Return the index of a face, or `ALL`."""
    return ALL if text == ALL else face_index(text)


def at_least_one(text: str) -> int:
    """Return a whole number above 0."""
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"takes a whole number from 1, not {text!r}")
    return int(text)
