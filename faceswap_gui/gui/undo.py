"""The history on Qt's undo stack: each command carries one `Step` of the document."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QAction, QKeySequence, QUndoCommand, QUndoStack

from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.language import Told, follow, mark, tr
from faceswap_gui.project.document import Document
from faceswap_gui.project.history import Step

_STEP_ID = 1
"""Qt only offers to merge commands that share an id; `Step.continues` then decides."""


class StepCommand(QUndoCommand):
    """Puts one document in place of another, and back."""

    def __init__(self, step: Step, put: Callable[[Document], None]) -> None:
        super().__init__(str(step.name))
        self.step = step
        self._put = put

    def say_again(self) -> None:
        """Name the step in the language in use."""
        name = self.step.name
        self.setText(name.again() if isinstance(name, Told) else name)

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
        self.setText(str(self.step.name))
        self.setObsolete(self.step.changes_nothing)
        return True


def undo_action(stack: QUndoStack, owner: QObject) -> QAction:
    """Return the action that takes the last step back, and names it."""
    action = _action("actionUndo", "undo", ("Ctrl+Z",), owner)
    action.triggered.connect(stack.undo)
    stack.canUndoChanged.connect(action.setEnabled)
    _name_step(action, mark("&Undo {step}"), stack.undoText, stack.undoTextChanged)
    return action


def redo_action(stack: QUndoStack, owner: QObject) -> QAction:
    """Return the action that takes the step again that was undone last, and names it."""
    action = _action("actionRedo", "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), owner)
    action.triggered.connect(stack.redo)
    stack.canRedoChanged.connect(action.setEnabled)
    _name_step(action, mark("&Redo {step}"), stack.redoText, stack.redoTextChanged)
    return action


def _name_step(
    action: QAction, words: str, step: Callable[[], str], step_changed: SignalInstance
) -> None:
    """Let the action's text name the step that it would take, in the language in use."""

    def tell(name: str) -> None:
        action.setText(tr(words, step=name))

    step_changed.connect(tell)  # also while the stack is taken down, when it must not be asked
    follow(action, lambda: tell(step()))


def _action(name: str, drawing: str, keys: tuple[str, ...], owner: QObject) -> QAction:
    action = QAction(owner)
    action.setObjectName(name)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setIcon(icon(drawing))
    action.setEnabled(False)
    return action
