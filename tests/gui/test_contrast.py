"""Read everything that the window says: 4.5 to 1 at least, also what cannot be used just now."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from faceswap_gui.gui.theme import theme

ENLARGED = 3
"""Times: then a letter's strokes are wide enough to have their own colour."""


@pytest.fixture(params=["dark", "light"])
def dressed(request, person):
    theme.use(request.param)
    person.until(lambda: theme.settled)
    return person


def test_the_empty_window_is_readable(dressed):
    assert pale_words(dressed.window) == {}


def test_the_window_with_a_pair_and_settings_of_its_own_is_readable(dressed, source, target):
    dressed.window.studio.open_pair(source, target)
    dressed.until_rendered()
    dressed.window.studio.set_control("blend", 0.5)
    dressed.until_rendered()
    dressed.find("buttonToolLandmarks").click()

    assert dressed.find("presetBox").currentText() == "", "the placeholder is on show"
    assert pale_words(dressed.window) == {}


@pytest.mark.parametrize("with_pair", [False, True])
def test_menus_are_readable_though_they_cannot_be_used(dressed, with_pair, source, target):
    if with_pair:
        dressed.window.studio.open_pair(source, target)
        dressed.until_rendered()
    menus = [action.menu() for action in dressed.window.menuBar().actions()]
    menus += [dressed.window.findChild(QMenu, "menuRecent")]
    pale, off = {}, 0
    for menu in menus:
        menu.aboutToShow.emit()
        menu.ensurePolished()
        menu.resize(menu.sizeHint())
        picture = seen(menu)
        for item in menu.actions():
            if not item.isSeparator():
                off += not item.isEnabled()
                ratio = contrast_in(picture, menu.actionGeometry(item))
                pale |= {} if ratio >= 4.5 else {item.text(): ratio}

    assert off > 0, "some of them are there though they cannot be used"
    assert pale == {}


@pytest.mark.parametrize("name", ["exportDialog", "shortcutList", "about", "rightsQuestion"])
def test_dialogs_are_readable(dressed, name, source, target):
    window = dressed.window
    window.studio.open_pair(source, target)
    dressed.until_rendered()
    window.help.show_shortcuts()
    window.help.show_about()
    window.rights.show()
    window.actions_by_name["actionExportOptions"].trigger()

    assert pale_words(dressed.window.findChild(QWidget, name)) == {}


def pale_words(top: QWidget) -> dict[str, float]:
    """What can be read with too little contrast, and how much it has."""
    picture = seen(top)
    found = {
        words: contrast_in(picture, QRect(widget.mapTo(top, QPoint(0, 0)), widget.size()))
        for widget, words in with_words(top)
    }
    assert len(found) > 3
    return {words: ratio for words, ratio in found.items() if ratio < 4.5}


def with_words(top: QWidget) -> Iterator[tuple[QWidget, str]]:
    for widget in top.findChildren(QWidget):
        whole = widget.visibleRegion().boundingRect() == widget.rect()
        words = words_of(widget) if widget.isVisible() and whole else ""
        if words.strip():
            yield widget, f"{widget.objectName()} {words}"


def words_of(widget: QWidget) -> str:
    if isinstance(widget, QToolButton):
        icon_alone = widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        return "" if icon_alone else widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText() or widget.placeholderText()
    texts = (QLabel, QPushButton, QCheckBox, QAbstractSpinBox)
    return widget.text() if isinstance(widget, texts) else ""


def seen(top: QWidget) -> np.ndarray:
    """What a person sees, enlarged."""
    image = QImage(top.size() * ENLARGED, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ENLARGED)
    image.fill(0)
    top.render(image, QPoint(0, 0))
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    return pixels.copy() & 0xFFFFFF


def contrast_in(picture: np.ndarray, place: QRect) -> float:
    """WCAG's ratio of the commonest colour, which is behind, and the one farthest from it."""
    part = picture[
        place.top() * ENLARGED : (place.bottom() + 1) * ENLARGED,
        place.left() * ENLARGED : (place.right() + 1) * ENLARGED,
    ]
    colours, counts = np.unique(part, return_counts=True)
    behind = luminance(colours[counts.argmax()])
    lit = [luminance(colour) for colour in colours[counts > 0.0005 * part.size]]
    return max((max(one, behind) + 0.05) / (min(one, behind) + 0.05) for one in lit)


def luminance(colour: int) -> float:
    parts = [(int(colour) >> shift & 255) / 255 for shift in (16, 8, 0)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
