"""Speak another language without a restart, completely."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton

from faceswap_gui.errors import InputError, OutputError
from faceswap_gui.gui.language import language, tr
from faceswap_gui.gui.preferences import use_language
from faceswap_gui.gui.wording import words_of
from faceswap_gui.gui.worker import failure_of

TOOLS = Path(__file__).resolve().parent.parent.parent / "tools"


sys.path.insert(0, str(TOOLS))
from translations import all_texts as texts  # noqa: E402
from translations import untranslatable  # noqa: E402

sys.path.remove(str(TOOLS))


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
        # The memory in use is a number that changes by itself.
        told = (one for one in window.findChildren(QLabel) if one.objectName() != "statusMemory")
        labels = [label.text() for label in told]
        return menus + buttons + labels + [window.windowTitle(), window.undo_action.text()]

    english = words()
    window.findChild(QAction, "actionLanguage_zh_CN").trigger()
    chinese = words()
    assert "文件(&F)" in chinese
    assert "导出…" in chinese
    assert "混合" in chinese

    window.findChild(QAction, "actionLanguage_en").trigger()
    assert words() == english
    person.until(window.updatesEnabled)  # it is painted once, when all is laid out


def test_the_steps_of_the_history_change_their_words_too(person, swap):
    window, stack = person.window, person.window.studio.stack
    window.studio.set_control("blend", 0.4)
    person.find("level2Switch").click()
    window.inspector.rows["feather"].slider.setValue(0.3)
    window.undo_action.trigger()

    def words():
        steps = [stack.text(index) for index in range(stack.count())]
        return [*steps, window.undo_action.text(), window.redo_action.text()]

    english = words()
    assert english[0] == "Open source demo_source.jpg"
    assert english[2:] == [
        "Blend 0.40",
        "Switch level 2 off",
        "Feather 0.30",
        "&Undo Switch level 2 off",
        "&Redo Feather 0.30",
    ]
    language.use("zh_CN")
    chinese = words()
    assert chinese[2] == "混合 0.40"
    assert [one for one in chinese if one in english] == []
    language.use("en")
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
        (colours.accent, colours.raised),
        (colours.quiet, colours.raised),
        (colours.middling, colours.raised),
        (colours.text, colours.canvas),
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


def test_a_picture_that_cannot_be_used_is_explained_in_the_persons_language(person, tmp_path):
    empty = tmp_path / "empty.png"
    empty.touch()
    language.use("zh_CN")

    person.drop("sourcePane", empty)

    assert person.until_told() == f"{empty} 是空文件；请换用另一份副本"
    language.use("en")
    assert person.window.banner.text == f"{empty} is empty; take another copy of it"


def test_the_details_for_a_bug_report_stay_english(person, tmp_path):
    empty = tmp_path / "empty.png"
    empty.touch()
    language.use("zh_CN")

    person.drop("sourcePane", empty)
    person.until_told()

    assert person.window.banner.details.startswith(f"{empty} is empty; take another copy of it")


def test_reasons_inside_a_message_are_translated_with_it(qapp):
    language.use("zh_CN")
    full = "the disk is full: free some space or choose another folder"
    error = OutputError("{path} could not be written: {remedy}", path=Path("a.png"), remedy=full)
    wrapped = InputError("{path} holds what cannot be: {error}", path=Path("b"), error=error)

    words = words_of(failure_of(wrapped))

    assert words == "b 包含无效内容：无法写入 a.png：磁盘已满：请释放空间，或选择其他文件夹"


def test_every_error_of_the_core_is_a_template_that_can_be_translated():
    assert untranslatable() == []
