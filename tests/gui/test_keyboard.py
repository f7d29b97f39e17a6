"""Work without a mouse: everything has a name, a focus and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QDoubleSpinBox,
    QWidget,
)

from faceswap_gui.gui.actions import DECLARED
from faceswap_gui.gui.theme import theme
from faceswap_gui.project.document import Role

OF_DESIGN = (
    *("actionOpenSource", "actionOpenTarget", "actionOpenProject", "actionSaveProject"),
    *("actionExport", "actionUndo", "actionRedo", "actionCompare", "actionFit"),
    "actionActualSize",
)


def test_the_promised_actions_are_there(window):
    for name in OF_DESIGN:
        assert window.findChild(QAction, name) is not None, name


def test_no_two_actions_share_a_shortcut(window):
    keys = [
        shortcut.toString()
        for action in window.findChildren(QAction)
        for shortcut in action.shortcuts()
    ]
    assert sorted(set(keys)) == sorted(keys)


def test_every_control_has_a_name_for_screen_readers(person, swap):
    for widget in person.window.findChildren(QAbstractSlider):
        if widget.objectName():
            assert widget.accessibleName(), widget.objectName()
    for widget in person.window.findChildren(QDoubleSpinBox):
        assert widget.accessibleName(), widget.objectName()
    for button in person.window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text(), button.objectName()


def test_tab_reaches_panes_canvas_and_every_slider(person, swap):
    window = person.window
    window.activateWindow()
    window.panes[Role.SOURCE].area.setFocus()
    reached = set()
    for _ in range(120):
        widget = QApplication.focusWidget()
        reached.add(widget)
        person.qtbot.keyClick(widget, Qt.Key.Key_Tab)

    wanted = {pane.area for pane in window.panes.values()} | {window.canvas}
    wanted |= {row.slider for row in window.inspector.rows.values()}
    assert wanted <= reached


def test_question_mark_lists_every_shortcut(person):
    person.window.actions_by_name["actionShortcuts"].trigger()

    dialog = person.window.findChild(object, "shortcutList")
    words = {effect: keys for keys, effect in dialog.rows()}

    assert dialog.isVisible()
    assert words["Export"].startswith("Ctrl+E")
    with_keys = [d for d in DECLARED if d is not None and d.keys]
    assert len([k for k in words.values() if k]) >= len(with_keys)


def test_enter_on_a_pane_asks_for_a_picture(person, source, monkeypatch):
    from PySide6.QtWidgets import QFileDialog

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(source), ""))
    area = person.window.panes[Role.SOURCE].area
    area.setFocus()

    person.qtbot.keyClick(area, Qt.Key.Key_Return)

    person.until(lambda: person.window.studio.document.source)


def test_a_copied_picture_is_pasted_where_the_focus_is(person, source):
    QApplication.clipboard().setImage(QImage(str(source)))

    person.window.panes[Role.TARGET].area.setFocus()
    paste = person.window.actions_by_name["actionPaste"]
    assert paste.shortcut().matches(QKeySequence(QKeySequence.StandardKey.Paste))

    paste.trigger()

    person.until(lambda: person.window.studio.document.target)
    assert person.window.studio.document.target.embedded
    assert person.window.studio.document.source is None


def test_without_a_focus_the_empty_pane_takes_what_is_pasted(person, source):
    QApplication.clipboard().setImage(QImage(str(source)))
    person.window.canvas.setFocus()

    for role in Role:
        person.window.actions_by_name["actionPaste"].trigger()
        person.until(lambda role=role: person.window.studio.document.picture(role))


def test_the_result_can_be_copied(person, swap):
    person.window.actions_by_name["actionCopy"].trigger()

    assert QApplication.clipboard().image().size() == swap.size()


@pytest.fixture
def everything(person, swap, group, source, tmp_path):
    """The window with all of its panels open and filled, and its dialogs beside it."""
    window = person.window
    window.resize(1400, 1000)
    person.drop("targetPane", group, source)
    person.until(lambda: window.studio.document.target.path == group)
    person.until_rendered()
    window.findChild(QAction, "actionHistory").trigger()
    window.actions_by_name["actionSnapshot"].trigger()
    batch = person.find("batchDock")
    batch.show()
    batch.desk.add([source], tmp_path)
    person.find("buttonToolAdd").click()  # brings the brush's options
    person.find("level1Transport").click()
    window.actions_by_name["actionExportOptions"].trigger()
    window.help.show_shortcuts()
    window.help.show_about()
    window.rights.show()
    dialogs = ("exportDialog", "shortcutList", "about", "rightsQuestion")
    return [window, *(person.find(name) for name in dialogs)]


def reached_by_tab(top: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in top.findChildren(QWidget)
        if widget.window() is top
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def test_whatever_the_tab_key_reaches_has_a_name_for_screen_readers(everything):
    reached = [widget for top in everything for widget in reached_by_tab(top)]

    def named(widget: QWidget) -> bool:
        return bool(widget.accessibleName() or getattr(widget, "text", str)())

    assert len(reached) > 90
    assert [widget.objectName() or widget for widget in reached if not named(widget)] == []


@pytest.mark.parametrize("theme_name", ["dark", "light"])
def test_whatever_the_tab_key_reaches_shows_that_it_has_the_focus(person, everything, theme_name):
    theme.use(theme_name)
    person.until(lambda: theme.settled)

    def looks_the_same(widget: QWidget) -> bool:
        around = widget.parentWidget()
        widget.clearFocus()
        before = around.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        after = around.grab().toImage()
        widget.clearFocus()
        return before == after

    unseen, count = [], 0
    for top in everything:
        top.activateWindow()
        person.until(top.isActiveWindow)
        reached = reached_by_tab(top)
        count += len(reached)
        unseen += [widget.objectName() or widget for widget in reached if looks_the_same(widget)]

    assert count > 90
    assert unseen == []
