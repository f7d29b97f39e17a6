"""Switch levels off and on, and look at one alone."""

import pytest
from PySide6.QtCore import Qt

from faceswap_gui.gui.inspector.distance import DistanceBar
from faceswap_gui.gui.language import language


def strengths(person):
    return person.window.studio.document.settings.levels


def test_a_switch_takes_the_level_out_and_brings_its_strength_back(person, swap):
    person.find("level2Slider").setValue(0.6)
    switch = person.find("level2Switch")

    person.qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert strengths(person) == (1.0, 0.0, 1.0)
    assert not switch.isChecked()
    assert person.find("level2Slider").value() == 0

    person.qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert strengths(person) == pytest.approx((1.0, 0.6, 1.0))
    assert switch.isChecked()


@pytest.fixture(params=[Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier])
def solo(request, person, swap, monkeypatch):
    """Click a level's switch with Alt, or with Ctrl where a desktop keeps Alt for itself."""
    held = request.param

    def click(level):
        with monkeypatch.context() as keys:
            module = "faceswap_gui.gui.inspector.level_switches"
            keys.setattr(f"{module}.QGuiApplication.keyboardModifiers", staticmethod(lambda: held))
            person.find(f"level{level}Switch").click()

    return click


def test_a_click_with_alt_or_ctrl_leaves_one_level_alone_and_then_brings_all_back(person, solo):
    person.find("level3Slider").setValue(0.5)
    steps = person.window.studio.stack.count()

    solo(1)
    assert strengths(person) == (1.0, 0.0, 0.0)
    assert person.window.studio.stack.count() == steps + 1, "one step of history"

    solo(1)
    assert strengths(person) == pytest.approx((1.0, 1.0, 0.5))


def test_a_level_that_was_off_before_is_off_again(person, solo):
    person.find("level3Switch").click()

    solo(1)
    solo(2)
    assert strengths(person) == (0.0, 1.0, 0.0)
    solo(2)

    assert strengths(person) == (1.0, 1.0, 0.0)


def test_a_level_alone_that_was_off_goes_off_again(person, solo):
    person.find("level3Switch").click()

    solo(3)
    assert strengths(person) == (0.0, 0.0, 1.0)
    solo(3)

    assert strengths(person) == (1.0, 1.0, 0.0)


def test_levels_left_alone_by_hand_all_come_back(person, solo):
    for level in (1, 3):
        person.find(f"level{level}Switch").click()

    solo(2)

    assert strengths(person) == (1.0, 1.0, 1.0)


def test_a_level_switched_off_changes_the_picture(person, swap):
    person.find("level1Switch").click()

    assert person.until_rendered() != swap


def test_the_distance_is_told_in_words_with_the_condition_in_numbers(qtbot):
    bar = DistanceBar(1)
    qtbot.addWidget(bar)
    bar.resize(240, 24)

    facts = {"before": 0.2, "after": 0.06, "ratio": 0.3, "limit": 0.07, "holds": True}
    bar.show_facts(facts)
    assert bar.text() == "0.200 → 0.060"
    assert bar.shown_verdict() == "✓ met"
    assert "30 % are left; the mark is at 35 %" in bar.toolTip()

    bar.show_facts(facts | {"after": 0.08, "ratio": 0.4, "holds": False})
    assert bar.shown_verdict() == "✗ not met"


def test_where_there_is_no_room_for_words_the_sign_stays(qtbot):
    bar = DistanceBar(1)
    qtbot.addWidget(bar)
    bar.resize(bar.fontMetrics().horizontalAdvance("0.200 → 0.060 ✗"), 24)

    bar.show_facts({"before": 0.2, "after": 0.06, "ratio": 0.3, "limit": 0.05, "holds": False})

    assert bar.shown_verdict() == "✗"
    assert "not met" in bar.accessibleName()


def test_a_later_level_and_its_reason_stand_on_one_line_in_chinese_too(person):
    language.use("zh_CN")
    row = person.find("level4Later")
    person.until(lambda: row.height() < 30)  # its words need one line only

    picture = row.grab().toImage()

    def highest(columns: range) -> int:
        ground = picture.pixel(picture.width() - 1, 0)
        rows = range(picture.height())
        return min(y for y in rows for x in columns if picture.pixel(x, y) != ground)

    assert abs(highest(range(12)) - highest(range(94, 106))) <= 1
