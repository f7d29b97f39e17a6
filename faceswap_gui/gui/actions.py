"""Every action of the window, declared once: menus, toolbars and the shortcut list use these."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from faceswap_gui.gui.declared import HELP, MENUS, Declared, Keys
from faceswap_gui.gui.file_actions import FILE_ACTIONS
from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.language import follow, mark, tr
from faceswap_gui.gui.tool_actions import TOOL_ACTIONS
from faceswap_gui.gui.view_actions import VIEW_ACTIONS

__all__ = ["BEFORE_KEY", "DECLARED", "MENUS", "Actions", "Declared"]

BEFORE_KEY = Qt.Key.Key_Backslash
"""Held rather than pressed, which a shortcut cannot be."""

DECLARED: tuple[Declared | None, ...] = (
    *FILE_ACTIONS,
    *VIEW_ACTIONS,
    *TOOL_ACTIONS,
    Declared(
        "actionShortcuts",
        mark("&Keyboard shortcuts"),
        mark("List everything the keyboard and mouse do"),
        HELP,
        ("?", Keys.HelpContents),
    ),
    Declared(
        "actionAbout",
        mark("&About faceswap-gui"),
        mark("Version, licence, and what a bug report needs to know"),
        HELP,
    ),
)


class Actions:
    """The window's actions by their object names."""

    def __init__(self, owner: QObject) -> None:
        self._by_name: dict[str, QAction] = {}
        for declared in DECLARED:
            if declared is not None:
                self._by_name[declared.name] = _action(declared, owner)

    def __getitem__(self, name: str) -> QAction:
        """Return an action by its object name."""
        return self._by_name[name]

    def of_menu(self, menu: str) -> list[QAction | None]:
        """Return a menu's actions in order, None standing for a separator."""
        entries: list[QAction | None] = []
        current = ""
        for declared in DECLARED:
            if declared is not None:
                current = declared.menu
            if current == menu:
                entries.append(self._by_name[declared.name] if declared else None)
        while entries and entries[-1] is None:
            entries.pop()
        return entries


def _action(declared: Declared, owner: QObject) -> QAction:
    action = QAction(owner)
    action.setObjectName(declared.name)
    action.setShortcuts([QKeySequence(keys) for keys in declared.keys])
    action.setCheckable(declared.checkable)
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    if declared.icon:
        action.setIcon(icon(declared.icon))
    follow(owner, lambda: _tell(action, declared))
    return action


def _tell(action: QAction, declared: Declared) -> None:
    action.setText(tr(declared.text))
    if declared.short:
        action.setIconText(declared.short)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    words = tr(declared.help)
    action.setToolTip(f"{words} ({keys})" if keys else words)
    action.setStatusTip("")
