"""Look at the picture: zoom to the pointer, pan, fit, single pixels."""

import psutil
import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QLabel

from faceswap_gui.gui.canvas.canvas import PreviewCanvas
from faceswap_gui.gui.canvas.compare import Pictures
from faceswap_gui.gui.canvas.view import View
from faceswap_gui.gui.messages import Pyramid


def picture(width: int, height: int, colour: str = "red") -> Pyramid:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    levels = [image]
    while max(image.width(), image.height()) > 256:
        image = image.scaled(image.width() // 2, image.height() // 2)
        levels.append(image)
    return Pyramid(tuple(levels))


@pytest.fixture
def canvas(qtbot) -> PreviewCanvas:
    made = PreviewCanvas()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.show_pictures(Pictures(before=picture(2000, 1000)))
    return made


def turn_wheel(canvas, pointer: QPointF, notches: int) -> None:
    event = QWheelEvent(
        pointer,
        QPointF(canvas.mapToGlobal(pointer.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_a_picture_is_shown_whole_and_in_the_middle(canvas):
    shown = canvas.visible()

    assert shown.width() == pytest.approx(580)
    assert shown.center().x() == pytest.approx(300)
    assert shown.center().y() == pytest.approx(200)


def test_it_stays_whole_when_the_window_grows(canvas, qtbot):
    canvas.resize(900, 700)
    qtbot.waitUntil(lambda: canvas.visible().width() == pytest.approx(880))


@pytest.mark.parametrize("pointer", [QPointF(300, 200), QPointF(123, 180), QPointF(500, 260)])
def test_the_wheel_zooms_to_the_pixel_under_the_pointer(canvas, pointer):
    canvas.actual_size()
    under = canvas.view.to_picture(pointer)

    turn_wheel(canvas, pointer, 3)

    assert canvas.zoom == pytest.approx(1.25**3)
    still_under = canvas.view.to_picture(pointer)
    assert (still_under - under).manhattanLength() < 1e-6


def test_zoom_ends_at_1600_percent(canvas):
    turn_wheel(canvas, QPointF(300, 200), 60)

    assert canvas.zoom == 16.0


def test_at_actual_size_the_screen_shows_the_very_pixels(person, swap):
    canvas = person.window.canvas
    canvas.actual_size()
    corner = canvas.view.to_viewport(QPointF(0, 0)).toPoint()

    shown = canvas.grab().toImage()

    assert canvas.zoom == 1.0
    for x in range(100, 400, 7):
        for y in range(100, 400, 11):
            assert shown.pixelColor(corner + QPoint(x, y)) == swap.pixelColor(x, y)


def test_dragging_moves_the_picture_with_the_pointer(canvas, qtbot):
    canvas.actual_size()
    before = canvas.view.to_picture(QPointF(300, 200))

    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    qtbot.mouseMove(canvas, QPoint(340, 170))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(340, 170))

    after = canvas.view.to_picture(QPointF(340, 170))
    assert (after - before).manhattanLength() < 1e-6


def test_a_picture_cannot_be_dragged_out_of_sight(canvas, qtbot):
    canvas.actual_size()

    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(0, 0))
    qtbot.mouseMove(canvas, QPoint(5000, 5000))

    assert canvas.view.to_picture(QPointF(0, 0)) == QPointF(0, 0)


def test_arrows_pan_and_double_click_goes_to_the_pixels_and_back(canvas, qtbot):
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert canvas.zoom == 1.0
    x = canvas.view.x

    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.view.x == x - 60

    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert canvas.visible().width() == pytest.approx(580)


def test_beyond_200_percent_pixels_are_sharp_squares(qtbot):
    image = QImage(2, 1, QImage.Format.Format_RGB32)
    image.setPixelColor(0, 0, QColor("black"))
    image.setPixelColor(1, 0, QColor("white"))
    canvas = PreviewCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(400, 300)
    canvas.show_pictures(Pictures(before=Pyramid((image,))))
    canvas.zoom_to(4.0)

    grabbed = canvas.grab().toImage()

    edge = round(canvas.view.to_viewport(QPointF(1, 0)).x())
    assert grabbed.pixelColor(edge - 1, 150) == QColor("black")
    assert grabbed.pixelColor(edge, 150) == QColor("white")


def test_the_status_bar_tells_zoom_pixel_and_size(person, swap):
    window = person.window
    window.canvas.actual_size()
    point = window.canvas.view.to_viewport(QPointF(250, 190)).toPoint()
    person.qtbot.mouseMove(window.canvas, point)

    texts = {
        name: window.statusBar().findChild(QLabel, name).text()
        for name in ("statusPixel", "statusZoom", "statusSize", "statusDevice")
    }
    colour = swap.pixelColor(250, 190)
    assert texts["statusZoom"] == "100 %"
    assert texts["statusSize"] == "512 × 600"
    assert texts["statusPixel"].startswith("x 250  y 190")
    assert texts["statusPixel"].endswith(f"{colour.red()} {colour.green()} {colour.blue()}")
    assert "CPU" in texts["statusDevice"] or "CUDA" in texts["statusDevice"]


def test_the_empty_window_tells_of_no_rendering(person, swap):
    window = person.window
    device = window.statusBar().findChild(QLabel, "statusDevice")
    assert device.isVisible()

    window.studio.stack.setIndex(0)

    person.until(lambda: not device.isVisible())
    window.studio.stack.setIndex(window.studio.stack.count())
    person.until_rendered()
    assert device.isVisible()


def test_the_zoom_survives_a_new_rendering(person, swap):
    person.window.canvas.zoom_to(3.0)

    person.find("blendSlider").setValue(0.3)
    person.until_rendered()

    assert person.window.canvas.zoom == 3.0


def test_view_coordinates_go_there_and_back():
    view = View(2.5, -40, 13).zoomed(7.0, QPointF(100, 50))

    point = view.to_viewport(view.to_picture(QPointF(33, 44)))

    assert (point - QPointF(33, 44)).manhattanLength() < 1e-9


def test_a_small_picture_is_not_blown_up_beyond_two_hundred_percent():
    assert View.fitted(QSizeF(10, 10), QSizeF(1000, 1000)).scale == 2.0
    assert View.fitted(QSizeF(10, 10), QSizeF(1000, 1000), pixel_ratio=2.0).scale == 1.0


def test_the_status_bar_tells_how_much_memory_the_program_takes(person):
    told, unit = person.find("statusMemory").text().split()

    used = psutil.Process().memory_info().rss
    assert float(told) * {"MB": 1e6, "GB": 1e9}[unit] == pytest.approx(used, rel=0.3)


@pytest.mark.parametrize("name", ["buttonToolAdd", "buttonFit", "level1Transport"])
def test_a_tool_stays_in_its_place_when_it_is_disabled_or_taken(person, name):
    button = person.find(name)
    button.setCheckable(True)
    button.setEnabled(True)
    button.setChecked(False)
    size = button.sizeHint()

    button.setChecked(True)
    assert button.sizeHint() == size

    button.setEnabled(False)
    assert button.sizeHint() == size

    button.setChecked(False)
    assert button.sizeHint() == size


def test_a_button_does_not_shrink_while_it_is_disabled(person):
    button = person.find("startBatch")

    button.setEnabled(True)
    enabled = button.sizeHint()
    button.setEnabled(False)

    assert button.sizeHint() == enabled
    words = button.fontMetrics().horizontalAdvance(button.text())
    assert enabled.width() >= words + 24


def test_every_box_beside_a_slider_shows_its_value(person, swap):
    boxes = [b for b in person.find("inspector").findChildren(QDoubleSpinBox) if b.isVisible()]
    assert boxes
    for box in boxes:
        picture = box.grab().toImage()
        row = [picture.pixel(x, box.height() // 2) for x in range(6, box.width() - 6)]
        assert len(set(row)) > 2, box.objectName()
