"""The command line: finds the command, runs it, and turns every failure into one line.

Exit codes: 0 done, 2 usage, 3 an input, 4 weights, 5 output or resources, 130 interrupted, and 1
for what should not happen.
"""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from faceswap_gui import __version__
from faceswap_gui.commands import (
    batch,
    bench,
    controls,
    demo,
    doctor,
    evaluate,
    presets,
    render,
    swap,
    train,
)
from faceswap_gui.commands.parsing import Parser
from faceswap_gui.commands.window import open_window
from faceswap_gui.diagnostics.message_box import has_terminal, show_error
from faceswap_gui.errors import FaceSwapError, OutputError

_COMMANDS = {
    "swap": swap,
    "render": render,
    "batch": batch,
    "demo": demo,
    "doctor": doctor,
    "controls": controls,
    "presets": presets,
    "bench": bench,
    "evaluate": evaluate,
    "train": train,
}
_DESCRIPTION = (
    "Put one portrait's face on another photograph, in its pose, expression, light and skin tone.\n"
    "Without a command: open the window, with SOURCE and TARGET or a PROJECT if they are given."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _print_any_name()
    try:
        return _run(words)
    except KeyboardInterrupt:
        return _fail("interrupted", 130, words)
    except FaceSwapError as error:
        return _fail(str(error), error.exit_code, words)
    except BrokenPipeError:
        # Whoever read the output has left (`| head`); Python must not try to flush to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OutputError.exit_code
    except Exception as error:
        if _lacks_memory(error):
            return _fail(
                "memory ran out; close other programs, or use a smaller picture or --device cpu",
                OutputError.exit_code,
                words,
            )
        return _fail(
            f"something unforeseen happened ({type(error).__name__}: {error}); "
            "run it again with --debug and report what it shows",
            FaceSwapError.exit_code,
            words,
        )


def _print_any_name() -> None:
    """Let a file's name be printed though the terminal lacks its signs, or it is no text at all.

    Printing it comes last: failing then would call a swap a failure that is done.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        unicode = sys.stdout.encoding.lower().startswith("utf")
        sys.stdout.reconfigure(errors="surrogateescape" if unicode else "backslashreplace")


def _run(words: list[str]) -> int:
    first = next((word for word in words if not word.startswith("-")), "")
    if first in _COMMANDS:
        chosen = _command_parser().parse_args(words)
        return int(chosen.run(chosen))
    return open_window(_window_parser().parse_args(words).pictures)


def _command_parser() -> Parser:
    parser = Parser(prog="faceswap-gui", description=_DESCRIPTION)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in _COMMANDS.values():
        command.add(commands)
    return parser


def _window_parser() -> Parser:
    """Return the parser of ``faceswap-gui [SOURCE TARGET | PROJECT]``.

    It is apart from the commands' because argparse cannot tell a picture from a command's name.
    """
    parser = Parser(
        prog="faceswap-gui",
        usage="faceswap-gui [SOURCE TARGET | PROJECT]\n       faceswap-gui COMMAND …",
        description=_DESCRIPTION,
        epilog=_command_list(),
    )
    parser.add_argument("pictures", metavar="SOURCE TARGET | PROJECT", nargs="*", type=Path)
    parser.add_argument("--version", action="version", version=f"faceswap-gui {__version__}")
    return parser


def _command_list() -> str:
    lines = [f"  {name:<10} {command.SUMMARY}" for name, command in _COMMANDS.items()]
    return "commands ('faceswap-gui COMMAND --help' says more):\n" + "\n".join(lines)


def _lacks_memory(error: Exception) -> bool:
    # Torch and OpenCV have their own errors for it; neither may be imported here to ask.
    words = ("can't allocate memory", "Insufficient memory", "not enough memory")
    return (
        isinstance(error, MemoryError)
        or type(error).__name__ == "OutOfMemoryError"
        or any(word in str(error) for word in words)
    )


def _fail(message: str, code: int, words: Sequence[str]) -> int:
    if "--debug" in words:
        traceback.print_exc()
    if has_terminal():
        print("error: " + " ".join(message.split()), file=sys.stderr)
    else:
        show_error(message)
    return code


if __name__ == "__main__":
    sys.exit(main())
