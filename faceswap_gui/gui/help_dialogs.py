"""What the menu *Help* opens, made when it is first asked for."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from faceswap_gui.gui.about import About
from faceswap_gui.gui.actions import Actions
from faceswap_gui.gui.language import mark
from faceswap_gui.gui.shortcuts import ShortcutList


class HelpDialogs:
    """The list of shortcuts, and what the program says of itself."""

    def __init__(self, actions: Actions, undo: QAction, redo: QAction, parent: QWidget) -> None:
        self._actions, self._parent = actions, parent
        self._more = [(undo, mark("Undo")), (redo, mark("Redo"))]
        self._shortcuts: ShortcutList | None = None
        self._about: About | None = None
        actions["actionShortcuts"].triggered.connect(lambda _checked: self.show_shortcuts())
        actions["actionAbout"].triggered.connect(lambda _checked: self.show_about())

    def show_shortcuts(self) -> None:
        """Open the list of everything the keyboard and the mouse do."""
        if self._shortcuts is None:
            self._shortcuts = ShortcutList(self._actions, self._more, self._parent)
        _show(self._shortcuts)

    def show_about(self) -> None:
        """Open the program's version and licence."""
        self._about = self._about or About(self._parent)
        _show(self._about)


def _show(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
