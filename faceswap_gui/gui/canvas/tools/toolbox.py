"""Which tool is in use, and how it is set. The bars show it, the tools follow it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from faceswap_gui.project.document import Role


class ToolName(StrEnum):
    """A tool of the canvas."""

    HAND = "hand"
    ADD = "add"
    REMOVE = "remove"
    SOFTEN = "soften"
    LANDMARKS = "landmarks"
    BOX = "box"

    @property
    def paints(self) -> bool:
        """Whether it is a brush."""
        return self in (ToolName.ADD, ToolName.REMOVE, ToolName.SOFTEN)

    @property
    def on_photograph(self) -> bool:
        """Whether it works on a photograph as it was opened, and not on the result."""
        return self in (ToolName.LANDMARKS, ToolName.BOX)


SMALLEST, LARGEST = 0.01, 1.0
_STEP = 1.25
_HARDER = 0.25
_TURNED = {ToolName.ADD: ToolName.REMOVE, ToolName.REMOVE: ToolName.ADD}


class Toolbox(QObject):
    """The state of the tools."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = ToolName.HAND
        self.size = 0.12
        """The brush's diameter, in shares of the face's longer side."""
        self.hardness = 0.5
        """0 fades from the middle on, 1 has a sharp edge."""
        self.shows_mask = True
        """Whether what is painted is hatched over the picture."""
        self.role = Role.TARGET
        """Whose photograph landmarks and boxes are on."""
        self.every_point = False
        """Whether all 478 landmarks can be taken hold of."""

    @property
    def edited(self) -> Role | None:
        """Whose photograph the canvas shows instead of the result, if any."""
        return self.role if self.name.on_photograph else None

    def choose(self, name: ToolName) -> None:
        """Use a tool."""
        self._set("name", name)

    def turn_brush(self) -> None:
        """Remove with the brush that adds, and the other way round."""
        self.choose(_TURNED.get(self.name, ToolName.ADD))

    def set_size(self, size: float) -> None:
        """Give the brush a diameter, in shares of the face."""
        self._set("size", min(LARGEST, max(SMALLEST, size)))

    def resize(self, steps: int) -> None:
        """Make the brush larger or smaller by steps that look alike."""
        self.set_size(self.size * _STEP**steps)

    def set_hardness(self, hardness: float) -> None:
        """Give the brush a soft or a hard edge, 0..1."""
        self._set("hardness", min(1.0, max(0.0, hardness)))

    def harden(self, steps: int) -> None:
        """Make the brush's edge harder or softer by quarters."""
        self.set_hardness(self.hardness + _HARDER * steps)

    def show_mask(self, shown: bool) -> None:
        """Hatch what is painted, or not."""
        self._set("shows_mask", shown)

    def work_on(self, role: Role) -> None:
        """Work on the source's or on the target's photograph."""
        self._set("role", role)

    def show_every_point(self, every: bool) -> None:
        """Show all landmarks, or those that matter most."""
        self._set("every_point", every)

    def _set(self, name: str, value: object) -> None:
        if getattr(self, name) != value:
            setattr(self, name, value)
            self.changed.emit()
