"""``--landmarks``: which network finds the landmarks."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from faceswap_gui.errors import UsageError

if TYPE_CHECKING:
    from faceswap_gui.faces.landmarker import Landmarker

ATTENTION, FACE_ALIGNMENT = "attention", "face-alignment"
DOWNLOAD = "download"
"""What ``--landmark-weights`` takes instead of a file."""


def add_landmarks(parser: argparse.ArgumentParser) -> None:
    """Declare ``--landmarks`` and ``--landmark-weights``."""
    parser.add_argument(
        "--landmarks",
        choices=(ATTENTION, FACE_ALIGNMENT),
        default=ATTENTION,
        help="what finds the landmarks: the network that comes with the program, or that of the "
        "package face-alignment; attention if not given",
    )
    parser.add_argument(
        "--landmark-weights",
        metavar=f"FILE|{DOWNLOAD}",
        help="weights of face-alignment's 2DFAN-4, or 'download' to let it fetch them",
    )


def landmarker_from(arguments: argparse.Namespace) -> Landmarker | None:
    """Return the chosen finder of landmarks; None for the program's own.

    Raises:
        UsageError: weights are missing or not wanted, or face-alignment is not installed.
        WeightsError: the weights cannot be read or fetched.
    """
    given = arguments.landmark_weights
    if arguments.landmarks == ATTENTION:
        if given:
            raise UsageError(f"--landmark-weights needs --landmarks {FACE_ALIGNMENT}")
        return None
    if not given:
        raise UsageError(
            f"--landmarks {FACE_ALIGNMENT} needs --landmark-weights FILE, or --landmark-weights "
            f"{DOWNLOAD} to let face-alignment fetch them; nothing is downloaded unasked"
        )
    from faceswap_gui.faces.fan import FaceAlignmentLandmarks, downloaded_weights, load_network

    weights = downloaded_weights() if given == DOWNLOAD else Path(given)
    return FaceAlignmentLandmarks(load_network(weights))
