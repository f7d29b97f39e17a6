"""Every action of the window, declared once: menus, toolbars and the shortcut list use these."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from faceswap_gui.gui.declared import (
    COMPARE,
    EDIT,
    FILE,
    HELP,
    MENUS,
    SEPARATOR,
    VIEW,
    Declared,
    Keys,
)
from faceswap_gui.gui.icons import icon
from faceswap_gui.gui.language import follow, mark, tr
from faceswap_gui.gui.tool_actions import TOOL_ACTIONS

__all__ = ["BEFORE_KEY", "DECLARED", "MENUS", "Actions", "Declared"]

BEFORE_KEY = Qt.Key.Key_Backslash
"""Held rather than pressed, which a shortcut cannot be."""

DECLARED: tuple[Declared | None, ...] = (
    Declared(
        "actionOpenSource",
        mark("Open &source…"),
        mark("Choose the portrait that gives its face"),
        FILE,
        (Keys.Open,),
        "open",
    ),
    Declared(
        "actionOpenTarget",
        mark("Open &target…"),
        mark("Choose the photograph that receives the face"),
        FILE,
        ("Ctrl+Shift+O",),
        "open",
    ),
    Declared(
        "actionOpenSample",
        mark("Open the sample &pair"),
        mark("See a swap of two portraits that the program brings"),
        FILE,
    ),
    SEPARATOR,
    Declared(
        "actionOpenProject",
        mark("Open p&roject…"),
        mark("Open a project: both pictures and all settings"),
        FILE,
        ("Ctrl+Alt+O",),
    ),
    Declared(
        "actionSaveProject",
        mark("&Save project"),
        mark("Save both pictures' places and all settings"),
        FILE,
        (Keys.Save,),
        "save",
    ),
    Declared(
        "actionSaveProjectAs",
        mark("Save project &as…"),
        mark("Save the project under another name"),
        FILE,
        (Keys.SaveAs,),
    ),
    SEPARATOR,
    Declared(
        "actionExport",
        mark("&Export…"),
        mark("Write the result as a picture, at the photograph's own resolution"),
        FILE,
        ("Ctrl+E",),
        "export",
    ),
    Declared(
        "actionExportOptions",
        mark("Export with &options…"),
        mark("Choose format and quality, and see how large the file will be"),
        FILE,
        ("Ctrl+Shift+E",),
        "export",
    ),
    Declared(
        "actionAddToBatch",
        mark("Add pictures to the &batch…"),
        mark("Put the source's face, with these controls, on many pictures"),
        FILE,
        ("Ctrl+Shift+B",),
        "add",
    ),
    SEPARATOR,
    Declared("actionQuit", mark("&Quit"), mark("Close the window"), FILE, ("Ctrl+Q",)),
    Declared(
        "actionCopy",
        mark("&Copy result"),
        mark("Copy the result to the clipboard"),
        EDIT,
        (Keys.Copy,),
        "copy",
    ),
    Declared(
        "actionPaste",
        mark("&Paste"),
        mark("Put the picture on the clipboard in the pane that has the focus, or is empty"),
        EDIT,
        (Keys.Paste,),
    ),
    Declared(
        "actionPasteSource",
        mark("Paste as so&urce"),
        mark("Use the picture on the clipboard as source"),
        EDIT,
    ),
    Declared(
        "actionPasteTarget",
        mark("Paste as &target"),
        mark("Use the picture on the clipboard as target"),
        EDIT,
        ("Ctrl+Shift+V",),
    ),
    SEPARATOR,
    Declared(
        "actionExchange",
        mark("E&xchange source and target"),
        mark("Let the two pictures change places"),
        EDIT,
        ("Shift+X",),
        "exchange",
    ),
    Declared(
        "actionResetSettings",
        mark("&Reset all controls"),
        mark("Give every control its default again"),
        EDIT,
        ("Ctrl+R",),
        "reset",
    ),
    Declared(
        "actionZoomIn",
        mark("Zoom &in"),
        mark("Enlarge the preview"),
        VIEW,
        (Keys.ZoomIn, "Ctrl+="),
        "zoom_in",
    ),
    Declared(
        "actionZoomOut",
        mark("Zoom &out"),
        mark("Make the preview smaller"),
        VIEW,
        (Keys.ZoomOut,),
        "zoom_out",
    ),
    Declared(
        "actionFit", mark("&Fit"), mark("Show the whole picture"), VIEW, ("Ctrl+0", "F"), "fit"
    ),
    Declared(
        "actionActualSize",
        mark("&Actual size (1:1)"),
        mark("One pixel of the picture on one of the screen"),
        VIEW,
        ("Ctrl+1",),
        short="1:1",
    ),
    Declared(
        "actionFullScreen",
        mark("F&ull screen"),
        mark("Give the window the whole screen"),
        VIEW,
        ("F11",),
        checkable=True,
    ),
    Declared(
        "actionCompare",
        mark("&Wipe"),
        mark("Before and after, with a divider to drag"),
        COMPARE,
        ("W",),
        "wipe",
        checkable=True,
    ),
    Declared(
        "actionCompareHorizontal",
        mark("Wipe &horizontally"),
        mark("Before above, after below, with a divider to drag"),
        COMPARE,
        ("Shift+W",),
        "wipe_horizontal",
        checkable=True,
    ),
    Declared(
        "actionCompareSideBySide",
        mark("&Side by side"),
        mark("Before and after next to each other, in step"),
        COMPARE,
        ("Y",),
        "side",
        checkable=True,
    ),
    Declared(
        "actionCompareDifference",
        mark("&Difference ×8"),
        mark("Only what has changed, eight times as strong"),
        COMPARE,
        ("D",),
        "difference",
        checkable=True,
    ),
    Declared(
        "actionCompareThree",
        mark("Source · target · &result"),
        mark("All three pictures next to each other"),
        COMPARE,
        ("T",),
        "three",
        checkable=True,
    ),
    SEPARATOR,
    Declared(
        "actionBefore",
        mark("&Before (hold \\)"),
        mark("See the untouched photograph as long as the key or button is held"),
        COMPARE,
        (),
        "eye",
        checkable=True,
    ),
    *TOOL_ACTIONS,
    Declared(
        "actionShortcuts",
        mark("&Keyboard shortcuts"),
        mark("List everything the keyboard and mouse do"),
        HELP,
        ("?", Keys.HelpContents),
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
