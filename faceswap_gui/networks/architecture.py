"""The numbers that fix the shape of the appearance-transfer network.

They travel in the header of a weights file, so that a file says by itself which network it fills.
"""

from __future__ import annotations

import json

import attrs

from faceswap_gui.errors import WeightsError


@attrs.frozen
class Architecture:
    """Levels, widths and working size of one appearance-transfer network.

    `size` is the side in pixels of the square crops the network was trained on; the network is
    fully convolutional and runs at any multiple of `multiple`.

    Raises:
        WeightsError: the numbers contradict each other.

    """

    size: int = 128
    widths: tuple[int, ...] = attrs.field(default=(16, 48, 88, 128), converter=tuple)
    mapped: int = 3
    mapper_width: int = 2
    """Width of a mapper's hidden layers, in multiples of its level's width."""
    relighter_widths: tuple[int, ...] = attrs.field(default=(16, 32, 64, 96, 128), converter=tuple)
    """The relighter's widths, from full resolution on; each further one has half of it."""

    @property
    def levels(self) -> int:
        """Return n, the number of feature levels."""
        return len(self.widths)

    @property
    def multiple(self) -> int:
        """Return what the side of a picture must be a multiple of: each level halves it."""
        return int(2 ** (max(self.levels, len(self.relighter_widths)) - 1))

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.mapped < self.levels:
            raise WeightsError(
                "an architecture with {levels} levels maps 1 to {most} of them, not {mapped}",
                levels=self.levels,
                most=self.levels - 1,
                mapped=self.mapped,
            )
        if self.size % self.multiple:
            raise WeightsError(
                "size {size} must be a multiple of {multiple}, because each level halves it",
                size=self.size,
                multiple=self.multiple,
            )

    def to_json(self) -> str:
        """Return the architecture as one line of JSON."""
        return json.dumps(attrs.asdict(self), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Architecture:
        """Read what `to_json` wrote.

        Raises:
            WeightsError: the text is no architecture that this version knows.

        """
        try:
            return cls(**json.loads(text))
        except (TypeError, ValueError) as error:
            raise WeightsError(
                "the weights' architecture cannot be read ({error})", error=error
            ) from None
