"""Click with the right button: what is done most often there is on offer."""

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QWidget


def offered(widget: QWidget, choose: str) -> list[str]:
    """What the menu offers; one of it is chosen."""
    found: list[str] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        assert menu is not None
        actions = [action for action in menu.actions() if not action.isSeparator()]
        found.extend(action.objectName() for action in actions)
        menu.close()
        next(action for action in actions if action.objectName() == choose).trigger()

    QTimer.singleShot(0, look)
    middle = widget.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, middle, widget.mapToGlobal(QPoint(middle))
    )
    QApplication.sendEvent(widget, event)
    return found


def test_the_preview_offers_to_copy_and_to_look(person, swap):
    canvas = person.window.canvas

    names = offered(canvas, "actionActualSize")

    assert {"actionCopy", "actionSnapshot", "actionExport", "actionFit", "actionCompare"} <= {
        *names
    }
    assert canvas.zoom == 1.0


@pytest.mark.parametrize("pane", ["source", "target"])
def test_a_pane_offers_to_open_and_to_paste(person, swap, source, pane):
    person.window.actions_by_name["actionCopy"].trigger()

    names = offered(person.find(f"{pane}Pane"), f"actionPaste{pane.capitalize()}")

    assert f"actionOpen{pane.capitalize()}" in names
    person.until(lambda: person.window.studio.document.complete and _pasted(person, pane))


def _pasted(person, pane):
    return getattr(person.window.studio.document, pane).embedded
