"""The names that the documentation promises are there."""

import re
from pathlib import Path

from PySide6.QtCore import QObject

from faceswap_gui.pipeline.settings import CONTROLS, MAPPED_LEVELS

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "window.md"


def test_every_name_in_the_documentation_is_in_the_window(window):
    table_rows = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("|")]
    names = [name for row in table_rows for name in re.findall(r"`(\w+)`", row.split("|")[1])]

    missing = [name for name in names if window.findChild(QObject, name) is None]

    assert len(names) > 60
    assert missing == []


PROMISED = (
    *("sourcePane", "targetPane", "previewCanvas", "blendSlider"),
    *(f"level{level}Slider" for level in range(1, MAPPED_LEVELS + 1)),
    *(f"{control.name}Slider" for control in CONTROLS),
    *("actionOpenSource", "actionOpenTarget", "actionExport", "actionUndo", "actionRedo"),
    *("actionSaveProject", "actionCompare", "actionCompareHorizontal"),
    *("actionCompareSideBySide", "actionCompareDifference", "actionCompareThree"),
)
"""What scripts that others wrote look for; a name that goes takes them down."""


def test_the_names_that_others_rely_on_are_there_and_documented(window):
    documented = set(re.findall(r"`(\w+)`", PAGE.read_text("utf-8")))

    assert [name for name in PROMISED if window.findChild(QObject, name) is None] == []
    assert [name for name in PROMISED if name not in documented] == []


LOOKS = {"heading", "quiet", "title", "line", "primary", "groupButton"}
"""Names by which the style sheet finds what looks alike."""


def test_every_name_in_the_window_is_in_the_documentation(window):
    window.help.show_shortcuts()
    window.help.show_about()
    documented = set(re.findall(r"`(\w+)`", PAGE.read_text("utf-8")))
    names = {found.objectName() for found in window.findChildren(QObject)} - {""}
    own = {name for name in names if not name.startswith(("qt_", "_"))} - LOOKS
    buttons = {name for name in own if name.replace("button", "action", 1) in documented}

    assert own - buttons - documented == set()
