"""Which source goes into which target: fixed lists, the same for every method and every run.

A data folder holds ``london/`` (``NNN_neutral.jpg`` and ``NNN_smiling.jpg`` of each person) and
``synthetic/validation/`` (one picture a person). The lists depend on the file names only.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

import attrs

from faceswap_gui.errors import InputError

STUDIO_PAIRS = 20
HARD_PAIRS = 24
RELIT_PAIRS = 10

_STRIDE = 17  # how far along the list a source's target is; no divisor of the usual counts


class Family(Enum):
    """The three kinds of pairs, each with a trouble of its own."""

    STUDIO = "studio"
    HARD = "hard"
    RELIT = "relit"


@attrs.frozen
class Pair:
    """One swap to be measured.

    `neutral` is the target person's neutral picture where the target shows another expression, so
    that the expression's right answer is known; `light` is the seed of the light to lay over the
    target (relit pairs, whose source and target are the same photograph).
    """

    family: Family
    source: Path
    target: Path
    neutral: Path | None = None
    light: int | None = None

    @property
    def name(self) -> str:
        """Return a short name that says which pictures these are."""
        return f"{self.source.stem} > {self.target.stem}"


def find_pairs(data: Path, most: int | None = None) -> list[Pair]:
    """Return all pairs of a data folder, at most `most` of each family.

    Raises:
        InputError: the folder lacks the pictures.
    """
    people = neutral_pictures(data)
    families = (
        studio_pairs(people, STUDIO_PAIRS),
        hard_pairs(people, validation_pictures(data), HARD_PAIRS),
        relit_pairs(people, RELIT_PAIRS),
    )
    return [pair for family in families for pair in family[:most]]


def neutral_pictures(data: Path) -> list[Path]:
    """Return the neutral picture of every person of ``london`` who is there smiling as well.

    Raises:
        InputError: there are fewer than two such people.
    """
    people = sorted((data / "london").glob("*_neutral.jpg"))
    people = [path for path in people if smiling(path).is_file()]
    if len(people) < 2:
        raise InputError(
            f"{data / 'london'} holds no two people; evaluate needs NNN_neutral.jpg and "
            "NNN_smiling.jpg of each"
        )
    return people


def validation_pictures(data: Path) -> list[Path]:
    """Return the pictures of ``synthetic/validation`` in order of their names.

    Raises:
        InputError: there is none.
    """
    pictures = sorted((data / "synthetic" / "validation").glob("*.jpg"))
    if not pictures:
        raise InputError(f"{data / 'synthetic' / 'validation'} holds no .jpg pictures")
    return pictures


def smiling(neutral: Path) -> Path:
    """Return the smiling picture of the person of a neutral one."""
    return neutral.with_name(neutral.name.replace("_neutral", "_smiling"))


def studio_pairs(people: Sequence[Path], count: int) -> list[Pair]:
    """Return pairs of two people in the studio, every other target smiling."""
    pairs = []
    for turn, place in enumerate(_spread(len(people), count)):
        target = people[_other(place, len(people))]
        face = smiling(target) if turn % 2 else target
        neutral = target if turn % 2 else None
        pairs.append(Pair(Family.STUDIO, people[place], face, neutral))
    return pairs


def hard_pairs(people: Sequence[Path], targets: Sequence[Path], count: int) -> list[Pair]:
    """Return studio sources with targets of every light and pose."""
    places = _spread(len(targets), count)
    sources = [people[(turn * 2 + 1) % len(people)] for turn in range(len(places))]
    return [
        Pair(Family.HARD, source, targets[place])
        for source, place in zip(sources, places, strict=True)
    ]


def relit_pairs(people: Sequence[Path], count: int) -> list[Pair]:
    """Return photographs paired with themselves under another light."""
    places = _spread(len(people), count)
    return [
        Pair(Family.RELIT, people[place], people[place], light=seed)
        for seed, place in enumerate(places)
    ]


def _spread(length: int, count: int) -> list[int]:
    """Return up to `count` places, evenly over a list."""
    count = min(length, count)
    return [turn * length // count for turn in range(count)]


def _other(place: int, length: int) -> int:
    return (place + (_STRIDE if length > _STRIDE else 1)) % length
