"""The history on Qt's undo stack: each command carries one `Step` of the document."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QAction, QKeySequence, QUndoCommand, QUndoStack

from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.language import follow, mark, tr
from faceswap_gui.project.document import Document
from faceswap_gui.project.history import Step

_STEP_ID = 1
"""Qt only offers to merge commands that share an id; `Step.continues` then decides."""


class StepCommand(QUndoCommand):
    """Puts one document in place of another, and back."""

    def __init__(self, step: Step, put: Callable[[Document], None]) -> None:
        super().__init__(step.name)
        self.step = step
        self._put = put

    def redo(self) -> None:
        """Put the document after the step in place."""
        self._put(self.step.after)

    def undo(self) -> None:
        """Put the document before the step back."""
        self._put(self.step.before)

    def id(self) -> int:
        """Return the same number for all steps, so that Qt offers them for merging."""
        return _STEP_ID

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take the next step in, if it goes on with the same gesture."""
        if not isinstance(other, StepCommand) or not other.step.continues(self.step):
            return False
        self.step = self.step.joined(other.step)
        self.setText(self.step.name)
        self.setObsolete(self.step.changes_nothing)
        return True


def undo_action(stack: QUndoStack, owner: QObject) -> QAction:
    """Return the action that takes the last step back, and names it."""
    action = _action("actionUndo", "undo", ("Ctrl+Z",), owner)
    action.triggered.connect(stack.undo)
    stack.canUndoChanged.connect(action.setEnabled)
    _name_step(action, mark("&Undo {step}"), stack.undoTextChanged)
    return action


def redo_action(stack: QUndoStack, owner: QObject) -> QAction:
    """Return the action that takes the step again that was undone last, and names it."""
    action = _action("actionRedo", "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), owner)
    action.triggered.connect(stack.redo)
    stack.canRedoChanged.connect(action.setEnabled)
    _name_step(action, mark("&Redo {step}"), stack.redoTextChanged)
    return action


def _name_step(action: QAction, words: str, step_changed: SignalInstance) -> None:
    """Let the action's text name the step that it would take, in the language in use."""

    def tell(step: str | None = None) -> None:
        action.setData(action.data() if step is None else step)
        action.setText(tr(words, step=action.data() or ""))

    step_changed.connect(tell)
    follow(action, tell)


def _action(name: str, drawing: str, keys: tuple[str, ...], owner: QObject) -> QAction:
    action = QAction(owner)
    action.setObjectName(name)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setIcon(icon(drawing))
    action.setEnabled(False)
    return action
