"""Every state of the window that is looked at, in the order in which they follow."""

from screens import dialogs, looking, opening, tools_in_hand
from screens.way import State


def states() -> dict[str, State]:
    """Return all states by the name of their picture, in the order in which they follow."""
    return {
        "01-empty": opening.empty,
        "01-empty-smallest": looking.smallest,
        "02-source-only": opening.source_only,
        "03-loading": opening.loading,
        "04-pair": opening.pair,
        **{f"05-{name}": looking.compare(action) for name, action in _COMPARE.items()},
        "06-level-solo": looking.level_solo,
        "07-transport": looking.transport,
        "08-brush": tools_in_hand.brush,
        "09-landmarks": tools_in_hand.landmarks,
        "10-box": tools_in_hand.box,
        "11-batch": dialogs.batch,
        "12-export": dialogs.export,
        "13-preset-menu": dialogs.preset_menu,
        "14-error": dialogs.error,
        "15-recovery": dialogs.recovery,
        "16-first-start": dialogs.first_start,
        "17-shortcuts": dialogs.shortcuts,
        "17-about": dialogs.about,
        "18-history": looking.history,
        "19-group": opening.group,
        "20-film-strip": opening.film_strip,
        "21-focus": looking.focus,
        "22-smallest": looking.smallest,
        "23-zoomed": looking.zoomed,
    }


_COMPARE = {
    "wipe": "actionCompare",
    "wipe-horizontal": "actionCompareHorizontal",
    "side-by-side": "actionCompareSideBySide",
    "difference": "actionCompareDifference",
    "three": "actionCompareThree",
}
