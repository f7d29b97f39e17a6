"""The actions on what is seen: the menus *View* and *Compare*."""

from __future__ import annotations

from faceswap_gui.gui.declared import COMPARE, SEPARATOR, VIEW, Declared, Keys
from faceswap_gui.gui.language import mark

VIEW_ACTIONS: tuple[Declared | None, ...] = (
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
        "actionRender",
        mark("&Render again"),
        mark("Make or measure the picture of the controls as they are, after Esc stopped that"),
        VIEW,
        ("F5",),
        "reset",
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
)
