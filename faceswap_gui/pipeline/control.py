"""What a control is: its words, its range, the stage that it enters, and how it is declared."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any

import attrs

from faceswap_gui.errors import UsageError


class Stage(Enum):
    """The pipeline's stages in order. A control names the first stage that it enters."""

    DETECT = 0
    REENACT = 1
    ENCODE = 2
    MAP = 3
    DECODE = 4
    COMPOSITE = 5


@attrs.frozen
class Control:
    """What there is to say of one control; its numbers are in `unit`."""

    name: str
    label: str
    help: str
    stage: Stage
    group: str
    minimum: float
    maximum: float
    step: float
    unit: str
    default: float

    def check(self, value: float) -> float:
        """Return `value` as a float.

        Raises:
            UsageError: it is no number or outside the control's range.
        """
        try:
            number = float(value)
        except (TypeError, ValueError):
            raise UsageError(
                "{name} takes a number, not {value!r}", name=self.name, value=value
            ) from None
        if not self.minimum <= number <= self.maximum:
            raise UsageError(
                "{name} takes {minimum:g} to {maximum:g}, not {number:g}",
                name=self.name,
                minimum=self.minimum,
                maximum=self.maximum,
                number=number,
            )
        return number


def control_field(
    default: float,
    label: str,
    help: str,
    *,
    stage: Stage,
    group: str,
    range: tuple[float, float] = (0.0, 1.0),
    step: float = 0.01,
    unit: str = "",
) -> Any:
    """Declare a control as a field of an attrs class; `declared` reads it back."""
    facts = {"label": label, "help": help, "stage": stage, "group": group, "range": range}
    return attrs.field(default=default, metadata={**facts, "step": step, "unit": unit})


def declared(field: attrs.Attribute[Any]) -> Control:
    """Return the control that a `control_field` declares."""
    facts = dict(field.metadata)
    minimum, maximum = facts.pop("range")
    default: Any = field.default
    return Control(name=field.name, minimum=minimum, maximum=maximum, default=default, **facts)


def named(name: str, controls: Iterable[Control]) -> Control:
    """Return the control of that name.

    Raises:
        UsageError: there is no such control.
    """
    by_name = {control.name: control for control in controls}
    if name not in by_name:
        raise UsageError(
            "there is no control {name!r}; there are: {names}", name=name, names=", ".join(by_name)
        )
    return by_name[name]
