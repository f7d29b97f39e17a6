"""Move the controls: other pixels, one history step a gesture, defaults a double-click away."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QLabel

from faceswap_gui.pipeline.settings import CONTROLS, Settings


def test_every_declared_control_has_a_named_slider_and_a_value_to_type(person):
    for control in CONTROLS:
        slider = person.find(f"{control.name}Slider")
        assert (slider.minimum(), slider.maximum()) == (control.minimum, control.maximum)
        assert slider.value() == pytest.approx(control.default)
        assert control.help in slider.accessibleDescription()
        assert person.find(f"{control.name}Value").value() == pytest.approx(control.default)


@pytest.mark.parametrize("control", ["blend", "level1", "level3", "face_shape", "feather"])
def test_dragging_a_slider_changes_the_picture(person, swap, control):
    person.slide(control, 0.1)
    settings = person.window.studio.document.settings
    assert settings.value(control) != Settings().value(control)

    assert person.until_rendered() != swap


def test_a_drag_is_one_step_however_many_values_it_passes(person, swap):
    count = person.window.studio.stack.count()

    person.slide("blend", 0.2)
    person.slide("blend", 0.7)

    assert person.window.studio.stack.count() == count + 2


def test_values_set_one_after_the_other_are_steps_of_their_own(person, swap):
    stack, slider = person.window.studio.stack, person.find("blendSlider")
    count = stack.count()

    slider.setValue(0.5)
    slider.setValue(0.25)

    assert stack.count() == count + 2
    stack.undo()
    assert slider.value() == pytest.approx(0.5)


def test_a_typed_value_moves_the_slider_and_the_picture(person, swap):
    box = person.window.findChild(QDoubleSpinBox, "blendValue")
    box.setFocus()
    box.selectAll()
    person.qtbot.keyClicks(box, "0.35")
    person.qtbot.keyClick(box, Qt.Key.Key_Return)

    assert person.window.studio.document.settings.blend == pytest.approx(0.35)
    assert person.find("blendSlider").value() == pytest.approx(0.35)
    assert person.until_rendered() != swap


def test_double_click_brings_the_default_back(person, swap):
    slider = person.find("featherSlider")
    slider.setValue(0.5)

    person.qtbot.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))

    assert person.window.studio.document.settings.feather == pytest.approx(Settings().feather)


def test_arrow_keys_fine_tune_in_one_step_of_history(person, swap):
    slider, stack = person.find("blendSlider"), person.window.studio.stack
    slider.setFocus()
    count = stack.count()

    for _ in range(3):
        person.qtbot.keyClick(slider, Qt.Key.Key_Left)

    assert person.window.studio.document.settings.blend == pytest.approx(0.97)
    assert stack.count() == count + 1


def test_the_wheel_scrolls_the_inspector_unless_the_slider_has_the_focus(person, swap):
    slider = person.find("blendSlider")
    slider.clearFocus()

    _turn_wheel(slider, -120)
    assert slider.value() == pytest.approx(1.0)

    slider.setFocus()
    _turn_wheel(slider, -120)
    assert slider.value() < 1.0


def test_the_wheel_over_a_value_scrolls_too_unless_that_has_the_focus(person, swap):
    box = person.find("blendValue")
    box.clearFocus()

    _turn_wheel(box, -120)
    assert box.value() == pytest.approx(1.0)

    box.setFocus()
    _turn_wheel(box, -120)
    assert person.window.studio.document.settings.blend == pytest.approx(0.99)


def test_the_wheel_over_the_presets_changes_nothing(person, swap):
    settings = person.window.studio.document.settings

    _turn_wheel(person.find("presetBox"), -120)

    assert person.window.studio.document.settings == settings


def test_arrow_keys_in_a_value_are_one_step_of_history(person, swap):
    box, stack = person.find("blendValue"), person.window.studio.stack
    box.setFocus()
    count = stack.count()

    for _ in range(4):
        person.qtbot.keyClick(box, Qt.Key.Key_Down)

    assert person.window.studio.document.settings.blend == pytest.approx(0.96)
    assert stack.count() == count + 1


def test_after_a_typed_value_letters_are_tools_again(person, swap):
    window, box = person.window, person.find("blendValue")
    window.activateWindow()
    box.setFocus()
    box.selectAll()
    person.qtbot.keyClicks(box, "0,4")
    person.qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.studio.document.settings.blend == pytest.approx(0.4), "a comma is a point"

    person.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_W)

    assert window.actions_by_name["actionCompare"].isChecked()


def test_escape_takes_back_what_was_typed(person, swap):
    box = person.window.findChild(QDoubleSpinBox, "blendValue")
    box.setFocus()
    box.selectAll()
    person.qtbot.keyClicks(box, "0.3")

    person.qtbot.keyClick(box, Qt.Key.Key_Escape)
    box.clearFocus()

    assert box.text() == "1.00"
    assert person.window.studio.document.settings.blend == pytest.approx(1.0)


def test_a_double_click_on_the_name_resets_too(person, swap):
    slider = person.find("featherSlider")
    slider.setValue(0.5)
    name = next(
        label
        for label in person.window.inspector.rows["feather"].findChildren(QLabel)
        if label.text() == "Feather"
    )

    person.qtbot.mouseDClick(name, Qt.MouseButton.LeftButton)

    assert person.window.studio.document.settings.feather == pytest.approx(Settings().feather)


def test_a_double_click_beside_the_handle_is_one_step(person, swap):
    slider, stack = person.find("blendSlider"), person.window.studio.stack
    slider.setValue(0.5)
    count, left = stack.count(), Qt.MouseButton.LeftButton
    at = QPoint(slider.width() - 12, slider.height() // 2)

    # Qt tells a double-click as a click that is followed by one.
    person.qtbot.mouseClick(slider, left, pos=at)
    assert slider.value() > 0.5
    person.qtbot.mouseDClick(slider, left, pos=at)

    assert slider.value() == pytest.approx(1.0)
    assert stack.count() == count + 1
    stack.undo()
    assert slider.value() == pytest.approx(0.5)


def test_each_level_shows_how_far_its_features_were_and_are(person, swap):
    bar = person.window.inspector.distances[1]
    person.until(lambda: "→" in bar.text())
    before, after = bar.text().split(" → ")

    assert float(before) > 0
    assert bar.verdict() in ("✓ met", "✗ not met")
    person.find("level1Slider").setValue(0.0)
    person.until_rendered()
    person.until(lambda: bar.text().split(" → ")[1] != after)
    assert bar.text() == f"{before} → {before}", "at strength 0 nothing is mapped"


def _turn_wheel(widget, delta):
    centre = QPointF(widget.rect().center())
    event = QWheelEvent(
        centre,
        QPointF(widget.mapToGlobal(centre.toPoint())),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
