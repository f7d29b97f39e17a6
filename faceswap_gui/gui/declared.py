"""What there is to say of an action of the window, and the menus that hold them."""

from __future__ import annotations

import attrs
from PySide6.QtGui import QKeySequence

from faceswap_gui.gui.language import mark

Keys = QKeySequence.StandardKey


@attrs.frozen
class Declared:
    """What there is to say of one action."""

    name: str
    """Its object name, by which tests and scripts find it."""
    text: str
    help: str
    menu: str
    keys: tuple[Keys | str, ...] = ()
    icon: str | None = None
    checkable: bool = False
    short: str = ""
    """What a button without an icon says."""


FILE, EDIT, VIEW, COMPARE, TOOLS, HELP = (
    mark("&File"),
    mark("&Edit"),
    mark("&View"),
    mark("&Compare"),
    mark("&Tools"),
    mark("&Help"),
)
MENUS = (FILE, EDIT, VIEW, COMPARE, TOOLS, HELP)
SEPARATOR = None
