"""Starting the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from faceswap_gui.assets import resource
from faceswap_gui.gui.commands import open_any
from faceswap_gui.gui.journal import Journal
from faceswap_gui.gui.open_with import OpenWith
from faceswap_gui.gui.opencv import forget_opencv_qt
from faceswap_gui.gui.preferences import apply_preferences
from faceswap_gui.gui.preload import preload_libraries
from faceswap_gui.gui.window import MainWindow
from faceswap_gui.gui.worker import Worker
from faceswap_gui.project.project_file import SUFFIX

if TYPE_CHECKING:
    from faceswap_gui.gui.engine import Engine


def create_window(make_engine: Callable[[], Engine] | None = None) -> MainWindow:
    """Return the main window, not yet shown. Makes the `QApplication` if there is none.

    The question whether the faces may be used is asked by `run`; a script that calls this answers
    for them itself.

    Args:
        make_engine: called in the worker's thread for what opens and renders; the real pipeline
            if None.
    """
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = _new_application()
    _name_application(application)
    apply_preferences()
    return MainWindow(Worker(make_engine or _load_engine))


def run(paths: Sequence[Path] = ()) -> int:
    """Show the window with a project, or a source and a target; return the exit code."""
    window = create_window()
    journal = Journal(window.banner, window)
    journal.start(window.worker, window.studio)
    OpenWith(window)
    window.show()
    if paths:
        open_any(window.studio, list(paths), SUFFIX)
    else:
        # Import torch and load the networks while the person still looks for a picture.
        QTimer.singleShot(0, window.studio.warm_up)
    journal.tell_of_earlier_crash()
    window.autosave.offer_earlier_work()
    window.rights.ask()
    return QApplication.exec()


def _load_engine() -> Engine:
    preload_libraries()
    # Torch alone brings a quarter of a million objects that will never go. Looking through them
    # for garbage would stop the window for a tenth of a second every now and then.
    gc.disable()
    try:
        engine: Engine = import_module("faceswap_gui.gui.engine").Engine()
        gc.freeze()
    finally:
        gc.enable()
    return engine


def _new_application() -> QApplication:
    forget_opencv_qt()
    return QApplication(sys.argv[:1])


def _name_application(application: QGuiApplication) -> None:
    application.setOrganizationName("faceswap-gui")
    application.setApplicationName("faceswap-gui")
    application.setDesktopFileName("faceswap-gui")  # by which Wayland finds the icon
    application.setWindowIcon(QIcon(str(resource("icon.svg"))))
