"""Joins the tools to the canvas, the window's actions and the document."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from faceswap_gui.gui.actions import Actions
from faceswap_gui.gui.canvas.canvas import PreviewCanvas
from faceswap_gui.gui.canvas.tools.box import BoxTool
from faceswap_gui.gui.canvas.tools.brush import BrushTool
from faceswap_gui.gui.canvas.tools.landmarks import LandmarksTool
from faceswap_gui.gui.canvas.tools.subject import Subject
from faceswap_gui.gui.canvas.tools.tool import Tool
from faceswap_gui.gui.canvas.tools.toolbox import Toolbox, ToolName
from faceswap_gui.gui.language import mark, told
from faceswap_gui.gui.messages import Opened
from faceswap_gui.gui.studio import Studio
from faceswap_gui.project.document import Role

ACTIONS = {
    ToolName.HAND: "actionToolHand",
    ToolName.ADD: "actionToolAdd",
    ToolName.REMOVE: "actionToolRemove",
    ToolName.SOFTEN: "actionToolSoften",
    ToolName.LANDMARKS: "actionToolLandmarks",
    ToolName.BOX: "actionToolBox",
}
_BRUSH_ACTIONS = (
    "actionTurnBrush",
    "actionBrushSmaller",
    "actionBrushLarger",
    "actionBrushSofter",
    "actionBrushHarder",
    "actionShowMask",
)
_CLEAR = mark("Clear the mask")


class Workbench(QObject):
    """The tools with everything that they need."""

    edited_changed = Signal()
    """Another photograph, or none, is worked on instead of the result."""

    def __init__(self, canvas: PreviewCanvas, studio: Studio, actions: Actions) -> None:
        super().__init__(canvas)
        self.toolbox = Toolbox(self)
        self._canvas, self._studio, self._actions = canvas, studio, actions
        brush = BrushTool(canvas, studio, self.toolbox)
        self.landmarks = LandmarksTool(canvas, studio, self.toolbox)
        self.box = BoxTool(canvas, studio, self.toolbox)
        self._tools: dict[ToolName, Tool] = {
            ToolName.HAND: canvas.hand,
            ToolName.ADD: brush,
            ToolName.REMOVE: brush,
            ToolName.SOFTEN: brush,
            ToolName.LANDMARKS: self.landmarks,
            ToolName.BOX: self.box,
        }
        self._edited: Role | None = None
        self._connect()
        self._follow()

    def look_for_faces_in(self, opened: Opened) -> None:
        """Show a picture in which no face was found, with the box in hand."""
        self.toolbox.work_on(opened.role)
        self.toolbox.choose(ToolName.BOX)
        self._studio.look_for_faces_in(opened)

    def clear_mask(self) -> None:
        """Take back everything that is painted on the target's meant face."""
        subject = Subject.of(self._studio, Role.TARGET)
        if subject is not None:
            subject.paint(self._studio, None, told(_CLEAR), "")

    def _connect(self) -> None:
        toolbox = self.toolbox
        for name, action in ACTIONS.items():
            self._actions[action].triggered.connect(_choosing(toolbox, name))
        for action, do in {
            "actionTurnBrush": toolbox.turn_brush,
            "actionBrushSmaller": lambda: toolbox.resize(-1),
            "actionBrushLarger": lambda: toolbox.resize(1),
            "actionBrushSofter": lambda: toolbox.harden(-1),
            "actionBrushHarder": lambda: toolbox.harden(1),
            "actionClearMask": self.clear_mask,
            "actionResetLandmarks": self.landmarks.put_all_back,
            "actionForgetFace": self.box.forget_face,
        }.items():
            self._actions[action].triggered.connect(_plain(do))
        self._actions["actionShowMask"].triggered.connect(toolbox.show_mask)
        toolbox.changed.connect(self._follow)
        studio = self._studio
        for changed in (studio.document_changed, studio.picture_changed, studio.faceless_changed):
            changed.connect(self._follow)

    def _follow(self, _changed: object = None) -> None:
        """Take the tool that is chosen, and enable what makes sense."""
        toolbox, actions = self.toolbox, self._actions
        target = Subject.of(self._studio, Role.TARGET)
        faceless = self._studio.faceless
        if faceless and (toolbox.name is not ToolName.BOX or toolbox.role is not faceless.role):
            self._studio.look_for_faces_in(None)
        faceless, document = self._studio.faceless, self._studio.document
        if document.target is None and document.source is None and faceless is None:
            toolbox.choose(ToolName.HAND)
        self._canvas.take(self._tools[toolbox.name])
        for name, action in ACTIONS.items():
            usable = target is not None or (name is ToolName.BOX and faceless is not None)
            actions[action].setEnabled(name is ToolName.HAND or usable)
            actions[action].setChecked(name is toolbox.name)
        for action in _BRUSH_ACTIONS:
            actions[action].setEnabled(target is not None)
        actions["actionShowMask"].setChecked(toolbox.shows_mask)
        painted = target is not None and target.picture.of_face.mask is not None
        actions["actionClearMask"].setEnabled(painted)
        worked_on = Subject.of(self._studio, toolbox.role)
        moved = worked_on is not None and bool(worked_on.picture.of_face.moves)
        actions["actionResetLandmarks"].setEnabled(moved)
        actions["actionForgetFace"].setEnabled(self.box.can_forget)
        if toolbox.edited is not self._edited:
            self._edited = toolbox.edited
            self.edited_changed.emit()
        self._canvas.update()


def _choosing(toolbox: Toolbox, name: ToolName) -> Callable[[bool], None]:
    def triggered(_checked: bool) -> None:
        toolbox.choose(name)
        # Choosing the tool in use again has just unchecked its action.
        toolbox.changed.emit()

    return triggered


def _plain(do: Callable[[], object]) -> Callable[[bool], None]:
    def triggered(_checked: bool) -> None:
        do()

    return triggered
