"""The sheets of a report: source · target · first face image · result of every pair, to look at."""

from __future__ import annotations

from pathlib import Path

import attrs

from faceswap_gui.evaluation.figures import badness
from faceswap_gui.evaluation.pairs import Family
from faceswap_gui.evaluation.run import Outcome
from faceswap_gui.evaluation.sheet import Cell, cut, write_sheet

WORST = 5
"""Pairs of each family that are shown large."""

_SIDE = 440  # px of the tiles kept, and of those on the sheet of the worst
_SMALL = 240
_PAIRS_A_LINE = 2


@attrs.frozen(eq=False)
class _Entry:
    family: Family
    badness: float
    cells: list[Cell]


class Gallery:
    """Collects one method's pictures, cut down to tiles at once so that they need little memory."""

    def __init__(self) -> None:
        self._entries: list[_Entry] = []

    def add(self, outcome: Outcome) -> None:
        """Take one swap in; one that failed has no picture and is in the report's list."""
        if outcome.swap is None:
            return
        family = outcome.pair.family
        self._entries.append(_Entry(family, badness(outcome.figures, family), _cells(outcome)))

    def write(self, folder: Path) -> list[Path]:
        """Write ``FAMILY.png`` and ``FAMILY-worst.png`` of each family; return their paths.

        Raises:
            OutputError: a file cannot be written.
        """
        written = []
        for family in Family:
            entries = [entry for entry in self._entries if entry.family is family]
            if not entries:
                continue
            worst = sorted(entries, key=lambda entry: -entry.badness)[:WORST]
            cells = [entry.cells for entry in entries]
            lines = [
                [cell for row in cells[start : start + _PAIRS_A_LINE] for cell in row]
                for start in range(0, len(cells), _PAIRS_A_LINE)
            ]
            written += [folder / f"{family.value}.png", folder / f"{family.value}-worst.png"]
            write_sheet(lines, written[-2], _SMALL)
            write_sheet([entry.cells for entry in worst], written[-1], _SIDE)
        return written


def _cells(outcome: Outcome) -> list[Cell]:
    source, target, swap = outcome.source, outcome.target, outcome.swap
    assert swap is not None
    shown = [
        (source.photo.pixels, source.landmarks, outcome.pair.source.stem),
        (target.photo.pixels, target.landmarks, outcome.pair.target.stem),
        (swap.first_picture(target.photo.pixels), target.landmarks, "first face image"),
        (swap.picture, target.landmarks, _label(outcome)),
    ]
    return [Cell(cut(picture, points, _SIDE), label) for picture, points, label in shown]


def _label(outcome: Outcome) -> str:
    """Return the figures that say most in the room that a tile has."""
    short = {"to_source": "id", "truth": "truth", "light": "li", "skin": "sk", "seam": "seam"}
    return " ".join(
        f"{text} {outcome.figures[name]:.2f}"
        for name, text in short.items()
        if name in outcome.figures
    )
