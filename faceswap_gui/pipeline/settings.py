"""Every control of the program, declared once.

The window's sliders, the command line's ``--set NAME=VALUE``, presets, the project file and the
documentation's table of controls are all made from `CONTROLS`. A new control is one
`control_field` in `Settings`; nothing else has to be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from faceswap_gui.errors import UsageError
from faceswap_gui.pipeline.control import Control, Stage, control_field, declared, named

__all__ = ["CONTROLS", "LEVELS", "MAPPED_LEVELS", "Control", "Settings", "Stage", "control"]

MAPPED_LEVELS = 3
"""M of the method: how many feature levels the shipped networks map."""
LEVELS = 4
"""n of the method: how many feature levels the shipped networks have."""


def _floats(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(float(value) for value in values)


@attrs.frozen(kw_only=True)
class Settings:
    """The values of all controls for one render. Immutable; `attrs.evolve` makes variants.

    Raises:
        UsageError: a value is outside its control's range.
    """

    face_shape: float = control_field(
        1.0,
        "Face shape",
        "0 keeps the target's bone structure, 1 brings the source's own.",
        stage=Stage.REENACT,
        group="Reenactment",
    )
    expression: float = control_field(
        1.0,
        "Expression",
        "0 keeps the source's own expression, 1 brings the target's.",
        stage=Stage.REENACT,
        group="Reenactment",
    )
    eyes: float = control_field(
        1.0,
        "Eyes",
        "Who opens and shuts the eyes: 0 is the source as photographed, 1 leaves it to Expression.",
        stage=Stage.REENACT,
        group="Reenactment",
    )
    mouth: float = control_field(
        1.0,
        "Mouth",
        "Who opens the mouth: 0 is the source with its own teeth, 1 leaves it to Expression. Whose "
        "teeth are seen is never mixed: those of the one who opens it more.",
        stage=Stage.REENACT,
        group="Reenactment",
    )
    gaze: float = control_field(
        0.0,
        "Gaze",
        "Where the eyes look: 0 as in the source, 1 where the target looks.",
        stage=Stage.REENACT,
        group="Reenactment",
    )
    levels: tuple[float, ...] = attrs.field(default=(1.0,) * MAPPED_LEVELS, converter=_floats)
    refine: float = control_field(
        0.0,
        "Refine",
        "How long the mapping goes on learning from this one pair: nearer to the target's "
        "appearance, for finals. 100 steps take some seconds.",
        stage=Stage.MAP,
        group="Appearance levels",
        range=(0, 300),
        step=10,
        unit="steps",
    )
    light_edges: float = control_field(
        1.0,
        "Light edges",
        "How far the edges of the target's cast shadows and highlights are taken over; 0 leaves "
        "the light soft.",
        stage=Stage.DECODE,
        group="Appearance levels",
    )
    light_match: float = control_field(
        1.0,
        "Light match",
        "How much of the coarse light that the networks left different from the target's is "
        "replaced by the target's own.",
        stage=Stage.COMPOSITE,
        group="Blend",
    )
    light_radius: float = control_field(
        0.28,
        "Light radius",
        "How coarse that light is. Small radii match shadows better and keep less of the person.",
        stage=Stage.COMPOSITE,
        group="Blend",
        range=(0.05, 1.0),
        unit="eye distances",
    )
    tone_match: float = control_field(
        1.0,
        "Tone match",
        "How far the spread of the skin's colours, dark to light and pale to saturated, is brought "
        "to the target's.",
        stage=Stage.COMPOSITE,
        group="Blend",
    )
    grain: float = control_field(
        1.0,
        "Grain",
        "How far sharpness and grain are brought to those of the target's skin.",
        stage=Stage.COMPOSITE,
        group="Blend",
    )
    blend: float = control_field(
        1.0,
        "Blend",
        "How strongly the swapped face covers the target: 0 is the untouched photograph.",
        stage=Stage.COMPOSITE,
        group="Blend",
    )
    feather: float = control_field(
        0.18,
        "Feather",
        "How wide the edge of the face fades out.",
        stage=Stage.COMPOSITE,
        group="Blend",
        range=(0.0, 0.6),
        unit="eye distances",
    )
    erosion: float = control_field(
        0.0,
        "Erosion",
        "How far the edge of the face is drawn inwards. A narrow face keeps less of the person.",
        stage=Stage.COMPOSITE,
        group="Blend",
        range=(0.0, 0.6),
        unit="eye distances",
    )

    def __attrs_post_init__(self) -> None:
        if len(self.levels) != MAPPED_LEVELS:
            raise UsageError(
                "levels takes {mapped_levels} strengths, not {number}",
                mapped_levels=MAPPED_LEVELS,
                number=len(self.levels),
            )
        for control in CONTROLS:
            control.check(self.value(control.name))

    def value(self, name: str) -> float:
        """Return one control's value by its name: a field's, or ``level1`` … ``levelM``."""
        if name.startswith("level") and name[5:].isdigit():
            return self.levels[int(name[5:]) - 1]
        return float(getattr(self, name))

    def with_value(self, name: str, value: float) -> Settings:
        """Return a copy in which the control `name` has another value.

        Raises:
            UsageError: there is no such control, or the value is outside its range.
        """
        number = control(name).check(value)
        if name.startswith("level") and name[5:].isdigit():
            levels = list(self.levels)
            levels[int(name[5:]) - 1] = number
            return attrs.evolve(self, levels=tuple(levels))
        changed: dict[str, Any] = {name: number}
        return attrs.evolve(self, **changed)

    def values(self) -> dict[str, float]:
        """Return every control's value by name, ready for JSON."""
        return {control.name: self.value(control.name) for control in CONTROLS}

    @classmethod
    def from_values(cls, values: Mapping[str, float]) -> Settings:
        """Build settings from named values; the controls not named keep their defaults.

        Raises:
            UsageError: a name is unknown or a value outside its range.
        """
        return cls().with_values(values)

    def with_values(self, values: Mapping[str, float]) -> Settings:
        """Return a copy in which the named controls have other values (errors of `with_value`)."""
        settings = self
        for name, value in values.items():
            settings = settings.with_value(name, value)
        return settings


def _level_control(level: int) -> Control:
    return Control(
        name=f"level{level}",
        label=f"Level {level}",
        help=f"How strongly the features of level {level} are mapped to the target's "
        f"appearance; level 1 is the finest.",
        stage=Stage.DECODE,
        group="Appearance levels",
        minimum=0.0,
        maximum=1.0,
        step=0.01,
        unit="",
        default=1.0,
    )


def _controls() -> Iterator[Control]:
    for field in attrs.fields(Settings):
        if field.name == "levels":
            yield from (_level_control(level + 1) for level in range(MAPPED_LEVELS))
        else:
            yield declared(field)


CONTROLS: tuple[Control, ...] = tuple(_controls())
"""All controls in the order in which the window and the documentation show them."""


def control(name: str) -> Control:
    """Return one control by its name (`UsageError`: there is no such control)."""
    return named(name, CONTROLS)
