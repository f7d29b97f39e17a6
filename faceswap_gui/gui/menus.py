"""The menu bar, filled with the declared actions and with what goes between them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QWidget

from faceswap_gui.gui.actions import MENUS, Actions
from faceswap_gui.gui.language import mark, say
from faceswap_gui.gui.preferences import add_preference_menus
from faceswap_gui.project.document import Role


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


_OF_PREVIEW = (
    *("actionCopy", "actionSnapshot", "actionExport", None),
    *("actionFit", "actionActualSize", None),
    *("actionCompare", "actionCompareSideBySide", "actionCompareDifference", "actionCompareThree"),
)
_OF_PANES = {
    Role.SOURCE: ("actionOpenSource", "actionPasteSource", None, "actionExchange"),
    Role.TARGET: ("actionOpenTarget", "actionPasteTarget", None, "actionExchange"),
}


def add_context_menus(preview: QWidget, panes: Mapping[Role, QWidget], actions: Actions) -> None:
    """Let a click with the right button offer what is done most often there."""
    for widget, names in ((preview, _OF_PREVIEW), *((panes[r], _OF_PANES[r]) for r in Role)):
        for name in names:
            widget.addAction(actions[name] if name else _separator(widget))
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)


def _separator(owner: QWidget) -> QAction:
    action = QAction(owner)
    action.setSeparator(True)
    return action


def history_toggle(dock: QDockWidget) -> QAction:
    """Return the action that shows and hides the history."""
    action = dock.toggleViewAction()
    action.setObjectName("actionHistory")
    action.setShortcut(QKeySequence("Ctrl+H"))
    return action
