"""The open document as it is edited: every change is a step of the history.

Everything here runs in the window's thread and returns at once.
"""

from __future__ import annotations

import attrs
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from faceswap_gui.gui.language import follow, told, tr
from faceswap_gui.gui.messages import Opened
from faceswap_gui.gui.renderings import Renderings, path_of
from faceswap_gui.gui.shelf import Shelf
from faceswap_gui.gui.undo import StepCommand
from faceswap_gui.gui.worker import Worker
from faceswap_gui.pipeline.settings import Settings, control
from faceswap_gui.project.document import Document, Picture, Role
from faceswap_gui.project.history import Step

_SET = "{control} {value:.2f}"
"""What a step that sets a control is called, in every language."""


class Editing(Renderings):
    """A document with its history, and what is needed to show it at any step."""

    document_changed = Signal(object)
    """The `Document` is another now."""
    picture_changed = Signal(object)
    """The picture of that `Role` is another, or its view has become available."""

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(worker, parent)
        self.stack = QUndoStack(self)
        self.shelf = Shelf()
        follow(self, self._name_steps)

    def set_control(self, name: str, value: float, gesture: str | None = None) -> None:
        """Give one control another value; steps of one gesture become one step of history."""
        if value != self.document.settings.value(name):
            step = told(_SET, control=told(control(name).label), value=value)
            self._push(step, self.document.with_control(name, value), gesture)

    def apply_settings(self, settings: Settings, step: str) -> None:
        """Give all controls other values in one step."""
        after = Document(
            source=self.document.source, target=self.document.target, settings=settings
        )
        if after != self.document:
            self._push(step, after)

    def change(self, name: str, after: Document, gesture: str | None = None) -> None:
        """Put another document in place as a step; steps of one gesture become one."""
        if after != self.document:
            self._push(name, after, gesture)

    def restore(self, document: Document, name: str) -> None:
        """Put a document that was kept aside in place, as a step that can be undone."""
        self._push(name, document)

    # -- inside -------------------------------------------------------------------------------

    def _name_steps(self) -> None:
        """Name the steps in the language in use; the person's own words stay as they are."""
        for index in range(self.stack.count()):
            command = self.stack.command(index)
            if isinstance(command, StepCommand):
                command.say_again()

    def _push(self, name: str, after: Document, gesture: str | None = None) -> None:
        step = Step(name, self.document, after, gesture)
        self.stack.push(StepCommand(step, self._put))

    def _put(self, document: Document) -> None:
        before, self.document = self.document, document
        self.document_changed.emit(document)
        for role in Role:
            if _on_show(document.picture(role)) != _on_show(before.picture(role)):
                self._show_picture(role)
        if path_of(document.target) != path_of(before.target):
            self._show_rendered(None)
        self._render()

    def _show_picture(self, role: Role) -> None:
        picture = self.document.picture(role)
        if picture is not None and self.shelf.get(picture) is None:
            # Undone back to a picture that has left the shelf: fetch it, without a step.
            self._submit(
                f"open {role}",
                tr("Opening {name}", name=picture.path.name),
                lambda engine, _: engine.open(role, picture),
                lambda opened: self._fetched(role, opened),
            )
        self.picture_changed.emit(role)

    def _fetched(self, role: Role, opened: Opened) -> None:
        self.shelf.put(opened)
        self.picture_changed.emit(role)


def _on_show(picture: Picture | None) -> Picture | None:
    """Return what the panes show of a picture: not what is painted on it or moved in it."""
    return picture if picture is None else attrs.evolve(picture, edits=())
