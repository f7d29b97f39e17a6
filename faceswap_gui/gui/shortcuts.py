"""The list of everything the keyboard and the mouse do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from faceswap_gui.gui.actions import MENUS, Actions
from faceswap_gui.gui.language import follow, mark, say, tr

_MOUSE = (
    (mark("Wheel on the preview"), mark("Zoom to the pointer")),
    (mark("Drag the preview"), mark("Pan")),
    (
        mark("Drag the preview seen whole, or with Alt or Ctrl"),
        mark("Give the result to another program"),
    ),
    (mark("Arrow keys on the preview"), mark("Pan; seen whole, move a wipe's divider")),
    (mark("Ctrl with arrow keys"), mark("Move a wipe's divider at any zoom")),
    (mark("Double-click the preview"), mark("Whole picture, or its pixels")),
    (mark("Hold \\"), mark("See the untouched photograph")),
    (mark("Hold Space, or the middle button"), mark("Move the picture with any tool")),
    (mark("Alt or Ctrl while painting"), mark("Paint as computed")),
    (mark("Double-click a landmark"), mark("Put it back where it was found")),
    (mark(", and . with the landmarks"), mark("Go from point to point; arrow keys move it")),
    (mark("Esc"), mark("Cancel what is running, close the message")),
    (mark("Double-click a slider or its name"), mark("Back to its default")),
    (mark("Arrow keys, Page Up and Down on a slider"), mark("Fine and coarse steps")),
    (mark("Alt- or Ctrl-click a level's switch"), mark("This level alone, and all again")),
    (mark("Drag the button beside Export"), mark("Give the result to another program")),
    (mark("Click a framed face"), mark("Use that face")),
)


class ShortcutList(QDialog):
    """Shortcuts from the actions themselves, so that the list is always true."""

    def __init__(self, actions: Actions, more: list[tuple[QAction, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutList")
        self._actions, self._more = actions, more
        say(self, self.setWindowTitle, "Keyboard and mouse")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setObjectName("shortcutArea")
        say(self._area, self._area.setAccessibleName, "Keyboard and mouse")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self.resize(660, 620)
        follow(self, self._fill)

    def rows(self) -> Iterator[tuple[str, str]]:
        """Yield keys and what they do; a heading has no keys."""
        for menu in MENUS:
            yield "", _plain(tr(menu))
            if menu == mark("&Edit"):
                yield from ((_keys(action), tr(words)) for action, words in self._more)
            for action in self._actions.of_menu(menu):
                if action is not None and action.shortcuts():
                    yield _keys(action), _plain(action.text())
        yield "", tr("Mouse and held keys")
        for gesture, effect in _MOUSE:
            yield tr(gesture), tr(effect)

    def _fill(self) -> None:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(20, 12, 20, 16)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (keys, words) in enumerate(self.rows()):
            if not keys:
                heading = QLabel(words)
                heading.setObjectName("heading")
                heading.setContentsMargins(0, 10, 0, 2)
                grid.addWidget(heading, row, 0, 1, 2)
                continue
            grid.addWidget(QLabel(keys), row, 0)
            effect = QLabel(words)
            effect.setObjectName("quiet")
            effect.setWordWrap(True)
            grid.addWidget(effect, row, 1)
        self._area.setWidget(content)


_NATIVE = QKeySequence.SequenceFormat.NativeText


def _keys(action: QAction) -> str:
    return "   ".join(keys.toString(_NATIVE) for keys in action.shortcuts())


def _plain(text: str) -> str:
    """Return a menu's text without the mark of its access key: ``文件(&F)`` is ``文件``."""
    return re.sub(r"\(&.\)|&", "", text).rstrip("…")
