"""Write ``docs/controls.md`` from the controls as the program declares them.

Run ``python tools/make_controls_doc.py`` after a control has changed.
"""

from itertools import groupby
from pathlib import Path

from faceswap_gui.pipeline.settings import CONTROLS, Control

PAGE = Path(__file__).resolve().parent.parent / "docs" / "controls.md"
HEAD = """\
# Controls

The window's sliders, `--set NAME=VALUE`, project files and Python's `Settings` all have these
controls. A change runs the named stage and those after it; everything before is reused.

<!-- Written by tools/make_controls_doc.py from faceswap_gui/pipeline/settings.py. -->"""
TABLE = """\
| control | name | range | default | enters at | |
|---|---|---|---|---|---|"""


def page() -> str:
    """Return the page's text."""
    groups = groupby(CONTROLS, lambda control: control.group)
    tables = [
        "\n".join([f"## {group}\n", TABLE, *map(_row, controls)]) for group, controls in groups
    ]
    return "\n\n".join([HEAD, *tables]) + "\n"


def _row(control: Control) -> str:
    unit = f" {control.unit}" if control.unit else ""
    return (
        f"| {control.label} | `{control.name}` | {control.minimum:g} to {control.maximum:g}{unit} "
        f"| {control.default:g} | {control.stage.name.lower()} | {control.help} |"
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
