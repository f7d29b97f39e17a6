"""The menu bar, filled with the declared actions and with what goes between them."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu

from faceswap_gui.gui.actions import MENUS, Actions
from faceswap_gui.gui.language import mark, say
from faceswap_gui.gui.preferences import add_preference_menus


def fill_menus(
    window: QMainWindow,
    actions: Actions,
    history: list[QAction],
    recent: QMenu,
    panels: list[QAction],
) -> None:
    """Fill a window's menu bar.

    `history` (undo and redo) stands above what else is edited, `recent` (projects) after
    *Open project*, `panels` (what shows and hides them) in *View*.
    """
    for words in MENUS:
        menu = window.menuBar().addMenu("")
        say(menu, menu.setTitle, words)
        if words == mark("&Edit"):
            menu.addActions(history)
            menu.addSeparator()
        for action in actions.of_menu(words):
            menu.addAction(action) if action is not None else menu.addSeparator()
            if action is actions["actionOpenProject"]:
                menu.addMenu(recent)
        if words == mark("&View"):
            menu.addSeparator()
            menu.addActions(panels)
            menu.addSeparator()
            add_preference_menus(menu, window)


def history_toggle(dock: QDockWidget) -> QAction:
    """Return the action that shows and hides the history."""
    action = dock.toggleViewAction()
    action.setObjectName("actionHistory")
    action.setShortcut(QKeySequence("Ctrl+H"))
    return action
