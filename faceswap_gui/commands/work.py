"""What the commands that swap have in common."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from faceswap_gui import __version__
from faceswap_gui.commands.chatter import hush_models

if TYPE_CHECKING:
    from collections.abc import Iterable

    from faceswap_gui.faces.landmarker import Landmarker
    from faceswap_gui.pipeline.swapper import Swapper
    from faceswap_gui.reenactment import QualityWarning

RIGHTS = (
    "note: use only faces whose owners agree, and say that the picture is edited "
    "when you show it to others"
)


def make_swapper(
    device: str,
    weights: Path | None,
    landmarker: Landmarker | None = None,
    *,
    sparing: bool = False,
) -> Swapper:
    """Load the models; `sparing` is as for `Swapper`.

    Raises:
        WeightsError: a model is missing, damaged or of another architecture.
        UsageError: the device does not exist here.
    """
    from faceswap_gui.pipeline.swapper import Swapper

    hush_models()
    return Swapper(device, weights, landmarker, sparing=sparing)


def say_rights() -> None:
    """Remind the person once of the people in the pictures."""
    print(RIGHTS, file=sys.stderr)


def say_warnings(warnings: Iterable[QualityWarning]) -> None:
    """Tell what will be seen to spoil the picture; it is written all the same."""
    for warning in warnings:
        print(f"warning: {warning.words}", file=sys.stderr)


def signed(report: dict[str, Any]) -> dict[str, Any]:
    """Return a report that says which program made it."""
    return {"program": f"faceswap-gui {__version__}", **report}


def time_lines(milliseconds: dict[str, float]) -> str:
    """Return one line for each stage's time."""
    return "\n".join(f"{stage:<14} {time:8.1f} ms" for stage, time in milliseconds.items())
