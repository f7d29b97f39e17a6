"""The docks beside the preview: they move, float, and remember where they were."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, QSettings, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QToolButton, QWidget

from faceswap_gui.gui.actions import Actions
from faceswap_gui.gui.history_list import HistoryPanel
from faceswap_gui.gui.language import mark, say
from faceswap_gui.gui.panes.picture_pane import PicturePane
from faceswap_gui.gui.title_bar import TitleBar
from faceswap_gui.project.document import Role

_LAYOUT_VERSION = 3
"""Raised when docks come or go, so that an older remembered layout is not applied."""
_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


def add_pane_docks(window: QMainWindow, panes: dict[Role, PicturePane]) -> None:
    """Put source and target on the left."""
    for role, pane in panes.items():
        words = mark("Source") if role is Role.SOURCE else mark("Target")
        _dock(window, f"{role.value}Dock", words, pane, pane.title_bar(), _LEFT)


def add_control_dock(window: QMainWindow, controls: QWidget, actions: Actions) -> None:
    """Put the controls on the right."""
    reset = QToolButton()
    reset.setDefaultAction(actions["actionResetSettings"])
    bar = TitleBar(mark("Controls"), mark("double-click resets one"), reset)
    _dock(window, "inspectorDock", mark("Controls"), controls, bar, _RIGHT)


def add_history_dock(window: QMainWindow, history: HistoryPanel) -> QDockWidget:
    """Put the history below the controls, hidden until it is wanted; return its dock."""
    bar = TitleBar(mark("History"), mark("click a step to go there"))
    dock = _dock(window, "historyDock", mark("History"), history, bar, _RIGHT)
    dock.setFeatures(dock.features() | QDockWidget.DockWidgetFeature.DockWidgetClosable)
    dock.hide()
    return dock


def role_of_dock(window: QMainWindow, place: QPoint) -> Role | None:
    """Return whose dock is at that place of the window, title bar and all; None elsewhere."""
    for role in Role:
        dock = window.findChild(QDockWidget, f"{role.value}Dock")
        if dock is not None and not dock.isFloating() and dock.geometry().contains(place):
            return role
    return None


def first_size() -> QSize:
    """Return a comfortable size that leaves room on the screen for its panels and title bars."""
    screen = QGuiApplication.primaryScreen().availableSize()
    return QSize(min(1440, screen.width() - 40), min(900, screen.height() - 60))


def remember_places(window: QMainWindow) -> None:
    """Keep where the window and its docks are, for the next start."""
    settings = QSettings()
    settings.setValue("geometry", window.saveGeometry())
    settings.setValue("layout", window.saveState(_LAYOUT_VERSION))


def restore_places(window: QMainWindow) -> None:
    """Put the window and its docks where they were at the last end, if that is known."""
    settings = QSettings()
    geometry, layout = settings.value("geometry"), settings.value("layout")
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
    if isinstance(layout, QByteArray):
        window.restoreState(layout, _LAYOUT_VERSION)


def _dock(
    window: QMainWindow,
    name: str,
    words: str,
    content: QWidget,
    bar: QWidget,
    area: Qt.DockWidgetArea,
) -> QDockWidget:
    dock = QDockWidget()
    dock.setTitleBarWidget(bar)
    dock.setObjectName(name)
    dock.setWidget(content)
    dock.setFeatures(
        QDockWidget.DockWidgetFeature.DockWidgetMovable
        | QDockWidget.DockWidgetFeature.DockWidgetFloatable
    )
    say(dock, dock.setWindowTitle, words)
    window.addDockWidget(area, dock)
    return dock
