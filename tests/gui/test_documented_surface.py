"""The names that the documentation promises are there."""

import re
from pathlib import Path

from PySide6.QtCore import QObject

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "window.md"


def test_every_name_in_the_documentation_is_in_the_window(window):
    table_rows = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("|")]
    names = [name for row in table_rows for name in re.findall(r"`(\w+)`", row.split("|")[1])]

    missing = [name for name in names if window.findChild(QObject, name) is None]

    assert len(names) > 60
    assert missing == []
