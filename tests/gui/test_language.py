"""Speak another language without a restart, completely."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton

from faceswap_gui.gui.language import language, tr
from faceswap_gui.gui.preferences import use_language

TOOLS = Path(__file__).resolve().parent.parent.parent / "tools"


def texts() -> list[str]:
    sys.path.insert(0, str(TOOLS))
    try:
        from translations import all_texts
    finally:
        sys.path.remove(str(TOOLS))
    return all_texts()


def test_every_text_of_the_window_is_translated(qapp):
    language.use("zh_CN")

    missing = [text for text in texts() if tr(text) == text and text not in ("Esc",)]

    assert missing == [], "translate them in resources/*.ts, then run tools/translations.py"


def test_a_translation_keeps_the_names_that_are_filled_in(qapp):
    import string

    def fields(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    language.use("zh_CN")
    for text in texts():
        assert fields(tr(text)) == fields(text), text


def test_the_open_window_changes_its_words_and_changes_them_back(person, swap):
    window = person.window

    def words():
        menus = [action.text() for action in window.menuBar().actions()]
        buttons = [button.text() for button in window.findChildren(QPushButton)]
        labels = [label.text() for label in window.findChildren(QLabel)]
        return menus + buttons + labels + [window.windowTitle(), window.undo_action.text()]

    english = words()
    window.findChild(QAction, "actionLanguage_zh_CN").trigger()
    chinese = words()
    assert "文件(&F)" in chinese
    assert "导出…" in chinese
    assert "混合" in chinese

    window.findChild(QAction, "actionLanguage_en").trigger()
    assert words() == english


def test_the_choice_is_remembered(qapp):
    from faceswap_gui.gui.preferences import apply_preferences

    use_language("zh_CN")
    language.use("en")

    apply_preferences()

    assert language.code == "zh_CN"


@pytest.mark.parametrize("theme_name", ["dark", "light"])
def test_text_is_readable_on_its_background(theme_name):
    from faceswap_gui.gui.theme import THEMES

    colours = THEMES[theme_name]
    pairs = [
        (colours.text, colours.panel),
        (colours.quiet, colours.panel),
        (colours.quiet, colours.canvas),
        (colours.text, colours.raised),
        (colours.accent, colours.panel),
        (colours.on_button, colours.button),
        (colours.good, colours.panel),
        (colours.middling, colours.panel),
        (colours.bad, colours.panel),
        (colours.text, colours.bad_panel),
    ]
    for front, back in pairs:
        assert contrast(front, back) >= 4.5, (front, back)


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
