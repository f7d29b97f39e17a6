"""The report: means per method and family as Markdown, everything as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs
import numpy as np

from faceswap_gui.evaluation.figures import COLUMNS, Column, Figures, mean_figures
from faceswap_gui.evaluation.pairs import Family
from faceswap_gui.evaluation.run import LeftOut, Outcome

_TITLES = {
    Family.STUDIO: "Studio light",
    Family.HARD: "Hard light and pose",
    Family.RELIT: "Relit: the same photograph under another light, whose right answer is known",
}


@attrs.frozen
class _Row:
    method: str
    family: Family
    pair: str
    figures: Figures
    trouble: str
    levels: tuple[Mapping[str, float], ...]

    def as_json(self) -> dict[str, Any]:
        found: dict[str, Any] = {
            "method": self.method,
            "family": self.family.value,
            "pair": self.pair,
            "figures": _rounded(self.figures),
        }
        if self.levels:
            found["levels"] = [dict(level) for level in self.levels]
        if self.trouble:
            found["trouble"] = self.trouble
        return found


class Tally:
    """Collects outcomes; keeps their figures, not their pictures."""

    def __init__(self) -> None:
        self._rows: list[_Row] = []
        self._left_out: list[LeftOut] = []

    def add(self, outcome: Outcome | LeftOut) -> None:
        """Take one outcome in."""
        if isinstance(outcome, LeftOut):
            self._left_out.append(outcome)
            return
        pair = outcome.pair
        levels = tuple(outcome.swap.levels) if outcome.swap else ()
        self._rows.append(
            _Row(outcome.method, pair.family, pair.name, outcome.figures, outcome.trouble, levels)
        )

    def methods(self) -> list[str]:
        """Return the methods' names in the order in which they came."""
        return list(dict.fromkeys(row.method for row in self._rows))

    def means(self, method: str, family: Family) -> Figures:
        """Return a method's mean figures over a family's pairs; empty if it had none."""
        return mean_figures(
            [row.figures for row in self._rows if (row.method, row.family) == (method, family)]
        )

    def as_json(self) -> dict[str, Any]:
        """Return means, every pair's figures and what was left out, ready for JSON."""
        return {
            "means": {
                method: {family.value: _rounded(self.means(method, family)) for family in Family}
                for method in self.methods()
            },
            "pairs": [row.as_json() for row in self._rows],
            "left_out": [{"pair": one.pair.name, "why": one.why} for one in self._left_out],
        }

    def as_markdown(self) -> str:
        """Return a table per family, the goals under it, and what was left out."""
        parts = [self._table(family) for family in Family]
        troubles = [f"- {r.method}, {r.pair}: {r.trouble}" for r in self._rows if r.trouble]
        left_out = [f"- {one.pair.name}: {one.why}" for one in self._left_out]
        parts += _listed("Nothing was made of", troubles)
        parts += _listed("Left out", left_out)
        return "\n\n".join(part for part in parts if part) + "\n"

    def _table(self, family: Family) -> str:
        means = {method: self.means(method, family) for method in self.methods()}
        columns = [c for c in COLUMNS if any(c.name in figures for figures in means.values())]
        if not columns:
            return ""
        count = len({row.pair for row in self._rows if row.family is family})
        lines = [f"## {_TITLES[family]} ({count} pairs)", ""]
        lines += [_line(["", *(c.heading for c in columns)]), _line(["---"] * (len(columns) + 1))]
        lines += [
            _line([method, *(_cell(c, family, figures) for c in columns)])
            for method, figures in means.items()
        ]
        lines += [_line(["**goal**", *(_goal(c, family) for c in columns)])]
        return "\n".join(lines)


def _cell(column: Column, family: Family, figures: Figures) -> str:
    if column.name not in figures:
        return ""
    figure = figures[column.name]
    text = f"{figure:.{column.digits}f}"
    return f"**{text}**" if column.meets(family, figure) else text


def _goal(column: Column, family: Family) -> str:
    if family not in column.goals:
        return ""
    sign = "≥" if column.at_least else "≤"
    return f"{sign} {column.goals[family]:g}"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _listed(title: str, lines: Sequence[str]) -> list[str]:
    return ["\n".join([f"## {title}", "", *lines])] if lines else []


def _rounded(figures: Figures) -> dict[str, float | None]:
    return {name: round(v, 5) if np.isfinite(v) else None for name, v in figures.items()}
