"""The actions of the canvas's tools, declared as all others are."""

from __future__ import annotations

from faceswap_gui.gui.declared import SEPARATOR, TOOLS, Declared
from faceswap_gui.gui.language import mark

TOOL_ACTIONS: tuple[Declared | None, ...] = (
    Declared(
        "actionToolHand",
        mark("&Hand"),
        mark(
            "Move the picture by dragging it; seen whole, or with Alt, it is dragged into "
            "another program"
        ),
        TOOLS,
        ("H",),
        "hand",
        checkable=True,
    ),
    Declared(
        "actionToolAdd",
        mark("Brush: &face"),
        mark("Paint where the face must show; with Alt, paint as computed"),
        TOOLS,
        ("B",),
        "brush",
        checkable=True,
    ),
    Declared(
        "actionToolRemove",
        mark("Eraser: &target"),
        mark("Paint where the target must stay; with Alt, paint as computed"),
        TOOLS,
        ("E",),
        "eraser",
        checkable=True,
    ),
    Declared(
        "actionToolSoften",
        mark("&Soften"),
        mark("Paint where the edge of the face must be softer; with Alt, paint as computed"),
        TOOLS,
        ("R",),
        "soften",
        checkable=True,
    ),
    Declared(
        "actionToolLandmarks",
        mark("&Landmarks"),
        mark("Drag the face's points to where they belong; a double-click puts one back"),
        TOOLS,
        ("L",),
        "landmarks",
        checkable=True,
    ),
    Declared(
        "actionToolBox",
        mark("Face &box"),
        mark("Draw a box around a face that was missed"),
        TOOLS,
        ("M",),
        "box",
        checkable=True,
    ),
    SEPARATOR,
    Declared(
        "actionShowMask",
        mark("Show the &mask"),
        mark("Hatch what is painted over the picture"),
        TOOLS,
        ("Q",),
        "mask",
        checkable=True,
    ),
    Declared(
        "actionTurnBrush",
        mark("E&xchange brush and eraser"),
        mark("Paint the opposite"),
        TOOLS,
        ("X",),
    ),
    Declared("actionBrushSmaller", mark("Sma&ller brush"), mark("Paint finer"), TOOLS, ("[",)),
    Declared("actionBrushLarger", mark("Lar&ger brush"), mark("Paint wider"), TOOLS, ("]",)),
    Declared(
        "actionBrushSofter",
        mark("S&ofter brush"),
        mark("Let the brush fade out earlier"),
        TOOLS,
        ("Shift+[",),
    ),
    Declared(
        "actionBrushHarder",
        mark("Ha&rder brush"),
        mark("Let the brush fade out later"),
        TOOLS,
        ("Shift+]",),
    ),
    SEPARATOR,
    Declared(
        "actionClearMask",
        mark("&Clear the mask"),
        mark("Take back everything that is painted on this face"),
        TOOLS,
        icon="reset",
    ),
    Declared(
        "actionResetLandmarks",
        mark("&Put all landmarks back"),
        mark("Put all points of this face back where they were found"),
        TOOLS,
        icon="reset",
    ),
    Declared(
        "actionForgetFace",
        mark("Forget this fac&e"),
        mark("Forget the face in use, if it was pointed out with a box"),
        TOOLS,
        icon="close",
    ),
)
